import type { ComponentChildren, JSX } from "preact";

interface SentenceProps {
  readonly children: ComponentChildren;
  readonly busy?: boolean;
}

/** The one sentence at the top of a view that says how things stand; read out when it changes. */
export function Sentence({ children, busy }: SentenceProps): JSX.Element {
  return (
    <p class="sentence" role="status">
      {busy === true && <fluent-spinner size="tiny" aria-hidden="true" />}
      <span>{children}</span>
    </p>
  );
}

import type { JSX } from "preact";

export interface Fact {
  readonly term: string;
  readonly value: string;
  /** A figure stands in a column of figures. */
  readonly figure?: boolean;
}

/** Terms and what they are, one a line. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }): JSX.Element {
  return (
    <dl class="facts">
      {facts.map(({ term, value, figure }) => (
        <div class="fact" key={term}>
          <dt>{term}</dt>
          <dd class={figure === true ? "money" : ""}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

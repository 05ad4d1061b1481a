import type { ComponentChildren, JSX } from "preact";

interface FootProps {
  /** What the primary button will do, in numbers. */
  readonly figures: ComponentChildren;
  /** The buttons, the primary one first. */
  readonly children: ComponentChildren;
}

/** The foot that stays in sight: what will happen, in numbers, and the button that does it. */
export function Foot({ figures, children }: FootProps): JSX.Element {
  return (
    <footer class="foot">
      <div class="figures">{figures}</div>
      <div class="buttons">{children}</div>
    </footer>
  );
}

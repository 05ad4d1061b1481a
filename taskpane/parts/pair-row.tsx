import type { JSX } from "preact";

interface PairRowProps {
  readonly title: string;
  readonly note: string;
  /** Two figures side by side, under the headings Sheet and Ledger. */
  readonly left: string;
  readonly right: string;
}

/** A row with two figures. Its title has a line of its own, because a pane is too narrow for three columns. */
export function PairRow({ title, note, left, right }: PairRowProps): JSX.Element {
  return (
    <span class="row three tall">
      <span class="row-title">{title}</span>
      <span class="row-note">{note}</span>
      <span class="money">{left}</span>
      <span class="money">{right}</span>
    </span>
  );
}

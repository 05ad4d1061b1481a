import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { LongList } from "./long-list";

interface OpeningListProps<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  /** The height of one closed row in pixels; the style sheet must agree. */
  readonly rowHeight: number;
  readonly row: (row: Row, open: boolean, onOpen: () => void) => JSX.Element;
}

// How much taller an open row is: the style sheet's, where what is longer scrolls inside.
const detailHeight = 152;

/** A long list whose rows open to their details, one at a time. */
export function OpeningList<Row>({ label, rows, rowHeight, row }: OpeningListProps<Row>): JSX.Element {
  const [open, setOpen] = useState(-1);
  return (
    <LongList
      label={label}
      count={rows.length}
      rowHeight={rowHeight}
      open={open}
      detailHeight={detailHeight}
      row={(index) => {
        const one = rows[index];
        if (one === undefined) return null;
        const isOpen = index === open;
        return row(one, isOpen, () => setOpen(isOpen ? -1 : index));
      }}
    />
  );
}

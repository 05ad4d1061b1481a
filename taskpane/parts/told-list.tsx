import type { JSX } from "preact";
import { Button } from "./button";
import { FactList, type Fact } from "./fact-list";
import { OpeningList } from "./opening-list";
import { PairRow } from "./pair-row";

/** One row of a list: two lines of words, figures where it has any, and what it opens to. */
export interface Told {
  readonly title: string;
  readonly note: string;
  readonly left?: string;
  readonly right?: string;
  readonly facts: readonly Fact[];
  /** Selects the cell that it is about. */
  readonly onShow?: () => void;
}

interface ToldListProps {
  readonly label: string;
  /** The words above the title and above the two figures; "" where there are none. */
  readonly heads: readonly [string, string, string];
  readonly rows: readonly Told[];
}

/** Things told one a row; each opens to its facts. */
export function ToldList({ label, heads, rows }: ToldListProps): JSX.Element {
  return (
    <section aria-label={label}>
      <div class="list-head three">
        {heads.map((head, index) => (
          <span key={index}>{head}</span>
        ))}
      </div>
      <ToldRows label={label} rows={rows} />
    </section>
  );
}

/** The rows alone, for a list that has more than heads of its own. */
export function ToldRows({ label, rows }: Pick<ToldListProps, "label" | "rows">): JSX.Element {
  return (
    <OpeningList
      label={label}
      rows={rows}
      rowHeight={48}
      row={(row, open, onOpen) => <Row row={row} open={open} onOpen={onOpen} />}
    />
  );
}

interface RowProps {
  readonly row: Told;
  readonly open: boolean;
  readonly onOpen: () => void;
}

function Row({ row, open, onOpen }: RowProps): JSX.Element {
  const { title, note, left = "", right = "", facts, onShow } = row;
  return (
    <>
      <button type="button" class="row-button chooser" aria-expanded={open} onClick={onOpen}>
        <PairRow title={title} note={note} left={left} right={right} />
      </button>
      {open && (
        <div class="row-detail">
          <FactList facts={facts} />
          {onShow !== undefined && (
            <Button small onPress={onShow}>
              Show cell
            </Button>
          )}
        </div>
      )}
    </>
  );
}

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Cents } from "../../src/engine";
import type { RunLine } from "../../src/sync";
import { money } from "../format/amounts";
import { Button } from "../parts/button";
import { FactList, type Fact } from "../parts/fact-list";
import { LongList } from "../parts/long-list";
import { PairRow } from "../parts/pair-row";
import { showScheduleRow } from "../state/schedule";
import type { MoneyHere } from "./use-money";

interface RunLinesProps {
  readonly lines: readonly RunLine[];
  /** Descriptions by asset. */
  readonly names: ReadonlyMap<string, string>;
  readonly here: MoneyHere;
  readonly totals: { readonly sheet: Cents; readonly ledger: Cents };
}

const detailHeight = 152;

/** Asset by asset: the sheet's charge, the ledger's, and a word where they differ. */
export function RunLines({ lines, names, here, totals }: RunLinesProps): JSX.Element {
  const [open, setOpen] = useState(-1);
  return (
    <section aria-label="Charges by asset, sheet beside ledger">
      <div class="list-head three">
        <span>Asset{here.currency === undefined ? "" : `, ${here.currency}`}</span>
        <span>Sheet</span>
        <span>Ledger</span>
      </div>
      <LongList
        label="Charges by asset"
        count={lines.length}
        rowHeight={48}
        open={open}
        detailHeight={detailHeight}
        row={(index) => {
          const line = lines[index];
          if (line === undefined) return null;
          const onOpen = (): void => setOpen(index === open ? -1 : index);
          return <Line line={line} names={names} here={here} open={index === open} onOpen={onOpen} />;
        }}
      />
      <div class="list-total three">
        <span>Total compared</span>
        <span class="money">{money(totals.sheet, here.style)}</span>
        <span class="money">{money(totals.ledger, here.style)}</span>
      </div>
    </section>
  );
}

const standings: Record<RunLine["standing"], string> = {
  run: "to book",
  create: "to set up",
  booked: "booked",
  left: "left out",
};

interface LineProps {
  readonly line: RunLine;
  readonly names: ReadonlyMap<string, string>;
  readonly here: MoneyHere;
  readonly open: boolean;
  readonly onOpen: () => void;
}

function Line({ line, names, here, open, onOpen }: LineProps): JSX.Element {
  const differs = line.difference !== undefined && line.difference !== 0;
  return (
    <>
      <button type="button" class="row-button chooser" aria-expanded={open} onClick={onOpen}>
        <PairRow
          title={titleOf(line, names)}
          note={differs ? `differs, ${standings[line.standing]}` : standings[line.standing]}
          left={amount(line.sheet, here)}
          right={amount(line.ledger, here)}
        />
      </button>
      {open && <Detail line={line} here={here} />}
    </>
  );
}

function Detail({ line, here }: { readonly line: RunLine; readonly here: MoneyHere }): JSX.Element {
  const { row } = line;
  const facts: readonly Fact[] = [
    { term: "Difference", value: amount(line.difference, here), figure: true },
    { term: "State", value: line.sentence === "" ? standings[line.standing] : line.sentence },
  ];
  return (
    <div class="row-detail">
      <FactList facts={facts} />
      {row !== undefined && (
        <Button small onPress={() => void showScheduleRow(row)}>
          Show cell
        </Button>
      )}
    </div>
  );
}

function titleOf({ asset }: RunLine, names: ReadonlyMap<string, string>): string {
  const name = names.get(asset) ?? "";
  return name === "" ? asset : `${asset} ${name}`;
}

function amount(value: Cents | undefined, { style }: MoneyHere): string {
  return value === undefined ? "–" : money(value, style);
}

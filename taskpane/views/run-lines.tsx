import type { JSX } from "preact";
import type { Cents } from "../../src/engine";
import type { RunLine } from "../../src/sync";
import { money } from "../format/amounts";
import { LongList } from "../parts/long-list";
import type { MoneyHere } from "./use-money";

interface RunLinesProps {
  readonly lines: readonly RunLine[];
  readonly here: MoneyHere;
  readonly totals: { readonly sheet: Cents; readonly ledger: Cents };
}

/** Asset by asset: the sheet's charge, the ledger's, and a word where they differ. */
export function RunLines({ lines, here, totals }: RunLinesProps): JSX.Element {
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
        row={(index) => {
          const line = lines[index];
          return line === undefined ? null : <Line line={line} here={here} />;
        }}
      />
      <div class="list-total three">
        <span>Total</span>
        <span class="money">{money(totals.sheet, here.style)}</span>
        <span class="money">{money(totals.ledger, here.style)}</span>
      </div>
    </section>
  );
}

const standings: Record<RunLine["standing"], string> = {
  run: "to be booked",
  create: "created first",
  booked: "booked",
  left: "left out",
};

function Line({ line, here }: { readonly line: RunLine; readonly here: MoneyHere }): JSX.Element {
  return (
    <div class="row three tall" title={line.sentence}>
      <span class="row-name">
        <span class="row-title">{line.asset}</span>
        <span class="row-note">{noteOf(line, here)}</span>
      </span>
      <Amount amount={line.sheet} here={here} />
      <Amount amount={line.ledger} here={here} />
    </div>
  );
}

function noteOf({ standing, sentence, difference }: RunLine, { style }: MoneyHere): string {
  if (difference !== undefined && difference !== 0)
    return `${standings[standing]}, differs by ${money(difference, style)}`;
  return sentence === "" ? standings[standing] : sentence;
}

function Amount({ amount, here }: { readonly amount: Cents | undefined; readonly here: MoneyHere }): JSX.Element {
  return <span class="money">{amount === undefined ? "–" : money(amount, here.style)}</span>;
}

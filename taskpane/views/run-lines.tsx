import type { JSX } from "preact";
import type { Cents } from "../../src/engine";
import type { RunLine } from "../../src/sync";
import { money } from "../format/amounts";
import { ToldRows, type Told } from "../parts/told-list";
import { showScheduleRow } from "../state/schedule";
import type { MoneyHere } from "./use-money";

interface RunLinesProps {
  readonly lines: readonly RunLine[];
  /** Descriptions by asset. */
  readonly names: ReadonlyMap<string, string>;
  readonly here: MoneyHere;
  readonly totals: { readonly sheet: Cents; readonly ledger: Cents };
}

/** Asset by asset: the sheet's charge, the ledger's, and a word where they differ. */
export function RunLines({ lines, names, here, totals }: RunLinesProps): JSX.Element {
  return (
    <section aria-label="Charges by asset, sheet beside ledger">
      <div class="list-head three">
        <span>Asset{here.currency === undefined ? "" : `, ${here.currency}`}</span>
        <span>Sheet</span>
        <span>Ledger</span>
      </div>
      <ToldRows label="Charges by asset" rows={lines.map((line) => toldOf(line, names, here))} />
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

function toldOf(line: RunLine, names: ReadonlyMap<string, string>, here: MoneyHere): Told {
  const { row, standing, sentence, difference } = line;
  const differs = difference !== undefined && difference !== 0;
  return {
    title: titleOf(line, names),
    note: differs ? `differs, ${standings[standing]}` : standings[standing],
    left: amount(line.sheet, here),
    right: amount(line.ledger, here),
    facts: [
      { term: "Difference", value: amount(difference, here), figure: true },
      { term: "State", value: sentence === "" ? standings[standing] : sentence },
    ],
    ...(row === undefined ? {} : { onShow: () => void showScheduleRow(row) }),
  };
}

function titleOf({ asset }: RunLine, names: ReadonlyMap<string, string>): string {
  const name = names.get(asset) ?? "";
  return name === "" ? asset : `${asset} ${name}`;
}

function amount(value: Cents | undefined, { style }: MoneyHere): string {
  return value === undefined ? "–" : money(value, style);
}

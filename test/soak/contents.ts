import { cents } from "../../src/engine";
import type { Cell, Matrix, ScheduleLine } from "../../src/sheet";
import type { Chance } from "../engine/reference/chance";
import { day, nth, registerFrom, rowsOf } from "../sync/books";

/** What a workbook is made of. The register's dates are written yyyy-mm-dd; a workbook has serial numbers there. */
export interface Contents {
  readonly register: Matrix;
  readonly lines: readonly ScheduleLine[];
}

export interface ContentsWanted {
  readonly rows: number;
  readonly months: number;
  /** Every so many rows stand for another change of value than depreciation; 0 for none. */
  readonly otherEvery: number;
  /** Whether the rows have their totals to date, which must then tie to the ledger whatever people change. */
  readonly haveTotals?: boolean;
}

/** A register of straight-line assets, in service since January 2026, and exactly so many rows of its schedule. */
export function contentsOf(chance: Chance, { rows, months, otherEvery, haveTotals = true }: ContentsWanted): Contents {
  const others = otherEvery === 0 ? 0 : Math.floor(rows / otherEvery);
  const names = assetNames(chance, Math.max(1, Math.ceil((rows - others) / months)));
  const register: Matrix = [header, ...names.map((name) => assetRow(name, chance))];
  const to = `2026-${String(months).padStart(2, "0")}`;
  const built = rowsOf(registerFrom(register), "2026-01", to).slice(0, rows - others);
  const depreciation = haveTotals ? built : built.map(withoutTotal);
  const changes = Array.from({ length: others }, (_none, index) => changeOf(chance.pick(names), index));
  return { register, lines: [...depreciation, ...changes] };
}

const header: readonly Cell[] = ["Asset", "Description", "Class", "In service", "Cost", "Salvage", "Life (months)"];
const classes = ["Machinery", "Vehicles", "Leased space", ""];

/** Names that keys have trouble with, too: letters beyond ASCII, dots, a key that is too long, capitals alone. */
function assetNames(chance: Chance, count: number): readonly string[] {
  const odd = ["Büro 7", "a.b.c", "A-1", "a-1", "Headquarters, 3rd floor, meeting room 12", "100%"];
  const first = chance.whole(0, odd.length);
  return Array.from({ length: count }, (_none, index) => odd[first + index] ?? `A-${100 + index}`);
}

function assetRow(name: string, chance: Chance): readonly Cell[] {
  const lifeMonths = chance.whole(12, 60);
  const salvage = chance.whole(0, 100);
  return [name, `Thing ${name}`, chance.pick(classes), "2026-01-01", chance.whole(5_000, 90_000), salvage, lifeMonths];
}

function withoutTotal({ chargedToDate: _total, ...line }: ScheduleLine): ScheduleLine {
  return line;
}

/** Nothing but its key keeps such a change from being posted twice: the ledger has no month to hold against it. */
function changeOf(asset: string, index: number): ScheduleLine {
  const periodEnd = day(
    `2026-${String((index % 12) + 1).padStart(2, "0")}-${String(1 + (index % 28)).padStart(2, "0")}`,
  );
  const type = nth(["IMPROVEMENT", "REVALUATION_UP"] as const, index % 2);
  return { asset, periodEnd, type, amount: cents(1_000 + index), counterAccount: "CASH", memo: "" };
}

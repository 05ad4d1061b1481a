/** The sheet "Second opinion": what another calculator makes of the register's assets, year by year. */
import { amountOf, type Cents, type Decimals } from "../engine";
import type { Column } from "./header";
import type { Cell, Matrix } from "./matrix";
import { plainText } from "./plain-text";
import { looksLike } from "./table";

export type OpinionHeader =
  | "Asset"
  | "Description"
  | "Year"
  | "Our charge"
  | "Their charge"
  | "Our book value"
  | "Their book value"
  | "Difference"
  | "Verdict"
  | "Why";

/** One line: a year of an asset, or an asset that has no years to compare. Amounts in whole minor units. */
export interface OpinionLine {
  readonly asset: string;
  readonly description: string;
  readonly year?: number;
  readonly ours?: { readonly charge: Cents; readonly bookValue: Cents };
  readonly theirs?: { readonly charge: Cents; readonly bookValue: Cents };
  readonly verdict: string;
  readonly why: string;
}

const money = "#,##0.00";

function column(header: OpinionHeader, kind: Column["kind"], width: number, numberFormat: string): OpinionColumn {
  return { header, aliases: [], required: true, kind, width, numberFormat };
}

type OpinionColumn = Column<OpinionHeader>;

export const opinionColumns: readonly OpinionColumn[] = [
  column("Asset", "text", 12, "@"),
  column("Description", "text", 28, "@"),
  column("Year", "number", 6, "General"),
  column("Our charge", "amount", 14, money),
  column("Their charge", "amount", 14, money),
  column("Our book value", "amount", 15, money),
  column("Their book value", "amount", 16, money),
  column("Difference", "amount", 12, money),
  column("Verdict", "text", 14, "@"),
  column("Why", "text", 60, "@"),
];

export function looksLikeOpinion(matrix: Matrix): boolean {
  return looksLike("opinion", opinionColumns, matrix);
}

/** The difference is that of the charges, ours less theirs, where there are both. */
export function opinionMatrix(lines: readonly OpinionLine[], decimals: Decimals): Matrix {
  return [opinionColumns.map(({ header }) => header), ...lines.map((line) => cellsOf(line, decimals))];
}

function cellsOf(
  { asset, description, year, ours, theirs, verdict, why }: OpinionLine,
  decimals: Decimals,
): readonly Cell[] {
  const shown = (amount: Cents | undefined): Cell => (amount === undefined ? null : amountOf(amount, decimals));
  const difference = ours === undefined || theirs === undefined ? undefined : ((ours.charge - theirs.charge) as Cents);
  return [
    plainText(asset),
    plainText(description),
    year ?? null,
    shown(ours?.charge),
    shown(theirs?.charge),
    shown(ours?.bookValue),
    shown(theirs?.bookValue),
    shown(difference),
    verdict,
    plainText(why),
  ];
}

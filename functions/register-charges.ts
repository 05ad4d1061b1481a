/** DEPR.CHARGES: what each asset of a register is charged in each period. */
import {
  amountOf,
  chargePeriods,
  chargesOf,
  frequencyNamed,
  totalLabel,
  wording,
  type Cents,
  type ChargeAmounts,
  type ChargePeriod,
  type Charges,
  type ChargesRow,
  type Day,
} from "../src/engine";
import { serialOfDay } from "../src/sheet/serial";
import { dayIfGiven, entryIfGiven } from "./arguments";
import { cellError, handOnErrors, orCellError } from "./cell";
import { dateSystemOf, optionsFrom, type Options } from "./options";
import { registerFrom, type OpenedRegister, type RegisterArguments } from "./register";

/** The arguments as Excel hands them over: anything, and null where one is left out. */
export interface ChargesArguments extends RegisterArguments {
  readonly from: unknown;
  readonly to: unknown;
  readonly frequency?: unknown;
  readonly options?: unknown;
}

/** A header row unless the options take it off, one row an asset, and the totals. */
export function chargesCells({ register, events, ...argued }: ChargesArguments): unknown[][] {
  handOnErrors(argued);
  const options = optionsFrom(argued.options);
  const periods = periodsOf(argued, options);
  const from = registerFrom({ register, events }, options);
  const charges = orCellError(chargesOf(from.opened, periods));
  const body = [...charges.rows.map((row) => rowCells(row, periods.length, from)), totalCells(charges, from)];
  return options.headers === false ? body : [headers(periods, from), ...body];
}

/** The day that an argument names, which must be there. */
export function dayGiven(value: unknown, what: string, options: Options): Day {
  const day = dayIfGiven(value, what, dateSystemOf(options));
  if (day === undefined) throw cellError({ code: "missing", what });
  return day;
}

function periodsOf(
  { from, to, frequency }: Pick<ChargesArguments, "from" | "to" | "frequency">,
  options: Options,
): readonly ChargePeriod[] {
  const named = entryIfGiven(frequency, frequencyNamed) ?? options.frequency ?? orCellError(frequencyNamed("month"));
  const [first, last] = [dayGiven(from, "from", options), dayGiven(to, "to", options)];
  return orCellError(chargePeriods(first, last, named, options.yearEnd ?? 12));
}

function headers(periods: readonly ChargePeriod[], { system }: OpenedRegister): unknown[] {
  const days = periods.map(({ lastDay }) => serialOfDay(lastDay, system));
  return [
    "Asset",
    "Class",
    "Cost",
    "Opening accumulated",
    ...days,
    "Total",
    "Closing accumulated",
    "Book value",
    "Note",
  ];
}

function rowCells({ id, assetClass, amounts }: ChargesRow, periods: number, { decimals }: OpenedRegister): unknown[] {
  if (amounts.ok) return [id, assetClass, ...amountCells(amounts.value, (cents) => amountOf(cents, decimals)), ""];
  return [id, assetClass, ...Array<string>(periods + 5).fill(""), wording(amounts.problem)];
}

function totalCells({ total, notComputed }: Charges, { decimals }: OpenedRegister): unknown[] {
  return [totalLabel(notComputed.length), "", ...amountCells(total, (cents) => amountOf(cents, decimals)), ""];
}

function amountCells(
  { cost, opening, charges, total, closing, bookValue }: ChargeAmounts,
  shown: (amount: Cents) => number,
): readonly number[] {
  return [cost, opening, ...charges, total, closing, bookValue].map(shown);
}

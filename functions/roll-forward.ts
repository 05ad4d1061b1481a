/** DEPR.ROLLFORWARD: the note on fixed assets, from the opening balances to the closing ones. */
import {
  amountOf,
  cents,
  rollForwardKeyNamed,
  rollForwardOf,
  totalLabel,
  type Cents,
  type RollForward,
  type RollForwardKey,
} from "../src/engine";
import { entryIfGiven } from "./arguments";
import { handOnErrors, orCellError } from "./cell";
import { optionsFrom } from "./options";
import { registerFrom, type OpenedRegister, type RegisterArguments } from "./register";
import { dayGiven } from "./register-charges";

/** The arguments as Excel hands them over: anything, and null where one is left out. */
export interface RollForwardArguments extends RegisterArguments {
  readonly from: unknown;
  readonly to: unknown;
  readonly by?: unknown;
  readonly options?: unknown;
}

/** A header row unless the options take it off, one row a key, the totals, and the row and the column that must be 0. */
export function rollForwardCells({ register, events, ...argued }: RollForwardArguments): unknown[][] {
  handOnErrors(argued);
  const options = optionsFrom(argued.options);
  const by = entryIfGiven(argued.by, rollForwardKeyNamed) ?? orCellError(rollForwardKeyNamed("class"));
  const [first, last] = [dayGiven(argued.from, "from", options), dayGiven(argued.to, "to", options)];
  const from = registerFrom({ register, events }, options);
  const note = orCellError(rollForwardOf(from.opened, first, last, by));
  return options.headers === false ? bodyOf(note, from) : [headers(note, by), ...bodyOf(note, from)];
}

function headers({ lines }: RollForward, by: RollForwardKey): unknown[] {
  return [by.label, ...lines.map(({ label }) => label), "Check"];
}

function bodyOf({ rows, total, check, notComputed }: RollForward, { decimals }: OpenedRegister): unknown[][] {
  const shown = (amount: Cents): number => amountOf(amount, decimals);
  return [
    ...rows.map((row) => [row.key, ...row.amounts.map(shown), shown(row.check)]),
    [totalLabel(notComputed.length), ...total.amounts.map(shown), shown(total.check)],
    ["Check", ...check.map(shown), shown(cents(check.reduce<number>((sum, one) => sum + Math.abs(one), total.check)))],
  ];
}

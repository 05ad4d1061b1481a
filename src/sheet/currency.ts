import type { Decimals, Result } from "../engine";
import { fail, ok } from "../engine";
import type { CellProblem } from "./problem";
import type { RegisterHeader } from "./register-columns";
import type { RowReader } from "./row-reader";

// ISO 4217, list one (SIX, the standard's maintenance agency), column "minor unit": the codes that have other than two.
const others: readonly (readonly [Decimals, string])[] = [
  [0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"],
  [3, "BHD IQD JOD KWD LYD OMR TND"],
  [4, "CLF UYW"],
];

/** How many decimals amounts of a currency have, by its code in capitals: 2 unless ISO 4217 lists another number. */
export function decimalsOf(currency: string): Decimals {
  return others.find(([, codes]) => codes.split(" ").includes(currency))?.[0] ?? 2;
}

/** What a register's rows say about its currency. Odd cells are reported at their rows. */
export interface RegisterCurrency {
  /** Undefined where no row names one. */
  readonly currency: string | undefined;
  readonly isMixed: boolean;
}

/** The currency that most rows name, or the first of those that are named as often. A blank cell goes with the others. */
export function currencyOf(rows: readonly RowReader<RegisterHeader>[]): RegisterCurrency {
  const named = rows.flatMap((row) => {
    const code = row.choice("Currency", currencyNamed);
    return code === undefined ? [] : [{ row, code }];
  });
  const counts = new Map<string, number>();
  for (const { code } of named) counts.set(code, (counts.get(code) ?? 0) + 1);
  const currency = [...counts].reduce<readonly [string | undefined, number]>(
    (most, next) => (next[1] > most[1] ? next : most),
    [undefined, 0],
  )[0];
  const odd = named.filter(({ code }) => code !== currency);
  for (const { row, code } of odd) {
    row.report("Currency", { code: "mixed-currencies", given: code, currency: currency ?? "" });
  }
  return { currency, isMixed: odd.length > 0 };
}

function currencyNamed(text: string): Result<string, CellProblem> {
  return /^[a-z]{3}$/i.test(text) ? ok(text.toUpperCase()) : fail({ code: "not-a-currency", given: text });
}

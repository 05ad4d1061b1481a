import { amountText, cents } from "../../src/engine";

/** Cents as FreeAgent writes an amount: at least one decimal, and no zero at the end beyond it ("-20000.0", "0.05"). */
export function decimalText(amount: number): string {
  return amountText(cents(amount), 2).replace(/0$/, "");
}

/** An amount of a request in cents; undefined where it is none, or beyond what a ledger can hold. */
export function centsOf(text: string): number | undefined {
  const parts = /^(-?)(\d{1,16})(?:\.(\d{1,2}))?$/.exec(text);
  if (parts === null) return undefined;
  const [, sign = "", units = "", decimals = ""] = parts;
  const amount = Number(`${sign}${units}${decimals.padEnd(2, "0")}`);
  return Number.isSafeInteger(amount) ? amount : undefined;
}

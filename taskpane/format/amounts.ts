import { amountOf, type Cents, type Decimals } from "../../src/engine";

/** How amounts are written: the language of the workbook's content, and the currency of the register. */
export interface MoneyStyle {
  /** A language tag such as "de-DE"; the browser's own language where it is "". */
  readonly language: string;
  readonly decimals: Decimals;
}

/** An amount with thousands separated and a true minus sign: "−1,234.50". The currency is named once per list instead. */
export function money(amount: Cents, { language, decimals }: MoneyStyle): string {
  const format = formatter(language, decimals);
  return format.format(amountOf(amount, decimals)).replace("-", "−");
}

/** An amount with its currency after it, where one is known: "18,204.17 USD". */
export function moneyIn(amount: Cents, style: MoneyStyle, currency: string | undefined): string {
  return currency === undefined ? money(amount, style) : `${money(amount, style)} ${currency}`;
}

/** A count with thousands separated: "1,200". */
export function count(number: number, language: string): string {
  return formatter(language, 0).format(number);
}

/** "1 row", "1,200 rows". */
export function counted(number: number, one: string, language = "", many = `${one}s`): string {
  return `${count(number, language)} ${number === 1 ? one : many}`;
}

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(language: string, decimals: number): Intl.NumberFormat {
  const key = `${language}/${decimals}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const made = new Intl.NumberFormat(language === "" ? undefined : language, digits);
  formatters.set(key, made);
  return made;
}

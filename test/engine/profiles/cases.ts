/** The figures that systems publish, as schedules by their profile. */
import { amountOf, cents, dayText, profiles, schedule, type AssetTerms, type ScheduleRow } from "../../../src/engine";
import { assetTermsOf, casesIn, type Case } from "../case-table";
import { value } from "../random-assets";

/** The cases of a table; those of a profile's own table have that profile. */
export function publishedIn(file: string): readonly Case[] {
  const word = file.replace(/^profile-(.*)\.txt$/, "$1");
  const profile = profiles.find((one) => one.word === word);
  if (profile === undefined) return casesIn(file);
  return casesIn(file).map((one) => ({ ...one, options: new Map([...one.options, ["profile", word]]) }));
}

export function nameOf({ options, line }: Case): string {
  return options.get("case") ?? line;
}

/** What the engine answers where the table prints something, in the words of the table. */
export function answerTo(one: Case, change: (terms: AssetTerms) => AssetTerms = (terms) => terms): string {
  const terms = change(assetTermsOf(one));
  const rows = value(schedule(terms));
  if (one.expected.startsWith("ends ")) return `ends ${lastChargeOf(rows)}`;
  const printed = one.expected.split(/\s+/);
  const isOpen = printed.at(-1) === "...";
  const shown = isOpen ? printed.slice(0, -1) : printed;
  const answers = shown.map((words, at) => wordsLike(words, rows[at], terms));
  return [...answers, ...(isOpen ? ["..."] : rows.slice(shown.length).map(() => "one row more"))].join(" ");
}

function wordsLike(printed: string, row: ScheduleRow | undefined, { decimals }: AssetTerms): string {
  if (printed === "-") return printed;
  if (row === undefined) return "no row";
  const charge = String(amountOf(row.charge, decimals));
  return printed.includes("/") ? `${charge}/${amountOf(row.adjustment ?? cents(0), decimals)}` : charge;
}

function lastChargeOf(rows: readonly ScheduleRow[]): string {
  const last = rows.filter(({ charge }) => charge > 0).at(-1)?.lastDay;
  return last === undefined ? "nowhere" : dayText(last);
}

/** What is printed, without the zeros behind a decimal point. */
export function printedIn({ expected }: Case): string {
  return expected
    .replace(/(\.\d*?)0+(?=\s|\/|$)/g, "$1")
    .replace(/\.(?=\s|\/|$)(?!\.)/g, (dot, at: number) => (expected[at - 1] === "." ? dot : ""));
}

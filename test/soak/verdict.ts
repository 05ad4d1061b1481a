import type { Books, Entry } from "./books-of-worlds";
import { chargeName } from "./charge-name";
import type { ShownRow, Workbook } from "./workbook";

/** Amounts, in cents, that people have ever given a charge, by its name: what a ledger may hold. */
export type Versions = ReadonlyMap<string, ReadonlySet<number>>;

/** What is wrong with a world in the end. All of it is 0 in a world that is sound. */
export interface Verdict {
  /** T1: entries of a charge, or assets of a name, beyond the first. */
  duplicates: number;
  /** Rows that the ledger holds nothing of. */
  lost: number;
  /** T2: rows that say that they were posted, with nothing there or something else. */
  lies: number;
  /** T4: rows without a word, or whose outcome is not known. */
  unknown: number;
  /** T3: entries that no workbook ever had. */
  strays: number;
  /** T5: debit less credit of the trial balance. */
  imbalance: number;
  readonly complaints: string[];
}

export function judged(books: Books, versions: Versions, workbooks: readonly Workbook[]): Verdict {
  const complaints: string[] = [];
  const verdict = { duplicates: 0, lost: 0, lies: 0, unknown: 0, strays: 0, imbalance: books.balance, complaints };
  const entries = grouped(books.entries);
  for (const [name, same] of entries) judgeEntries(name, same, versions.get(name), verdict);
  for (const name of new Set(books.assets)) {
    const count = books.assets.filter((asset) => asset === name).length;
    if (count > 1) complain(verdict, "duplicates", `the asset ${name} is there ${count} times`, count - 1);
  }
  for (const workbook of workbooks) for (const row of workbook.shown()) judgeRow(row, entries.get(row.name), verdict);
  return verdict;
}

/** Whether the sheet says of every row what became of it. */
function isTerminal({ word }: ShownRow): boolean {
  return word !== "" && word !== "Unknown";
}

/** Whether there is nothing more to press for: the ledger has the charge, and the sheet says so. */
export function isDone({ word, message }: ShownRow): boolean {
  return word === "Posted" || word === "Already there" || message.startsWith("Changed since it was posted.");
}

type Count = Exclude<keyof Verdict, "complaints">;

function judgeEntries(
  name: string,
  entries: readonly Entry[],
  known: ReadonlySet<number> | undefined,
  verdict: Verdict,
): void {
  if (entries.length > 1)
    complain(verdict, "duplicates", `${name} is there ${entries.length} times`, entries.length - 1);
  for (const { cents } of entries)
    if (known?.has(cents) !== true) complain(verdict, "strays", `${name} is there with ${cents}, which nobody wrote`);
}

function judgeRow(row: ShownRow, entries: readonly Entry[] = [], verdict: Verdict): void {
  const [entry] = entries;
  const says = `${row.name} says "${row.word}" (${row.message})`;
  if (!isTerminal(row)) complain(verdict, "unknown", says);
  if (entry === undefined) complain(verdict, "lost", `${says}, and nothing is there`);
  if (row.word !== "Posted" && row.word !== "Already there") return;
  const isTrue = entry !== undefined && entry.cents === row.cents && entry.cents === row.postedCents;
  if (!isTrue) complain(verdict, "lies", `${says} with ${row.cents}, and the ledger has ${entry?.cents ?? "nothing"}`);
}

function complain(verdict: Verdict, count: Count, complaint: string, by = 1): void {
  verdict[count] += by;
  verdict.complaints.push(complaint);
}

// Layer's word for depreciation covers amortisation too; the others are ours.
const sheetWords: Readonly<Record<string, string>> = { DEPRECIATION_AMORTIZATION: "DEPRECIATION" };

function grouped(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const name = chargeName(entry.asset, entry.date, sheetWords[entry.type] ?? entry.type);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [entry]);
    else group.push(entry);
  }
  return groups;
}

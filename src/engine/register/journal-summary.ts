import type { Day } from "../day";
import { cents, type Decimals } from "../money";
import { fail, ok, type Result } from "../result";
import type { JournalLine } from "./journal";
import { journalKey } from "./journal-key";
import { compareText } from "./keys";
import { inRange } from "./sums";

export interface SummaryTerms {
  /** The day that the one entry carries, the last of its month. */
  readonly day: Day;
  readonly decimals: Decimals;
  readonly memo: string;
  readonly book: string;
}

/**
 * The same journal as one entry with a line an account and side: debits and credits of an account are not set off
 * against each other. Problem: too-large.
 */
export function summaryByAccount(
  lines: readonly JournalLine[],
  { day, decimals, memo, book }: SummaryTerms,
): Result<readonly JournalLine[]> {
  const sums = new Map<string, Sum>();
  for (const line of lines) {
    const isDebit = line.debit !== undefined;
    const slot = JSON.stringify([isDebit ? 0 : 1, line.account, line.name]);
    const before = sums.get(slot)?.amount ?? 0;
    sums.set(slot, { ...line, isDebit, amount: before + (line.debit ?? 0) + (line.credit ?? 0) });
  }
  const sorted = [...sums].sort(([left], [right]) => compareText(left, right)).map(([, sum]) => sum);
  const wrong = inRange(
    sorted.map(({ amount }) => amount),
    decimals,
  );
  if (wrong !== undefined) return fail(wrong);
  const key = journalKey("", day, "SUMMARY", book, 0);
  return ok(sorted.map((sum) => summaryLine(sum, { day, memo, key })));
}

interface Sum {
  readonly account: string;
  readonly name: string;
  readonly isDebit: boolean;
  readonly amount: number;
}

function summaryLine(
  { account, name, isDebit, amount }: Sum,
  entry: Pick<JournalLine, "day" | "memo" | "key">,
): JournalLine {
  const side = isDebit ? { debit: cents(amount) } : { credit: cents(amount) };
  return { ...entry, entry: 1, account, name, ...side, asset: "", assetClass: "", costCentre: "" };
}

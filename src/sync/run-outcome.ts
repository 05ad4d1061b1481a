import type { Refusal, RunEntry, RunReport } from "../connectors";
import { type Decimals, type Result, cents } from "../engine";
import type { JournalState } from "./journal";
import type { Outcome } from "./outcomes";
import { type RunLine, type RunnableLine, differenceText } from "./run-line";
import { type RowEvent, after } from "./states";

/** What was asked of the ledger, and what it then holds by ledger id. */
export interface RunAnswers {
  readonly answer: Result<RunReport, Refusal>;
  readonly held: Result<ReadonlyMap<string, RunEntry>, Refusal>;
  readonly decimals: Decimals;
  readonly now: number;
}

export interface JudgedLine {
  readonly line: RunLine;
  readonly state: JournalState;
  /** Undefined for a row that was left ready. */
  readonly outcome?: Outcome;
}

/** What became of one line of a run: the ledger's entry decides, and only where there is none, its answer. */
export function judgedLine(line: RunnableLine, answers: RunAnswers): JudgedLine {
  const { answer, held } = answers;
  if (!held.ok)
    return ended(line, "no-answer", "Unknown", `The ledger could not be read back. ${held.problem.sentence}`);
  const entry = held.value.get(line.ledgerId);
  if (entry !== undefined) return booked(line, entry, answers);
  if (answer.ok) return ended(line, "refused", "Refused", withoutEntry(line, answer.value));
  const { kind, sentence } = answer.problem;
  if (kind === "unknown-outcome") {
    return ended(line, "no-answer", "Unknown", `${sentence} Preview the month again in two minutes.`);
  }
  if (kind === "rejected" || kind === "conflict" || kind === "not-found")
    return ended(line, "refused", "Refused", sentence);
  return { line, state: stateAfter("not-sent") };
}

function booked(line: RunnableLine, entry: RunEntry, { answer, decimals, now }: RunAnswers): JudgedLine {
  const difference = line.sheet === undefined ? undefined : cents(line.sheet - entry.charge);
  const sentence = differenceText(difference, decimals);
  const answeredAt = answer.ok ? answer.value.answeredAt : undefined;
  return {
    line: { ...line, standing: "booked", ledger: entry.charge, difference, entryId: entry.id, sentence },
    state: stateAfter("confirmed"),
    outcome: {
      key: line.key,
      row: line.row,
      word: "Posted",
      sentence,
      ledgerRef: entry.id,
      amount: entry.charge,
      postedAt: answeredAt ?? new Date(now).toISOString(),
    },
  };
}

/** Of several hundred a cell would hold none. */
const mostProblems = 3;

/** A run's problems are free text: those that name the asset are shown, else the first of all. */
function withoutEntry({ asset, ledgerId }: RunnableLine, { problems }: RunReport): string {
  const naming = problems.filter((problem) => problem.includes(ledgerId) || problem.includes(asset));
  const told = naming.length > 0 ? naming : problems;
  const others = told.length > mostProblems ? [`And ${told.length - mostProblems} more.`] : [];
  const shown = [...told.slice(0, mostProblems), ...others].join(" ");
  return `The run booked nothing for this asset.${shown === "" ? "" : ` It says: ${shown}`}`;
}

function ended(line: RunnableLine, event: RowEvent, word: Outcome["word"], sentence: string): JudgedLine {
  return { line, state: stateAfter(event), outcome: { key: line.key, row: line.row, word, sentence } };
}

function stateAfter(event: RowEvent): JournalState {
  return after("SENDING", event) as JournalState;
}

/** The outcome of a line that was not run; undefined where the sheet has no row to show it at. */
export function outcomeOfLine(line: RunLine, refused: ReadonlyMap<string, Refusal>): Outcome | undefined {
  const { key, row, standing, ledger, entryId } = line;
  if (key === undefined || row === undefined) return undefined;
  if (standing === "booked" && entryId !== undefined && ledger !== undefined) {
    return { key, row, word: "Already there", sentence: line.sentence, ledgerRef: entryId, amount: ledger };
  }
  const refusal = refused.get(line.asset);
  if (refusal !== undefined) {
    return { key, row, word: "Refused", sentence: `Its asset could not be created: ${refusal.sentence}` };
  }
  return { key, row, word: "Skipped", sentence: standing === "run" ? unseen(line) : line.sentence };
}

function unseen({ sentence }: RunLine): string {
  return `${sentence} The ledger's figure was not in the preview: preview the month again to run it.`.trim();
}

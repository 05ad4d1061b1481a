import type { Refusal } from "../connectors";
import { type Result, fail } from "../engine";
import { type Clock, systemClock } from "./clock";
import { type Journal, type JournalRecord, type JournalState, isWritten, noJournal, settledQuietly } from "./journal";
import type { OutcomeWord } from "./outcomes";
import { quarantineMs } from "./row-step";

/** One request that changes a system which does not know two requests for one. */
export interface Errand<T> {
  /** The journal's key of what it is about. */
  readonly key: string;
  /** What is sent, for the journal. */
  readonly body: string;
  readonly send: () => Promise<Result<T, Refusal>>;
}

export interface ErrandTools {
  readonly journal: Journal;
  readonly batch: string;
  readonly clock?: Clock;
  /** Cancels: nothing more is begun, what is in flight finishes. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number) => void;
}

/** How one step is carried out, and what its refusal comes to. */
interface StepDoing<Step, Outcome> {
  readonly send: (step: Step) => Promise<Result<Outcome, Refusal>>;
  readonly refused: (step: Step, why: Refusal) => Outcome;
}

/** Steps without an outcome were left: the push stopped before them. */
export interface OneByOneReport<Outcome> {
  readonly outcomes: readonly Outcome[];
  readonly stopped?: Refusal;
}

/**
 * Carries out one step after the other and adds each outcome to those known before. What is about one step stops no
 * other; a token that is refused or a silent line stops the rest.
 */
export async function oneByOne<Step, Outcome>(
  steps: readonly Step[],
  known: readonly Outcome[],
  { signal, onProgress }: ErrandTools,
  { send, refused }: StepDoing<Step, Outcome>,
): Promise<OneByOneReport<Outcome>> {
  const outcomes = [...known];
  const isCancelled = (): boolean => signal?.aborted === true;
  let done = 0;
  for (const step of steps) {
    if (isCancelled()) break;
    const sent = await send(step);
    // Cancelled while it waited for the system: it is left ready, as those after it.
    if (!sent.ok && sent.problem.kind === "busy" && isCancelled()) break;
    if (!sent.ok && !isAboutOne(sent.problem)) return { outcomes, stopped: sent.problem };
    outcomes.push(sent.ok ? sent.value : refused(step, sent.problem));
    onProgress?.((done += 1));
  }
  return { outcomes };
}

/** How a refusal of one step is told. */
export function toldRefusal({ kind, sentence }: Refusal): { readonly word: OutcomeWord; readonly sentence: string } {
  return kind === "unknown-outcome"
    ? { word: "Unknown", sentence: `${sentence} Preview again.` }
    : { word: "Refused", sentence };
}

const mostWaits = 3;
const longestWaitSeconds = 30;

/**
 * Sends one request that is in the journal before it leaves, with the time at which it does. A wait that the system asks
 * for is waited for, for by 429 it says that nothing was done; a lost answer is never followed by another sending.
 */
export async function sendJournaled<T>(errand: Errand<T>, tools: ErrandTools): Promise<Result<T, Refusal>> {
  const { journal, batch, clock = systemClock, signal } = tools;
  const firstSentAt = clock.now();
  for (let waits = 0; ; waits += 1) {
    const record = { ...recordOf(errand, batch), firstSentAt, lastSentAt: clock.now() };
    if (!(await isWritten(journal, [record]))) return fail(noJournal);
    const answer = await errand.send();
    const seconds = waits === mostWaits ? undefined : secondsToWait(answer);
    if (seconds !== undefined) await clock.wait(seconds * 1000, signal);
    if (seconds !== undefined && signal?.aborted !== true) continue;
    const now = clock.now();
    await settledQuietly(journal, { ...record, state: stateAfter(answer), lastSentAt: now, settledAt: now });
    return answer;
  }
}

function secondsToWait(answer: Result<unknown, Refusal>): number | undefined {
  if (answer.ok || answer.problem.kind !== "busy") return undefined;
  const { retryAfterSeconds = 1 } = answer.problem;
  return retryAfterSeconds > longestWaitSeconds ? undefined : retryAfterSeconds;
}

/** Whether a refusal is about this request alone, so that the next one may go on. */
function isAboutOne({ kind, field }: Refusal): boolean {
  const isRefused = kind === "rejected" && field !== "baseUrl";
  return isRefused || kind === "unknown-outcome" || kind === "conflict" || kind === "not-found";
}

/** While an earlier request may still arrive, nothing else is sent about the same thing: the sentence that says so. */
export function stillOpen(record: JournalRecord | undefined, now: number): string | undefined {
  if (record?.state !== "UNKNOWN" && record?.state !== "SENDING") return undefined;
  const secondsLeft = Math.ceil((record.lastSentAt + quarantineMs - now) / 1000);
  if (secondsLeft <= 0) return undefined;
  return `An earlier request about it has no known outcome and may still arrive. Look again in ${secondsLeft} seconds.`;
}

/** Settles the records of what the system turned out to hold. */
export async function settleFound(journal: Journal, records: readonly (JournalRecord | undefined)[]): Promise<void> {
  const open = records.filter((record) => record?.state === "UNKNOWN").filter((record) => record !== undefined);
  await settledQuietly(journal, ...open.map((record) => ({ ...record, state: "POSTED" as const })));
}

function stateAfter(answer: Result<unknown, Refusal>): JournalState {
  if (answer.ok) return "POSTED";
  return answer.problem.kind === "unknown-outcome" ? "UNKNOWN" : "REJECTED";
}

function recordOf({ key, body }: Errand<unknown>, batch: string) {
  return { key, state: "SENDING", body, fingerprint: "", attempt: 1, batch } as const;
}

import type { Connection, Connector, PostVerb, Refusal } from "../connectors";
import { type Clock, systemClock } from "./clock";
import { gateBy } from "./gate";
import { drain } from "./in-parallel";
import { type Journal, type JournalRecord, isWritten, noJournal, scopeOf } from "./journal";
import type { Outcome } from "./outcomes";
import { type Progress, progressOf } from "./progress";
import { type Deed, type End, type Held, type SendTools, send } from "./send";
import { settlingsOf } from "./settlings";
import { type Recorded, writeAheadOf } from "./write-ahead";

export interface PushTools {
  readonly connector: Connector;
  readonly connection: Connection;
  readonly journal: Journal;
  readonly onProgress?: (progress: Progress) => void;
  /** Cancels: nothing more is begun, what is in flight finishes. */
  readonly signal?: AbortSignal;
  readonly clock?: Clock;
  /** 0 up to but not 1, for the jitter. */
  readonly random?: () => number;
  /** A name for this push in the journal; made up when absent. */
  readonly batch?: string;
}

/** What one push, or one run of reversals, keeps in mind. */
export interface Run extends SendTools {
  readonly journal: Journal;
  readonly batch: string;
  readonly ended: Outcome[];
  readonly end: (outcome: Outcome) => void;
  stopped: Refusal | undefined;
  readonly stop: (why: Refusal) => void;
}

/** Begins a run of so many requests. The plan, the connection and the journal must be of one ledger. */
export function beginRun(scope: string, count: number, tools: PushTools): Run {
  const { connection, connector, journal, clock = systemClock, random = Math.random, signal } = tools;
  const halt = new AbortController();
  if (signal?.aborted === true) halt.abort();
  signal?.addEventListener("abort", () => halt.abort(), { signal: halt.signal });
  const report = progressOf(count, clock, tools.onProgress);
  const ended: Outcome[] = [];
  const run: Run = {
    ...{ connector, connection, journal, clock, random, ended },
    verb: verbOf(scope, tools),
    gate: gateBy(clock),
    writeAgain: (record) => isWritten(journal, [{ ...record, lastSentAt: clock.now() }]),
    halt: halt.signal,
    batch: tools.batch ?? crypto.randomUUID(),
    end: (outcome) => {
      ended.push(outcome);
      report();
    },
    stopped: undefined,
    stop: (why) => {
      run.stopped ??= why;
      halt.abort();
    },
  };
  return run;
}

function verbOf(planned: string, { connector, connection, journal }: PushTools): PostVerb {
  const scope = scopeOf(connection);
  if (connector.post === undefined) throw new Error(`${connector.label} takes no amounts from the sheet.`);
  if (planned !== scope || journal.scope !== scope) throw new Error("The plan was made for another ledger.");
  return connector.post;
}

/** What is made of each sending and its end. */
export interface Handling<S, T extends Held> {
  readonly deedOf: (sending: S) => Deed<T>;
  /** What the journal is told. */
  readonly recordsOf: (sending: S, end: End<T>, now: number) => readonly JournalRecord[];
  /** What the person is told; undefined for what was left ready. */
  readonly outcomeOf: (sending: S, end: End<T>, now: number) => Outcome | undefined;
}

/** Rows journaled in one transaction where the ledger counts a key once; elsewhere a crash must leave one unknown. */
const widestWindow = 100;

/** Sends all, several at a time, each journaled before it leaves. */
export async function sendAll<S extends Recorded, T extends Held>(
  sendings: readonly S[],
  run: Run,
  { deedOf, recordsOf, outcomeOf }: Handling<S, T>,
): Promise<void> {
  const window = run.verb.countsKeysOnce ? widestWindow : 1;
  const ahead = writeAheadOf(sendings, run.journal, window, run.clock);
  const settlings = settlingsOf(run.journal, Math.ceil(window / 2), run.clock);
  await drain(
    () => (run.halt.aborted ? Promise.resolve(undefined) : ahead.next()),
    async (sending) => {
      const ending = await send(deedOf(sending), run);
      const why = "stop" in ending ? ending.stop : undefined;
      if (why !== undefined) run.stop(why);
      settlings.add(recordsOf(sending, ending, run.clock.now()));
      const outcome = outcomeOf(sending, ending, run.clock.now());
      if (outcome !== undefined) run.end(outcome);
    },
  );
  if (ahead.hasFailed()) run.stop(noJournal);
  settlings.add(await ahead.takeBack());
  await settlings.end();
}

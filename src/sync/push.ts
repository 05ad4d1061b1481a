import type { Connection, Connector, PostVerb, Refusal } from "../connectors";
import type { Cents } from "../engine";
import { type Audit, auditOf } from "./audit";
import { type Clock, systemClock } from "./clock";
import { type CreatedAsset, createAssets } from "./create-assets";
import { gateBy } from "./gate";
import { drain } from "./in-parallel";
import { type Journal, isWritten, noJournal, scopeOf, settledQuietly } from "./journal";
import { type Outcome, type OutcomeWord, outcomeOfStep, outcomeTotals } from "./outcomes";
import { type Progress, progressOf } from "./progress";
import { type SendTools, send } from "./send";
import { sendingsOf } from "./sendings";
import { outcomeOfEnd, recordOfEnd } from "./settle";
import type { Plan, Post, Total } from "./steps";
import { type WriteAhead, writeAheadOf } from "./write-ahead";

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

export interface PushReport {
  readonly batch: string;
  /** One for every row that came to an end; rows that were left ready have none. */
  readonly outcomes: readonly Outcome[];
  readonly created: readonly CreatedAsset[];
  /** Rows that nothing was sent for because the push stopped early; the next push takes them. */
  readonly leftReady: number;
  /** Why the push stopped before its end; absent when it did not, or was cancelled. */
  readonly stopped?: Refusal;
  readonly cancelled: boolean;
  readonly totals: Readonly<Record<OutcomeWord, Total>>;
  /** What the ledger was found to hold afterwards; absent where nothing was posted. */
  readonly audit?: Audit;
}

/** Rows journaled in one transaction where the ledger counts a key once; elsewhere a crash must leave one unknown. */
const widestWindow = 100;

/**
 * Carries out a plan: creates the assets the ledger lacks, then sends each charge, journaled before it leaves. Never
 * throws for what a ledger or a network does. When the ledger does not answer at all, every row is left ready.
 */
export async function push(plan: Plan, tools: PushTools): Promise<PushReport> {
  const verb = verbOf(plan, tools);
  const run = beginRun(plan, tools, verb);
  const posts = plan.rows.filter((step) => step.kind === "post");
  if (posts.length > 0) await pushRows(posts, plan, run);
  const report = reportOf(plan, run, tools);
  return { ...report, ...(await audited(plan, report, run)) };
}

/** Reads the ledger once more: an answer says what the ledger meant to do, a reading what it holds. */
async function audited(plan: Plan, { outcomes, totals }: PushReport, run: Run): Promise<Pick<PushReport, "audit">> {
  if (totals.Posted.count === 0) return {};
  const updates = await run.verb.updates(run.connection);
  if (!updates.ok) return { audit: { kind: "unread", sentence: updates.problem.sentence } };
  return { audit: auditOf(plan.rows, outcomes, updates.value) };
}

/** What one push keeps in mind while it runs. */
interface Run extends SendTools {
  readonly journal: Journal;
  readonly batch: string;
  readonly ended: Outcome[];
  readonly created: CreatedAsset[];
  readonly onEnd: () => void;
  stopped: Refusal | undefined;
  readonly stop: (why: Refusal) => void;
}

function verbOf(plan: Plan, { connector, connection, journal }: PushTools): PostVerb {
  const scope = scopeOf(connection);
  if (connector.post === undefined) throw new Error(`${connector.label} takes no amounts from the sheet.`);
  if (plan.scope !== scope || journal.scope !== scope) throw new Error("The plan was made for another ledger.");
  return connector.post;
}

function beginRun(plan: Plan, tools: PushTools, verb: PostVerb): Run {
  const { connector, connection, journal, clock = systemClock, random = Math.random, signal } = tools;
  const halt = new AbortController();
  if (signal?.aborted === true) halt.abort();
  signal?.addEventListener("abort", () => halt.abort(), { signal: halt.signal });
  const report = progressOf(plan.totals.post.count, clock, tools.onProgress);
  const run: Run = {
    connector,
    verb,
    connection,
    journal,
    clock,
    random,
    gate: gateBy(clock),
    writeAgain: (record) => isWritten(journal, [{ ...record, lastSentAt: clock.now() }]),
    halt: halt.signal,
    batch: tools.batch ?? crypto.randomUUID(),
    ended: [],
    created: [],
    onEnd: report,
    stopped: undefined,
    stop: (why) => {
      run.stopped ??= why;
      halt.abort();
    },
  };
  return run;
}

async function pushRows(posts: readonly Post[], plan: Plan, run: Run): Promise<void> {
  const standing = await run.connector.test(run.connection);
  if (!standing.ok) {
    run.stop(standing.problem);
    return;
  }
  const creation = await createAssets(plan.createAssets, {
    ...run,
    create: (asset) => run.verb.createAsset(run.connection, asset),
    mayRepeat: run.verb.countsKeysOnce,
  });
  run.created.push(...creation.created);
  if (creation.stop !== undefined && !run.halt.aborted) run.stop(creation.stop);
  const { sendings, refused } = sendingsOf(posts, {
    plan,
    creation,
    verb: run.verb,
    batch: run.batch,
    now: run.clock.now(),
  });
  for (const outcome of refused) end(run, outcome);
  await sendAll(writeAheadOf(sendings, run.journal, run.verb.countsKeysOnce ? widestWindow : 1, run.clock), run);
}

async function sendAll(ahead: WriteAhead, run: Run): Promise<void> {
  const writes: Promise<void>[] = [];
  await drain(
    () => (run.halt.aborted ? Promise.resolve(undefined) : ahead.next()),
    async (sending) => {
      const ending = await send(sending, run);
      const why = "stop" in ending ? ending.stop : undefined;
      if (why !== undefined) run.stop(why);
      writes.push(settledQuietly(run.journal, recordOfEnd(sending.record, ending, run.clock.now())));
      const outcome = outcomeOfEnd(sending, ending, run.clock.now());
      if (outcome !== undefined) end(run, outcome);
    },
  );
  if (ahead.hasFailed()) run.stop(noJournal);
  await Promise.all([...writes, settledQuietly(run.journal, ...(await ahead.takeBack()))]);
}

function end(run: Run, outcome: Outcome): void {
  run.ended.push(outcome);
  run.onEnd();
}

function reportOf(plan: Plan, { batch, ended, created, stopped }: Run, { signal }: PushTools): PushReport {
  const settled = plan.rows.map(outcomeOfStep).filter((outcome) => outcome !== undefined);
  const outcomes = [...settled, ...ended].sort((one, other) => one.row - other.row);
  const amounts = new Map<string, Cents>(plan.rows.map(({ row }) => [row.key, row.line.amount]));
  return {
    batch,
    outcomes,
    created,
    leftReady: plan.rows.length - outcomes.length,
    ...(stopped === undefined ? {} : { stopped }),
    cancelled: signal?.aborted === true,
    totals: outcomeTotals(outcomes, amounts),
  };
}

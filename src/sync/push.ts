import { type PostedUpdate, type Refusal, differenceSentence } from "../connectors";
import { type Audit, type NotOnce, auditOf } from "./audit";
import { type CreatedAsset, createAssets } from "./create-assets";
import { type JournalRecord, type JournalState, settledQuietly } from "./journal";
import { type Outcome, type OutcomeWord, amountsByRow, outcomeOfStep, outcomeTotals } from "./outcomes";
import { twiceSentence } from "./posted";
import { type PushTools, type Run, beginRun, sendAll } from "./run";
import { type Deed, toldBy } from "./send";
import { type Sending, sendingsOf } from "./sendings";
import { outcomeOfEnd, recordOfEnd } from "./settle";
import { after } from "./states";
import type { Plan, Post, Total } from "./steps";

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

/**
 * Carries out a plan: creates the assets the ledger lacks, then sends each charge, journaled before it leaves. Never
 * throws for what a ledger or a network does. When the ledger does not answer at all, every row is left ready.
 */
export async function push(plan: Plan, tools: PushTools): Promise<PushReport> {
  const run: PushRun = Object.assign(beginRun(plan.scope, plan.totals.post.count, tools), { created: [] });
  const posts = plan.rows.filter((step) => step.kind === "post");
  if (posts.length > 0) await pushRows(posts, plan, run);
  const report = reportOf(plan, run, tools);
  const audit = await audited(plan, report, run);
  if (audit === undefined) return report;
  return { ...(audit.kind === "differs" ? await withDuplicates(plan, report, audit.wrong, run) : report), audit };
}

/** Reads the ledger once more: an answer says what the ledger meant to do, a reading what it holds. */
async function audited(plan: Plan, { outcomes, totals }: PushReport, run: Run): Promise<Audit | undefined> {
  if (totals.Posted.count === 0) return undefined;
  const updates = await run.verb.updates(run.connection);
  if (!updates.ok) return { kind: "unread", sentence: updates.problem.sentence };
  return auditOf(plan.rows, outcomes, updates.value);
}

/** A row that the ledger was found to count more than once is not well posted, whatever was answered. */
async function withDuplicates(
  plan: Plan,
  report: PushReport,
  wrong: readonly NotOnce[],
  { journal, clock }: Run,
): Promise<PushReport> {
  const twice = new Map(wrong.filter(({ ids }) => ids.length > 1).map(({ key, ids }) => [key, ids]));
  if (twice.size === 0) return report;
  const records = await journal.records().catch(() => new Map<string, JournalRecord>());
  const outcomes = report.outcomes.map((outcome): Outcome => {
    const ids = twice.get(outcome.key);
    return ids === undefined ? outcome : { ...outcome, word: "Refused", sentence: twiceSentence(ids) };
  });
  const known = [...twice].flatMap(([key, ids]) => duplicateOf(records.get(key), twiceSentence(ids), clock.now()));
  await settledQuietly(journal, ...known);
  return { ...report, outcomes, totals: totalsOf(plan, outcomes) };
}

function duplicateOf(record: JournalRecord | undefined, sentence: string, now: number): readonly JournalRecord[] {
  const state = record === undefined ? undefined : after(record.state, "there-twice");
  if (record === undefined || state === undefined) return [];
  return [{ ...record, state: state as JournalState, sentence, settledAt: now }];
}

/** What one push keeps in mind beside what every run does. */
interface PushRun extends Run {
  readonly created: CreatedAsset[];
}

async function pushRows(posts: readonly Post[], plan: Plan, run: PushRun): Promise<void> {
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
  for (const outcome of refused) run.end(outcome);
  await sendAll(sendings, run, {
    deedOf: (sending) => sendingOf(sending, run),
    recordsOf: ({ record }, ending, now) => [recordOfEnd(record, ending, now)],
    outcomeOf: outcomeOfEnd,
  });
}

function sendingOf(sending: Sending, { verb, connection }: Run): Deed<PostedUpdate> {
  const { charge, record, step } = sending;
  return {
    record,
    unsettled: step.unsettled,
    request: async () => toldBy(await verb.post(connection, charge, record.body)),
    lookUp: () => verb.lookUp(connection, charge),
    difference: (there) => differenceSentence(charge, there),
  };
}

function reportOf(plan: Plan, { batch, ended, created, stopped }: PushRun, { signal }: PushTools): PushReport {
  const settled = plan.rows.map(outcomeOfStep).filter((outcome) => outcome !== undefined);
  const outcomes = [...settled, ...ended].sort((one, other) => one.row - other.row);
  return {
    batch,
    outcomes,
    created,
    leftReady: plan.rows.length - outcomes.length,
    ...(stopped === undefined ? {} : { stopped }),
    cancelled: signal?.aborted === true,
    totals: totalsOf(plan, outcomes),
  };
}

function totalsOf({ rows }: Plan, outcomes: readonly Outcome[]): PushReport["totals"] {
  return outcomeTotals(outcomes, amountsByRow(rows));
}

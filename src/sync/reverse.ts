import type { Refusal, Reversal, ReverseVerb } from "../connectors";
import { cents, dayText, ok } from "../engine";
import type { JournalRecord, JournalState } from "./journal";
import type { Outcome } from "./outcomes";
import type { Reverse, ReversalPlan } from "./reversal-plan";
import { type PushTools, type Run, beginRun, sendAll } from "./run";
import { type Deed, type End, toldBy } from "./send";
import { recordOfEnd, refusalIn, unknownText } from "./settle";
import { after } from "./states";
import type { Total } from "./steps";
import type { Recorded } from "./write-ahead";

export interface ReversalReport {
  readonly batch: string;
  /** One for every row that came to an end; rows that were left as they were have none. */
  readonly outcomes: readonly Outcome[];
  /** What the ledger took back. */
  readonly reversed: Total;
  readonly leftAlone: number;
  readonly stopped?: Refusal;
  readonly cancelled: boolean;
  /** Whether the ledger was found to count the reversed postings no more; absent where nothing was reversed. */
  readonly audit?: ReversalAudit;
}

export type ReversalAudit =
  | { readonly kind: "gone" }
  /** The rows whose postings still count. */
  | { readonly kind: "still-there"; readonly rows: readonly number[] }
  | { readonly kind: "unread"; readonly sentence: string };

/**
 * Carries out a plan of reversals, each journaled before it leaves. Whether a posting is reversed is looked up before it is
 * asked for, and a ledger reverses an entry once: an answer that was lost counts once, too.
 */
export async function reverse(plan: ReversalPlan, tools: PushTools): Promise<ReversalReport> {
  const run = beginRun(plan.scope, plan.total.count, tools);
  const verb = run.verb.reverse;
  if (verb === undefined) throw new Error(`${run.connector.label} reverses no postings.`);
  // Without a journal the first write ahead fails, and nothing is sent.
  const charges = await run.journal.records().catch(() => new Map<string, JournalRecord>());
  const sendings = plan.steps.map((step) => sendingOf(step, verb, run));
  await sendAll(sendings, run, {
    deedOf: (sending) => deedOf(sending, verb, run),
    recordsOf: ({ record, step }, ending, now) => [
      recordOfEnd(record, ending, now, reverseAgain),
      ...(ending.kind === "done" ? chargeReversed(charges.get(step.row.key), now) : []),
    ],
    outcomeOf,
  });
  return reportOf(plan, run, tools);
}

interface Sending extends Recorded {
  readonly step: Reverse;
}

function sendingOf(step: Reverse, verb: ReverseVerb, { batch, clock }: Run): Sending {
  const { key, row, posted, unsettled } = step;
  const { amount } = posted;
  const now = clock.now();
  const sent = { attempt: (unsettled?.attempt ?? 0) + 1, firstSentAt: unsettled?.firstSentAt ?? now, lastSentAt: now };
  const body = unsettled?.body ?? verb.body(step);
  return { step, record: { key, state: "SENDING", body, fingerprint: row.fingerprint, batch, amount, ...sent } };
}

function deedOf({ step, record }: Sending, verb: ReverseVerb, { connection }: Run): Deed<Reversal> {
  return {
    record,
    unsettled: step.unsettled,
    request: async () => toldBy(await verb.reverse(connection, step, record.body)),
    lookUp: async () => {
      const held = await verb.lookUp(connection, step);
      if (!held.ok) return held;
      return ok(held.value === undefined ? [] : [held.value]);
    },
    // A posting is reversed or it is not; on which day is the ledger's own affair.
    difference: () => undefined,
  };
}

/** The journal's record of the charge itself, where this browser has one that was in the ledger. */
function chargeReversed(charge: JournalRecord | undefined, now: number): readonly JournalRecord[] {
  const state = charge === undefined ? undefined : after(charge.state, "reversed");
  return charge === undefined || state === undefined
    ? []
    : [{ ...charge, state: state as JournalState, settledAt: now }];
}

const reverseAgain = "Reverse again: it is looked up first, and counts once.";

/** What became of the row. One that is not reversed is in the ledger as before, and so keeps the ledger's id. */
function outcomeOf({ step }: Sending, end: End<Reversal>): Outcome | undefined {
  const { row, posted } = step;
  const which = { key: row.key, row: row.row };
  const held = { ledgerRef: posted.id, amount: posted.amount };
  switch (end.kind) {
    case "done":
      return { ...which, word: "Skipped", sentence: `Reversed ${dayText(end.done.date)}, entry ${end.done.id}.` };
    case "refused":
    case "locked":
    case "conflict":
    case "twice": {
      const { sentence, ...rest } = refusalIn(end.refusal);
      return { ...which, ...held, ...rest, word: "Refused", sentence: `Not reversed. ${sentence}` };
    }
    case "unknown":
      return { ...which, ...held, word: "Unknown", sentence: unknownText(end.refusal, reverseAgain) };
    case "left":
      return undefined;
  }
}

async function reportOf(plan: ReversalPlan, run: Run, { signal }: PushTools): Promise<ReversalReport> {
  const { batch, ended, stopped } = run;
  const gone = new Set(ended.filter(({ word }) => word === "Skipped").map(({ key }) => key));
  const reversed = plan.steps.filter(({ row }) => gone.has(row.key));
  return {
    batch,
    outcomes: [...ended].sort((one, other) => one.row - other.row),
    reversed: { count: reversed.length, amount: cents(reversed.reduce((sum, { posted }) => sum + posted.amount, 0)) },
    leftAlone: plan.steps.length - ended.length,
    ...(stopped === undefined ? {} : { stopped }),
    cancelled: signal?.aborted === true,
    ...(await audited(reversed, run)),
  };
}

/** Reads the ledger once more: a posting that was reversed must no longer count there. */
async function audited(
  reversed: readonly Reverse[],
  { verb, connection }: Run,
): Promise<Pick<ReversalReport, "audit">> {
  if (reversed.length === 0) return {};
  const updates = await verb.updates(connection);
  if (!updates.ok) return { audit: { kind: "unread", sentence: updates.problem.sentence } };
  const live = new Set(updates.value.filter(({ archived }) => !archived).map(({ id }) => id));
  const rows = reversed.filter(({ posted }) => live.has(posted.id)).map(({ row }) => row.row);
  return { audit: rows.length === 0 ? { kind: "gone" } : { kind: "still-there", rows } };
}

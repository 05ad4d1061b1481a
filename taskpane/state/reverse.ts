import { fail, ok, type Day, type Result } from "../../src/engine";
import { planReversal, reverse, type Progress, type ReversalPlan, type ReversalReport } from "../../src/sync";
import { createStore } from "../store";
import { cancelledBefore } from "./agreement";
import { whileJournalOpen, type Target } from "./gather";
import { onOtherLedger } from "./other-ledger";
import { startOver } from "./post";
import { propose, type Proposed } from "./propose";
import { lookAtSchedule } from "./schedule";
import { writeOutcomes } from "./write-outcomes";

/** How far a reversal has come. Nothing is sent before `reversing`, which only follows `asking`. */
export type ReverseStep =
  | { readonly at: "none" }
  | { readonly at: "reading" }
  | { readonly at: "asking"; readonly proposal: ReversalProposal }
  | {
      readonly at: "reversing";
      readonly proposal: ReversalProposal;
      readonly progress: Progress;
      readonly cancelling: boolean;
    }
  | { readonly at: "done"; readonly proposal: ReversalProposal; readonly report: ReversalReport };

/** A plan of reversals with the ledger that it was made for. */
export interface ReversalProposal {
  readonly plan: ReversalPlan;
  readonly target: Target;
}

export interface ReverseState {
  readonly step: ReverseStep;
  readonly trouble: string | undefined;
  readonly note: string | undefined;
}

export const reverseState = createStore<ReverseState>({ step: { at: "none" }, trouble: undefined, note: undefined });

let stopper: AbortController | undefined;

onOtherLedger(forgetReversal);

/** Asks about the reversal of rows by their keys; from a day on, where their own days are closed. */
export async function askReversal(keys: ReadonlySet<string>, from?: Day): Promise<void> {
  reverseState.set({ step: { at: "reading" }, trouble: undefined, note: undefined });
  const planned = await planNow(keys, from);
  if (planned.ok) reverseState.set({ step: { at: "asking", proposal: planned.value.proposal } });
  else reverseState.set({ step: { at: "none" }, trouble: planned.problem });
}

/** Back to what was shown before. */
export function leaveReversal(): void {
  reverseState.set({ step: { at: "none" }, trouble: undefined, note: undefined });
}

/** Forgets what another ledger said. A reversal that is under way goes on, in the ledger that it was begun for. */
export function forgetReversal(): void {
  if (reverseState.get().step.at !== "reversing") leaveReversal();
}

/** Lets what is in flight finish and sends nothing more. */
export function cancelReversal(): void {
  stopper?.abort();
  const { step } = reverseState.get();
  if (step.at === "reversing") reverseState.set({ step: { ...step, cancelling: true } });
}

/**
 * Reverses what was agreed to. Workbook and ledger are read once more first: where the ledger holds something else than
 * the question said, nothing is sent and the question is put anew.
 */
export async function reverseProposal(agreed: ReversalProposal): Promise<void> {
  const none: Progress = { done: 0, total: agreed.plan.total.count, rowsPerSecond: 0, secondsLeft: undefined };
  const step = { at: "reversing", proposal: agreed, progress: none, cancelling: false } as const;
  const { signal } = (stopper = new AbortController());
  reverseState.set({ step, trouble: undefined, note: undefined });
  const planned = await planNow(keysOf(agreed.plan), agreed.plan.from);
  if (!planned.ok) reverseState.set({ step: { at: "none" }, trouble: planned.problem });
  else if (!sameReversal(agreed.plan, planned.value.proposal.plan)) {
    reverseState.set({ step: { at: "asking", proposal: planned.value.proposal }, note: changedSince });
  } else if (signal.aborted) {
    reverseState.set({ step: { at: "asking", proposal: planned.value.proposal }, note: cancelledBefore });
  } else await carryOut(planned.value, signal);
}

/** Whether two plans take back the same postings of one ledger, on the same days. */
export function sameReversal(one: ReversalPlan, other: ReversalPlan): boolean {
  return workOf(one) === workOf(other);
}

const changedSince = "The ledger has changed since this question. This is the new one; nothing was sent.";

function workOf({ scope, steps }: ReversalPlan): string {
  return JSON.stringify([scope, steps.map(({ posted: { id, amount }, date }) => [id, amount, date])]);
}

function keysOf({ steps }: ReversalPlan): ReadonlySet<string> {
  return new Set(steps.map(({ row }) => row.key));
}

interface Planned {
  readonly proposal: ReversalProposal;
  readonly proposed: Proposed;
}

function planNow(keys: ReadonlySet<string>, from: Day | undefined): Promise<Result<Planned, string>> {
  return whileJournalOpen(async () => {
    const proposed = await propose();
    if (!proposed.ok) return proposed;
    const { proposal, gathered } = proposed.value;
    const plan = planReversal(proposal.plan, keys, await gathered.journal.records(), from);
    if (plan.total.count === 0) return fail("The ledger holds none of these rows any more.");
    return ok({ proposal: { plan, target: proposal.target }, proposed: proposed.value });
  });
}

async function carryOut({ proposal, proposed }: Planned, signal: AbortSignal): Promise<void> {
  const { gathered } = proposed;
  const { connector, connection, journal, read, book } = gathered;
  const { rows: steps, reversed } = proposed.proposal.plan;
  const onProgress = (progress: Progress): void => {
    const { step } = reverseState.get();
    if (step.at === "reversing") reverseState.set({ step: { ...step, progress } });
  };
  const report = await reverse(proposal.plan, { connector, connection, journal, onProgress, signal });
  const note = await writeOutcomes({ read, book, outcomes: report.outcomes, steps, reversed, created: [] });
  await lookAtSchedule(read);
  // What was shown of the ledger before is no longer so.
  startOver();
  reverseState.set({ step: { at: "done", proposal, report }, note, trouble: undefined });
}

import { fail, monthFromText, ok, type Month, type Result } from "../../src/engine";
import { accountsIn, planRun, pushRun, type RunInput, type RunOutcome, type RunPlan } from "../../src/sync";
import { createStore } from "../store";
import { book, gather, type Gathered } from "./gather";
import { lookAtSchedule, scheduleState } from "./schedule";
import { writeOutcomes } from "./write-outcomes";

/** How far the run of a month has come. The ledger is changed in `running` alone. */
export type RunStep =
  | { readonly at: "start" }
  | { readonly at: "reading" }
  | { readonly at: "preview"; readonly plan: RunPlan }
  | { readonly at: "asking"; readonly plan: RunPlan }
  | { readonly at: "running"; readonly plan: RunPlan }
  | { readonly at: "done"; readonly plan: RunPlan; readonly outcome: RunOutcome };

export interface RunState {
  readonly step: RunStep;
  /** As typed: yyyy-mm. */
  readonly month: string;
  readonly trouble: string | undefined;
  readonly note: string | undefined;
}

export const runState = createStore<RunState>({
  step: { at: "start" },
  month: "",
  trouble: undefined,
  note: undefined,
});

/** Proposes a month where none was chosen: the first of the schedule's. */
export function openRun(): void {
  if (runState.get().month === "") runState.set({ month: scheduleState.get().from });
}

export function chooseRunMonth(month: string): void {
  runState.set({ month, step: { at: "start" }, trouble: undefined, note: undefined });
}

/** Compares a month, asset by asset, with what the ledger has booked or would book. */
export async function previewRun(): Promise<void> {
  runState.set({ step: { at: "reading" }, trouble: undefined, note: undefined });
  const planned = await planNow();
  if (planned.ok) runState.set({ step: { at: "preview", plan: planned.value.plan } });
  else runState.set({ step: { at: "start" }, trouble: planned.problem });
}

export function askRun(plan: RunPlan): void {
  runState.set({ step: { at: "asking", plan }, note: undefined });
}

export function backToRunPreview(plan: RunPlan): void {
  runState.set({ step: { at: "preview", plan } });
}

/** Runs the month that was agreed to. Where the preview is no longer true, nothing is run and the new one is shown. */
export async function runMonth(agreed: RunPlan): Promise<void> {
  runState.set({ step: { at: "running", plan: agreed }, trouble: undefined });
  const planned = await planNow();
  if (!planned.ok) runState.set({ step: { at: "preview", plan: agreed }, trouble: planned.problem });
  else if (JSON.stringify(agreed.lines) !== JSON.stringify(planned.value.plan.lines)) {
    runState.set({ step: { at: "preview", plan: planned.value.plan }, note: changedSince });
  } else await carryOut(planned.value);
}

const changedSince = "The sheet or the ledger has changed since this preview. This is the new one; nothing was run.";

interface Planned {
  readonly plan: RunPlan;
  readonly input: RunInput;
  readonly gathered: Gathered;
}

async function planNow(): Promise<Result<Planned, string>> {
  const month = monthFromText(runState.get().month);
  if (!month.ok) return fail("Choose a month first, written like 2026-01.");
  const gathered = await gather();
  if (!gathered.ok) return gathered;
  const input = inputOf(gathered.value, month.value);
  const plan = await planRun(input);
  return plan.ok ? ok({ plan: plan.value, input, gathered: gathered.value }) : fail(plan.problem.sentence);
}

function inputOf({ connection, connector, journal, read, onSheet }: Gathered, month: Month): RunInput {
  const { register, accounts } = read;
  const { decimals } = register;
  const rows = onSheet?.lines ?? [];
  return { connection, connector, journal, book, decimals, month, register, accountsOf: accountsIn(accounts), rows };
}

async function carryOut({ plan, input, gathered }: Planned): Promise<void> {
  const outcome = await pushRun(plan, input);
  const { read } = gathered;
  const note = await writeOutcomes({ read, outcomes: outcome.outcomes, steps: [], created: outcome.created });
  await lookAtSchedule(read);
  runState.set({ step: { at: "done", plan, outcome }, note });
}

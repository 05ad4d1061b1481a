import { fail, monthFromText, ok, type Month, type Result } from "../../src/engine";
import { accountsIn, planRun, pushRun, usualBook, type RunInput, type RunOutcome, type RunPlan } from "../../src/sync";
import { createStore } from "../store";
import { agreement } from "./agreement";
import { gather, targetOf, type Gathered, type Target } from "./gather";
import { likelyMonth, thisMonth } from "./months";
import { onOtherLedger } from "./other-ledger";
import { registerState } from "./register";
import { lookAtSchedule, scheduleState } from "./schedule";
import { writeOutcomes } from "./write-outcomes";

/** How far the run of a month has come. The ledger is changed in `running` alone. */
export type RunStep =
  | { readonly at: "start" }
  | { readonly at: "reading" }
  | { readonly at: "preview"; readonly proposal: RunProposal }
  | { readonly at: "asking"; readonly proposal: RunProposal }
  | { readonly at: "running"; readonly proposal: RunProposal }
  | { readonly at: "done"; readonly proposal: RunProposal; readonly outcome: RunOutcome };

/** A plan with the ledger that it was made for, and the names of the assets in it. */
export interface RunProposal {
  readonly plan: RunPlan;
  readonly target: Target;
  /** Descriptions by asset. */
  readonly names: ReadonlyMap<string, string>;
}

export interface RunState {
  readonly step: RunStep;
  /** As typed: yyyy-mm. */
  readonly month: string;
  /** Whether a person chose the month; until then it follows the schedule. */
  readonly chosen: boolean;
  readonly trouble: string | undefined;
  readonly note: string | undefined;
}

export const runState = createStore<RunState>({
  step: { at: "start" },
  month: "",
  chosen: false,
  trouble: undefined,
  note: undefined,
});

onOtherLedger(forgetRun);

/** Proposes a month where none was chosen: the first of the schedule's, else the one that is likely closed next. */
export function openRun(): void {
  const { chosen, step } = runState.get();
  if (chosen || step.at !== "start") return;
  const { from } = scheduleState.get();
  const { read } = registerState.get();
  runState.set({ month: from !== "" || read === undefined ? from : likelyMonth(read.register, thisMonth()) });
}

export function chooseRunMonth(month: string): void {
  runState.set({ month, chosen: true, step: { at: "start" }, trouble: undefined, note: undefined });
}

export const {
  preview: previewRun,
  ask: askRun,
  back: backToRunPreview,
  push: runMonth,
} = agreement({
  show: runState.set,
  propose: planNow,
  isSame: (one, other) => sameRun(one.plan, other.plan),
  changedSince: "The sheet or the ledger has changed since this preview. This is the new one; nothing was run.",
  begin: (proposal: RunProposal) => ({ at: "running", proposal }) as const,
  carryOut,
});

/** Forgets what another ledger said. A run that is under way goes on. */
function forgetRun(): void {
  if (runState.get().step.at !== "running")
    runState.set({ step: { at: "start" }, trouble: undefined, note: undefined });
}

/** Whether two plans run the same month of the same ledger with the same figures. */
function sameRun(one: RunPlan, other: RunPlan): boolean {
  return workOf(one) === workOf(other);
}

/** Without the lines' sentences: those that count the seconds of a wait change while one looks at them. */
function workOf({ scope, month, lines }: RunPlan): string {
  return JSON.stringify([scope, month, lines.map((line) => ({ ...line, sentence: "" }))]);
}

interface Planned {
  readonly proposal: RunProposal;
  readonly input: RunInput;
  readonly gathered: Gathered;
}

/** Compares the month, asset by asset, with what the ledger has booked or would book. */
async function planNow(): Promise<Result<Planned, string>> {
  const month = monthFromText(runState.get().month);
  if (!month.ok) return fail("Choose a month first, written like 2026-01.");
  const gathered = await gather();
  if (!gathered.ok) return gathered;
  const { connector, book } = gathered.value;
  if (book !== usualBook) {
    return fail(
      `${connector.label} keeps one book, ${usualBook}; the book chosen is ${book}. Choose ${usualBook} to run.`,
    );
  }
  const input = inputOf(gathered.value, month.value);
  const plan = await planRun(input);
  if (!plan.ok) return fail(plan.problem.sentence);
  const names = new Map(gathered.value.read.register.assets.map(({ id, description }) => [id, description]));
  const proposal = { plan: plan.value, target: targetOf(gathered.value), names };
  return ok({ proposal, input, gathered: gathered.value });
}

function inputOf({ connection, connector, journal, book, read, onSheet }: Gathered, month: Month): RunInput {
  const { register, accounts } = read;
  const { decimals } = register;
  const rows = onSheet?.lines ?? [];
  return { connection, connector, journal, book, decimals, month, register, accountsOf: accountsIn(accounts), rows };
}

async function carryOut({ proposal, input, gathered }: Planned): Promise<void> {
  const outcome = await pushRun(proposal.plan, input);
  const { read, book } = gathered;
  const note = await writeOutcomes({
    read,
    book,
    outcomes: outcome.outcomes,
    steps: [],
    reversed: new Set(),
    created: outcome.created,
  });
  await lookAtSchedule(read);
  runState.set({ step: { at: "done", proposal, outcome }, note });
}

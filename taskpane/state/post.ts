import type { Result } from "../../src/engine";
import { ok, fail } from "../../src/engine";
import { identify, preparePush, push, type Plan, type Progress, type PushReport } from "../../src/sync";
import { createStore } from "../store";
import { book, gather, type Gathered } from "./gather";
import { lookAtSchedule } from "./schedule";
import { writeOutcomes } from "./write-outcomes";

/** How far posting has come. Nothing is sent before `pushing`, which only follows `asking`. */
export type PostStep =
  | { readonly at: "start" }
  | { readonly at: "reading" }
  | { readonly at: "preview"; readonly plan: Plan }
  | { readonly at: "asking"; readonly plan: Plan }
  | { readonly at: "pushing"; readonly plan: Plan; readonly progress: Progress; readonly cancelling: boolean }
  | { readonly at: "done"; readonly plan: Plan; readonly report: PushReport };

export interface PostState {
  readonly step: PostStep;
  readonly trouble: string | undefined;
  /** Something that people should know and that stopped nothing. */
  readonly note: string | undefined;
}

export const postState = createStore<PostState>({ step: { at: "start" }, trouble: undefined, note: undefined });

// Not part of what is shown: the plan's surroundings, and the way to stop a push.
let gathered: Gathered | undefined;
let stopper: AbortController | undefined;
let wanted: ReadonlySet<string> | undefined;

/** Compares the schedule with the ledger; only the charges with the given keys where there are any. */
export async function preview(keys?: ReadonlySet<string>): Promise<void> {
  wanted = keys;
  postState.set({ step: { at: "reading" }, trouble: undefined, note: undefined });
  const plan = await planNow();
  if (plan.ok) postState.set({ step: { at: "preview", plan: plan.value } });
  else postState.set({ step: { at: "start" }, trouble: plan.problem });
}

/** Goes on to the question, and back from it. */
export function ask(plan: Plan): void {
  postState.set({ step: { at: "asking", plan }, note: undefined });
}

export function backToPreview(plan: Plan): void {
  postState.set({ step: { at: "preview", plan } });
}

export function startOver(): void {
  postState.set({ step: { at: "start" }, trouble: undefined, note: undefined });
}

/** Lets what is in flight finish and sends nothing more. */
export function cancelPush(): void {
  stopper?.abort();
  const { step } = postState.get();
  if (step.at === "pushing") postState.set({ step: { ...step, cancelling: true } });
}

/**
 * Posts what was shown. Workbook and ledger are read once more first: where that gives another plan than the one that
 * was agreed to, nothing is sent and the new plan is shown instead.
 */
export async function postPlan(agreed: Plan): Promise<void> {
  const none: Progress = { done: 0, total: agreed.totals.post.count, rowsPerSecond: 0, secondsLeft: undefined };
  postState.set({ step: { at: "pushing", plan: agreed, progress: none, cancelling: false }, trouble: undefined });
  const plan = await planNow();
  if (!plan.ok) postState.set({ step: { at: "preview", plan: agreed }, trouble: plan.problem });
  else if (!sameWork(agreed, plan.value))
    postState.set({ step: { at: "preview", plan: plan.value }, note: changedSince });
  else await carryOut(plan.value);
}

/** Whether two plans send the same: the same charges with the same content, and the same new assets. */
export function sameWork(one: Plan, other: Plan): boolean {
  return workOf(one) === workOf(other);
}

const changedSince = "The sheet or the ledger has changed since this preview. This is the new one; nothing was sent.";

function workOf({ rows, createAssets }: Plan): string {
  const posts = rows.filter(({ kind }) => kind === "post").map(({ row }) => [row.key, row.fingerprint]);
  return JSON.stringify([posts, createAssets.map(({ asset }) => asset)]);
}

async function planNow(): Promise<Result<Plan, string>> {
  const found = await gather();
  if (!found.ok) return found;
  gathered = found.value;
  const { read, onSheet, ...rest } = found.value;
  if (onSheet === undefined) return fail("There is no schedule in this workbook. Build one in the view Schedule.");
  const { register, accounts } = read;
  const rows = await wantedRows(onSheet.lines);
  const { decimals } = register;
  const plan = await preparePush({ ...rest, book, decimals, rows, findings: onSheet.findings, register, accounts });
  return plan.ok ? ok(plan.value) : fail(plan.problem.sentence);
}

async function wantedRows<Row extends Parameters<typeof identify>[0][number]>(
  lines: readonly Row[],
): Promise<readonly Row[]> {
  const keys = wanted;
  if (keys === undefined) return lines;
  const identified = await identify(lines, book);
  return lines.filter((_, index) => keys.has(identified[index]?.key ?? ""));
}

async function carryOut(plan: Plan): Promise<void> {
  if (gathered === undefined) return;
  const { connector, connection, journal, read } = gathered;
  stopper = new AbortController();
  const onProgress = (progress: Progress): void => {
    const { step } = postState.get();
    if (step.at === "pushing") postState.set({ step: { ...step, progress } });
  };
  const report = await push(plan, { connector, connection, journal, onProgress, signal: stopper.signal });
  const note = await writeOutcomes({ read, outcomes: report.outcomes, steps: plan.rows, created: report.created });
  await lookAtSchedule(read);
  postState.set({ step: { at: "done", plan, report }, note, trouble: undefined });
}

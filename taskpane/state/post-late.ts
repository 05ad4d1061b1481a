import { dayText, type Day } from "../../src/engine";
import type { PushReport, RowStep } from "../../src/sync";
import { writePostingDates } from "../workbook/write-posting-dates";
import { readAgain } from "./gather";
import { postState, preview, type PostStep } from "./post";
import { keysOf, knownKeysOf } from "./write-outcomes";

/** Rows whose books are closed, and the first day that is open for all of them. */
export interface LateRows {
  readonly keys: ReadonlySet<string>;
  readonly firstOpen: Day;
}

/**
 * The rows of a push that the ledger refused because their period is closed; undefined where there are none. Those of an
 * asset that could not be made there, for its own day is closed, are not among them: no posting date of theirs helps.
 */
export function lateRows(report: PushReport, steps: readonly RowStep[]): LateRows | undefined {
  const created = new Set(report.created.map(({ asset }) => asset));
  const hasAsset = (step: RowStep): boolean =>
    step.kind === "post" && (step.ledgerId !== undefined || created.has(step.row.line.asset));
  const posted = new Set(steps.filter(hasAsset).map(({ row }) => row.key));
  const late = report.outcomes.flatMap(({ key, firstOpen }) =>
    firstOpen === undefined || !posted.has(key) ? [] : [{ key, firstOpen }],
  );
  if (late.length === 0) return undefined;
  const firstOpen = late.reduce((last, row) => Math.max(last, row.firstOpen), -Infinity) as Day;
  return { keys: new Set(late.map(({ key }) => key)), firstOpen };
}

/**
 * Gives the rows the first open day as their posting date, in the sheet, and previews them: each stays the charge of its
 * own period, under its own key. Nothing is sent before the preview is agreed to.
 */
export async function postLate(done: Extract<PostStep, { readonly at: "done" }>): Promise<void> {
  const { plan, target } = done.proposal;
  const late = lateRows(done.report, plan.rows);
  const read = await readAgain();
  if (!read.ok) postState.set({ trouble: read.problem });
  if (!read.ok || late === undefined) return;
  const { settings } = read.value;
  const known = knownKeysOf(plan.rows, plan.reversed);
  const written = await writePostingDates(late, settings.dateSystem, target.book, (schedule) =>
    keysOf(schedule, settings, target.book, known),
  );
  if (written.ok) await preview(late.keys);
  else
    postState.set({ trouble: `Posting date ${dayText(late.firstOpen)} was not written: ${written.problem.sentence}` });
}

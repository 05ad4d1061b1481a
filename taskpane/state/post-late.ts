import { dayText } from "../../src/engine";
import type { PushReport, RowStep } from "../../src/sync";
import { writePostingDates } from "../workbook/write-posting-dates";
import { closedIn, type ClosedRows } from "./closed-rows";
import { readAgain } from "./gather";
import { postState, preview, type PostStep } from "./post";
import { keysOf, knownKeysOf } from "./write-outcomes";

/**
 * The rows of a push that the ledger refused because their period is closed; undefined where there are none. Those of an
 * asset that could not be made there, for its own day is closed, are not among them: no posting date of theirs helps.
 */
export function lateRows(report: PushReport, steps: readonly RowStep[]): ClosedRows | undefined {
  const created = new Set(report.created.map(({ asset }) => asset));
  const hasAsset = (step: RowStep): boolean =>
    step.kind === "post" && (step.ledgerId !== undefined || created.has(step.row.line.asset));
  const posted = new Set(steps.filter(hasAsset).map(({ row }) => row.key));
  return closedIn(report.outcomes.filter(({ key }) => posted.has(key)));
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

import { fail, ok, type Result } from "../../src/engine";
import { preparePush, type Plan, type Prepared } from "../../src/sync";
import { gather, targetOf, type Gathered, type Target } from "./gather";

/** A plan with the ledger that it was made for: another one may be chosen while it is carried out. */
export interface Proposal {
  readonly plan: Plan;
  readonly target: Target;
}

/** A proposal with what it was made from, which carrying it out needs. */
export interface Proposed {
  readonly proposal: Proposal;
  readonly gathered: Gathered;
}

/** What is wanted of a plan: only these keys, and the charges that wait for earlier months. */
export type Wanted = Pick<Prepared, "only" | "withoutEarlier">;

/** Reads workbook and ledger and plans all rows, or those that are wanted. */
export async function propose(wanted: Wanted = {}): Promise<Result<Proposed, string>> {
  const found = await gather();
  if (!found.ok) return found;
  const { read, onSheet, ...rest } = found.value;
  if (onSheet === undefined) return fail("There is no schedule in this workbook. Build one in the view Schedule.");
  const { register, accounts, events } = read;
  const { decimals } = register;
  const { lines: rows, findings } = onSheet;
  const plan = await preparePush({ ...rest, ...wanted, decimals, rows, findings, register, accounts, events });
  if (!plan.ok) return fail(plan.problem.sentence);
  return ok({ proposal: { plan: plan.value, target: targetOf(found.value) }, gathered: found.value });
}

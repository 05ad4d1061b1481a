import { cents } from "../../src/engine";
import type { RunLine, RunPlan, Total } from "../../src/sync";

/** The assets that a run would book, and what it is expected to book for them. */
export function toRun({ lines }: RunPlan): Total {
  const booked = lines.filter(({ standing }) => standing === "run" || standing === "create");
  return { count: booked.length, amount: cents(booked.reduce((sum, line) => sum + expected(line), 0)) };
}

/** What the ledger says, or, of an asset that it does not know yet, what the sheet says. */
function expected({ ledger, sheet }: RunLine): number {
  return ledger ?? sheet ?? 0;
}

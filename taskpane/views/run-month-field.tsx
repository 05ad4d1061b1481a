import type { JSX } from "preact";
import { monthFromText } from "../../src/engine";
import { problemText } from "../format/problem-text";
import { MonthField } from "../parts/month-field";
import { useStore } from "../parts/use-store";
import { chooseRunMonth, runState } from "../state/run";

/** The month to run. Another one makes what is shown of this one void. */
export function RunMonthField(): JSX.Element {
  const { month } = useStore(runState);
  const problem = month === "" ? undefined : problemText(monthFromText(month, "Month"));
  return <MonthField label="Month" value={month} onValue={chooseRunMonth} problem={problem} />;
}

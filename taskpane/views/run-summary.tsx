import type { JSX } from "preact";
import { cents, monthText } from "../../src/engine";
import type { RunReport } from "../../src/connectors";
import type { RunLine, RunOutcome, RunPlan } from "../../src/sync";
import { count, counted, moneyIn } from "../format/amounts";
import { Button } from "../parts/button";
import { FactList, type Fact } from "../parts/fact-list";
import { Foot } from "../parts/foot";
import { Notice } from "../parts/notice";
import { Sentence } from "../parts/sentence";
import { proveMonths } from "../state/proof";
import { previewRun, type RunProposal } from "../state/run";
import { scheduleState, showScheduleSheet } from "../state/schedule";
import { RunMonthField } from "./run-month-field";
import { RunLines } from "./run-lines";
import type { MoneyHere } from "./use-money";

interface RunSummaryProps {
  readonly proposal: RunProposal;
  readonly outcome: RunOutcome;
  readonly here: MoneyHere;
}

/** What the ledger answered to a run, its complaints word for word, and what it now holds beside the sheet. */
export function RunSummary({ proposal, outcome, here }: RunSummaryProps): JSX.Element {
  const { plan, names } = proposal;
  const { report, stopped, lines } = outcome;
  return (
    <>
      <Sentence>{stateOf(plan, report, lines)}</Sentence>
      <RunMonthField />
      {stopped !== undefined && <Notice intent="error">{stopped.sentence}</Notice>}
      {report !== undefined && report.problems.length > 0 && <Complaints problems={report.problems} />}
      {report !== undefined && <FactList facts={factsOf(report, here)} />}
      <RunLines lines={lines} here={here} totals={totalsOf(lines)} names={names} />
      <Foot figures="The statuses stand beside the rows.">
        <Button
          appearance="primary"
          disabled={scheduleState.get().onSheet === undefined}
          onPress={() => void showScheduleSheet()}
        >
          Show in sheet
        </Button>
        <Button onPress={() => void previewRun()}>Compare again</Button>
        <Button onPress={() => proveMonths(monthText(plan.month), monthText(plan.month))}>Reconcile</Button>
      </Foot>
    </>
  );
}

function stateOf({ month }: RunPlan, report: RunReport | undefined, lines: readonly RunLine[]): string {
  const name = monthText(month);
  const booked = lines.filter(({ standing }) => standing === "booked").length;
  const holds = `${booked} of ${counted(lines.length, "asset")} booked`;
  if (report === undefined) return `${name} was not run; ${holds}.`;
  const part = report.problems.length === 0 ? "" : " See what the ledger says.";
  return `${name} was run: ${holds}.${part}`;
}

function Complaints({ problems }: { readonly problems: readonly string[] }): JSX.Element {
  return (
    <Notice intent="warning">
      The ledger says:
      <ul class="said">
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </Notice>
  );
}

function factsOf(report: RunReport, { style, currency }: MoneyHere): readonly Fact[] {
  return [
    { term: "Assets processed", value: count(report.assetsProcessed, style.language), figure: true },
    { term: "Entries created", value: count(report.entriesCreated, style.language), figure: true },
    { term: "Journal entries", value: count(report.journalEntriesCreated, style.language), figure: true },
    { term: "Total depreciation", value: moneyIn(report.total, style, currency), figure: true },
  ];
}

function totalsOf(lines: readonly RunLine[]): RunPlan["totals"] {
  const sum = (part: (line: RunLine) => number | undefined): number =>
    lines.reduce((total, line) => total + (part(line) ?? 0), 0);
  return {
    sheet: cents(sum(({ sheet }) => sheet)),
    ledger: cents(sum(({ ledger }) => ledger)),
    difference: cents(sum(({ difference }) => difference)),
  };
}

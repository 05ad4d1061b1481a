import type { JSX } from "preact";
import { dayText } from "../../src/engine";
import type { ReversalAudit, ReversalPlan, ReversalReport } from "../../src/sync";
import { count, counted, moneyIn } from "../format/amounts";
import { Button } from "../parts/button";
import { Confirm } from "../parts/confirm";
import { FactList } from "../parts/fact-list";
import { Foot } from "../parts/foot";
import { Notice } from "../parts/notice";
import { Sentence } from "../parts/sentence";
import { UnderWay } from "../parts/under-way";
import { closedIn } from "../state/closed-rows";
import { preview } from "../state/post";
import {
  askReversal,
  cancelReversal,
  leaveReversal,
  reverseProposal,
  type ReversalProposal,
  type ReverseStep,
} from "../state/reverse";
import { showScheduleSheet } from "../state/schedule";
import { TroubledRows } from "./troubled-rows";
import type { MoneyHere } from "./use-money";

type Begun = Exclude<ReverseStep, { readonly at: "none" }>;

/** Reversing rows that the ledger holds: one question, progress, and a summary that stays. */
export function ReverseRows({ step, here }: { readonly step: Begun; readonly here: MoneyHere }): JSX.Element {
  switch (step.at) {
    case "reading":
      return <Sentence busy>Reading the sheet and the ledger.</Sentence>;
    case "asking":
      return <Asking proposal={step.proposal} here={here} />;
    case "reversing":
      return <Reversing step={step} here={here} />;
    case "done":
      return <Summary proposal={step.proposal} report={step.report} here={here} />;
  }
}

interface AskingProps {
  readonly proposal: ReversalProposal;
  readonly here: MoneyHere;
}

function Asking({ proposal, here }: AskingProps): JSX.Element {
  const { plan, target } = proposal;
  const rows = counted(plan.total.count, "row", here.style.language);
  const total = moneyIn(plan.total.amount, here.style, here.currency);
  return (
    <Confirm
      question={`Reverse ${rows}, ${total}, in ${target.name}?`}
      figures={`${rows}, ${total}`}
      yes={`Reverse ${rows}`}
      onYes={() => void reverseProposal(proposal)}
      onBack={leaveReversal}
    >
      <FactList
        facts={[
          { term: "Rows", value: rows, figure: true },
          { term: "Total", value: total, figure: true },
          { term: "In", value: `${target.name} (${target.system})` },
          { term: "Business", value: target.businessId },
          { term: "Book", value: target.book },
          { term: "Dated", value: datesOf(plan) },
        ]}
      />
      <p>Each entry stays and gets one with debit and credit exchanged. The rows can be posted again afterwards.</p>
    </Confirm>
  );
}

function datesOf({ steps, from }: ReversalPlan): string {
  const days = [...new Set(steps.map(({ date }) => date))].sort((one, other) => one - other);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return "";
  const when = first === last ? dayText(first) : `${dayText(first)} to ${dayText(last)}`;
  return from === undefined ? `${when}, as the charges` : `${when}, what was before is closed`;
}

interface ReversingProps {
  readonly step: Extract<ReverseStep, { readonly at: "reversing" }>;
  readonly here: MoneyHere;
}

function Reversing({ step, here }: ReversingProps): JSX.Element {
  const { plan, target } = step.proposal;
  return (
    <UnderWay
      doing={`Reversing in ${target.name}.`}
      label="Rows reversed"
      step={step}
      language={here.style.language}
      figures={`${moneyIn(plan.total.amount, here.style, here.currency)} in ${target.name}`}
      onCancel={cancelReversal}
    />
  );
}

interface SummaryProps extends AskingProps {
  readonly report: ReversalReport;
}

function Summary({ proposal, report, here }: SummaryProps): JSX.Element {
  return (
    <>
      <Sentence>{stateOf(report, here)}</Sentence>
      {report.stopped !== undefined && <Notice intent="error">{report.stopped.sentence}</Notice>}
      {report.audit !== undefined && (
        <Notice intent={report.audit.kind === "gone" ? "success" : "error"}>{auditText(report.audit)}</Notice>
      )}
      <TroubledRows outcomes={report.outcomes} steps={proposal.plan.steps} language={here.style.language} />
      <SummaryFoot report={report} here={here} />
    </>
  );
}

function stateOf({ reversed, leftAlone, cancelled }: ReversalReport, { style, currency }: MoneyHere): string {
  const total = reversed.count === 0 ? "" : `, ${moneyIn(reversed.amount, style, currency)}`;
  const left = leftAlone === 0 ? "" : ` ${counted(leftAlone, "row", style.language)} left as before.`;
  return `${cancelled ? "Cancelled: " : ""}${counted(reversed.count, "row", style.language)} reversed${total}.${left}`;
}

function auditText(audit: ReversalAudit): string {
  switch (audit.kind) {
    case "gone":
      return "The ledger counts none of them any more.";
    case "still-there": {
      const rows = audit.rows.map((row) => row + 1).join(", ");
      return `The ledger reversed the entries, but still counts the charges of row ${rows}. Look at them in the ledger.`;
    }
    case "unread":
      return `Whether the ledger still counts them could not be checked. ${audit.sentence} Preview again.`;
  }
}

function SummaryFoot({ report, here }: { readonly report: ReversalReport; readonly here: MoneyHere }): JSX.Element {
  const closed = closedIn(report.outcomes);
  const unknown = report.outcomes.filter(({ word }) => word === "Unknown");
  const again = (): void => {
    leaveReversal();
    void preview();
  };
  return (
    <Foot figures="The statuses stand beside the rows.">
      {report.reversed.count > 0 && (
        <Button appearance="primary" onPress={again}>
          Post again
        </Button>
      )}
      {closed !== undefined && (
        <Button onPress={() => void askReversal(closed.keys, closed.firstOpen)}>
          Reverse {count(closed.keys.size, here.style.language)} from {dayText(closed.firstOpen)}
        </Button>
      )}
      {unknown.length > 0 && (
        <Button onPress={() => void askReversal(new Set(unknown.map(({ key }) => key)))}>
          Look up {count(unknown.length, here.style.language)} unknown
        </Button>
      )}
      <Button onPress={() => void showScheduleSheet()}>Show in sheet</Button>
      <Button onPress={leaveReversal}>Done</Button>
    </Foot>
  );
}

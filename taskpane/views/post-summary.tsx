import type { JSX } from "preact";
import { dayText, monthOf, monthText } from "../../src/engine";
import { outcomeWords, type Audit, type OutcomeWord, type PushReport, type RowStep } from "../../src/sync";
import { auditText } from "../format/audit-text";
import { counted, money, count as countText } from "../format/amounts";
import { outcomeLooks } from "../format/outcome-words";
import { Button } from "../parts/button";
import { Foot } from "../parts/foot";
import { Notice } from "../parts/notice";
import { Sentence } from "../parts/sentence";
import { preview, startOver, type PostStep } from "../state/post";
import { lateRows, postLate } from "../state/post-late";
import { proveMonths } from "../state/proof";
import { showScheduleSheet } from "../state/schedule";
import { ReverseButton } from "./reverse-button";
import { TroubledRows } from "./troubled-rows";
import type { MoneyHere } from "./use-money";

interface PostSummaryProps {
  readonly done: Extract<PostStep, { readonly at: "done" }>;
  readonly here: MoneyHere;
}

/** What became of a push; it stays until the person goes on. */
export function PostSummary({ done, here }: PostSummaryProps): JSX.Element {
  const { report, proposal } = done;
  return (
    <>
      <Sentence>{stateOf(report, here)}</Sentence>
      {report.stopped !== undefined && <Notice intent="error">{report.stopped.sentence}</Notice>}
      {report.audit !== undefined && <AuditLine audit={report.audit} here={here} />}
      <Totals report={report} here={here} />
      <TroubledRows outcomes={report.outcomes} steps={proposal.plan.rows} language={here.style.language} />
      <SummaryFoot done={done} here={here} />
    </>
  );
}

/** What the ledger was found to hold after the push. */
function AuditLine({ audit, here }: { readonly audit: Audit; readonly here: MoneyHere }): JSX.Element {
  return <Notice intent={audit.kind === "tied" ? "success" : "error"}>{auditText(audit, here)}</Notice>;
}

function stateOf({ totals, leftReady, cancelled, created }: PushReport, { style }: MoneyHere): string {
  const posted = counted(totals.Posted.count, "row", style.language);
  const assets = created.length === 0 ? "" : `, ${counted(created.length, "asset", style.language)} created`;
  const how = cancelled ? "Cancelled: " : "";
  const left = leftReady === 0 ? "" : ` ${counted(leftReady, "row", style.language)} not sent.`;
  return `${how}${posted} posted${assets}.${left}`;
}

function Totals({ report, here }: { readonly report: PushReport; readonly here: MoneyHere }): JSX.Element {
  const shown = outcomeWords.filter((word) => report.totals[word].count > 0 || word === "Posted");
  return (
    <section aria-label="Outcomes">
      <div class="list-head">
        <span>Outcome</span>
        <span>{here.currency ?? ""}</span>
      </div>
      <ul class="list">
        {shown.map((word) => (
          <li class="row" key={word}>
            <span class="row-badge">
              <fluent-badge appearance="tint" color={outcomeLooks[word].colour} size="medium">
                {word}
              </fluent-badge>
            </span>
            <span class="money">{countText(report.totals[word].count, here.style.language)}</span>
            <span class="money wide">{money(report.totals[word].amount, here.style)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function SummaryFoot({ done, here }: PostSummaryProps): JSX.Element {
  const { report, proposal } = done;
  const { Refused, Unknown } = report.totals;
  const late = lateRows(report, proposal.plan.rows);
  const retry = (word: OutcomeWord): void => void preview(keysOf(report, word));
  return (
    <Foot figures="The statuses stand beside the rows.">
      <Button appearance="primary" onPress={() => void showScheduleSheet()}>
        Show in sheet
      </Button>
      {late !== undefined && (
        <Button onPress={() => void postLate(done)}>
          Post {countText(late.keys.size, here.style.language)} late, on {dayText(late.firstOpen)}
        </Button>
      )}
      {Refused.count > 0 && (
        <Button onPress={() => retry("Refused")}>Retry {countText(Refused.count, here.style.language)} refused</Button>
      )}
      {Unknown.count > 0 && (
        <Button onPress={() => retry("Unknown")}>
          Look up {countText(Unknown.count, here.style.language)} unknown
        </Button>
      )}
      <ReverseButton keys={keysOf(report, "Posted")} language={here.style.language} />
      <Button onPress={() => reconcileMonthsOf(proposal.plan.rows)}>Reconcile</Button>
      <Button onPress={startOver}>Done</Button>
    </Foot>
  );
}

/** Proves the months of the rows that were just posted. */
function reconcileMonthsOf(steps: readonly RowStep[]): void {
  const months = steps.map(({ row }) => monthText(monthOf(row.line.periodEnd))).sort();
  proveMonths(months[0] ?? "", months.at(-1) ?? "");
}

function keysOf({ outcomes }: PushReport, word: OutcomeWord): ReadonlySet<string> {
  return new Set(outcomes.filter((outcome) => outcome.word === word).map(({ key }) => key));
}

import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { monthFromText, monthText } from "../../src/engine";
import type { RunPlan } from "../../src/sync";
import { counted, moneyIn } from "../format/amounts";
import { problemText } from "../format/problem-text";
import { Button } from "../parts/button";
import { Confirm } from "../parts/confirm";
import { FactList } from "../parts/fact-list";
import { Foot } from "../parts/foot";
import { MonthField } from "../parts/month-field";
import { Notice } from "../parts/notice";
import { Sentence } from "../parts/sentence";
import { useStore } from "../parts/use-store";
import { activeConnection, connections } from "../state/connections";
import { askRun, backToRunPreview, chooseRunMonth, openRun, previewRun, runMonth, runState } from "../state/run";
import { toRun } from "../state/run-totals";
import { RunPreview } from "./run-preview";
import { RunSummary } from "./run-summary";
import { useMoney } from "./use-money";

/** Running a month in a ledger that computes its own depreciation: compare, one question, and what it answered. */
export function RunMonth(): JSX.Element {
  const { step, month, trouble, note } = useStore(runState);
  useEffect(openRun, []);
  const busy = step.at === "reading" || step.at === "running";
  return (
    <>
      {trouble !== undefined && <Notice intent="error">{trouble}</Notice>}
      {note !== undefined && <Notice intent="warning">{note}</Notice>}
      {step.at !== "asking" && (
        <MonthChoice month={month} busy={busy} label={step.at === "start" ? "Month to run" : "Month"} />
      )}
      <Step />
    </>
  );
}

interface MonthChoiceProps {
  readonly month: string;
  readonly busy: boolean;
  readonly label: string;
}

function MonthChoice({ month, busy, label }: MonthChoiceProps): JSX.Element {
  return (
    <div class="pair">
      <MonthField
        label={label}
        value={month}
        onValue={(typed) => {
          if (!busy) chooseRunMonth(typed);
        }}
        problem={problemText(monthFromText(month, "Month"))}
      />
    </div>
  );
}

function Step(): JSX.Element {
  const { step } = useStore(runState);
  const here = useMoney();
  switch (step.at) {
    case "start":
      return <Start />;
    case "reading":
      return <Sentence busy>Reading the sheet and the ledger.</Sentence>;
    case "preview":
      return <RunPreview plan={step.plan} here={here} onRun={() => askRun(step.plan)} />;
    case "asking":
      return <Asking plan={step.plan} />;
    case "running":
      return <Sentence busy>Running {monthText(step.plan.month)} and reading back what was booked.</Sentence>;
    case "done":
      return <RunSummary outcome={step.outcome} plan={step.plan} here={here} />;
  }
}

function Start(): JSX.Element {
  const { month } = useStore(runState);
  const target = activeConnection(useStore(connections))?.connection.name ?? "";
  return (
    <>
      <Sentence>{target} computes its own depreciation.</Sentence>
      <p>
        The preview shows, asset by asset, what the sheet says and what the ledger would book. Nothing is booked yet.
      </p>
      <Foot figures={`Compares ${month} with ${target}.`}>
        <Button appearance="primary" disabled={!monthFromText(month).ok} onPress={() => void previewRun()}>
          Preview
        </Button>
      </Foot>
    </>
  );
}

function Asking({ plan }: { readonly plan: RunPlan }): JSX.Element {
  const here = useMoney();
  const active = activeConnection(useStore(connections));
  const { count, amount } = toRun(plan);
  const assets = counted(count, "asset", here.style.language);
  const total = moneyIn(amount, here.style, here.currency);
  const name = active?.connection.name ?? "";
  const created = plan.createAssets.length;
  return (
    <Confirm
      question={`Run ${monthText(plan.month)} for ${assets}, ${total}, in ${name}?`}
      figures={`${assets}, ${total}`}
      yes={`Run ${monthText(plan.month)}`}
      onYes={() => void runMonth(plan)}
      onBack={() => backToRunPreview(plan)}
    >
      <FactList
        facts={[
          { term: "Month", value: monthText(plan.month) },
          { term: "Assets", value: assets, figure: true },
          { term: "Expected total", value: total, figure: true },
          { term: "In", value: `${name} (${active?.connector.label ?? ""})` },
          { term: "Business", value: active?.connection.businessId ?? "" },
          { term: "New assets", value: created === 0 ? "none" : `${counted(created, "asset")}, created first` },
        ]}
      />
    </Confirm>
  );
}

import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { monthFromText, monthText } from "../../src/engine";
import { counted, moneyIn } from "../format/amounts";
import { Button } from "../parts/button";
import { Confirm } from "../parts/confirm";
import { FactList } from "../parts/fact-list";
import { Foot } from "../parts/foot";
import { Notice } from "../parts/notice";
import { Sentence } from "../parts/sentence";
import { useStore } from "../parts/use-store";
import { activeConnection, connections } from "../state/connections";
import { backToRunPreview, openRun, previewRun, runMonth, runState, type RunProposal } from "../state/run";
import { toRun } from "../state/run-totals";
import { RunMonthField } from "./run-month-field";
import { RunPreview } from "./run-preview";
import { RunSummary } from "./run-summary";
import { useMoney } from "./use-money";
import { WhenOnline } from "./when-online";

/** Running a month in a ledger that computes its own depreciation: compare, one question, and what it answered. */
export function RunMonth(): JSX.Element {
  const { step, trouble, note } = useStore(runState);
  useEffect(openRun, []);
  return (
    <>
      {trouble !== undefined && <Notice intent="error">{trouble}</Notice>}
      {note !== undefined && <Notice intent="warning">{note}</Notice>}
      <WhenOnline tells={step.at === "running" || step.at === "done"}>
        <Step />
      </WhenOnline>
    </>
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
      return <RunPreview proposal={step.proposal} here={here} />;
    case "asking":
      return <Asking proposal={step.proposal} />;
    case "running":
      return <Sentence busy>Running {monthText(step.proposal.plan.month)} and reading back what was booked.</Sentence>;
    case "done":
      return <RunSummary outcome={step.outcome} proposal={step.proposal} here={here} />;
  }
}

function Start(): JSX.Element {
  const { month } = useStore(runState);
  const ready = monthFromText(month).ok;
  const target = activeConnection(useStore(connections))?.connection.name ?? "";
  return (
    <>
      <Sentence>{target} computes its own depreciation.</Sentence>
      <RunMonthField />
      <p>
        The preview shows, asset by asset, what the sheet says and what the ledger would book. Nothing is booked yet.
      </p>
      <Foot figures={ready ? `Compares ${month} with ${target}.` : "Choose a month first."}>
        <Button appearance="primary" disabled={!ready} onPress={() => void previewRun()}>
          Preview
        </Button>
      </Foot>
    </>
  );
}

function Asking({ proposal }: { readonly proposal: RunProposal }): JSX.Element {
  const here = useMoney();
  const { plan, target } = proposal;
  const { count, amount } = toRun(plan);
  const assets = counted(count, "asset", here.style.language);
  const total = moneyIn(amount, here.style, here.currency);
  const created = plan.createAssets.length;
  const placed = plan.placeInService.length;
  return (
    <Confirm
      question={`Run ${monthText(plan.month)} for ${assets}, ${total}, in ${target.name}?`}
      figures={`${assets}, ${total}`}
      yes={`Run ${monthText(plan.month)}`}
      onYes={() => void runMonth(proposal)}
      onBack={() => backToRunPreview(proposal)}
    >
      <FactList
        facts={[
          { term: "Month", value: monthText(plan.month) },
          { term: "Assets", value: assets, figure: true },
          { term: "Expected total", value: total, figure: true },
          { term: "In", value: `${target.name} (${target.system})` },
          { term: "Business", value: target.businessId },
          { term: "New assets", value: created === 0 ? "none" : `${counted(created, "asset")}, created first` },
          { term: "Put in service", value: placed === 0 ? "none" : `${counted(placed, "asset")}, first of all` },
        ]}
      />
    </Confirm>
  );
}

import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { Plan } from "../../src/sync";
import { counted, moneyIn } from "../format/amounts";
import { Button } from "../parts/button";
import { Confirm } from "../parts/confirm";
import { FactList } from "../parts/fact-list";
import { Foot } from "../parts/foot";
import { Notice } from "../parts/notice";
import { Progress } from "../parts/progress";
import { Sentence } from "../parts/sentence";
import { useStore } from "../parts/use-store";
import { activeConnection, connections } from "../state/connections";
import { showView } from "../state/pane";
import { ask, backToPreview, cancelPush, postPlan, postState, preview, type PostStep } from "../state/post";
import { registerState } from "../state/register";
import { lookAtSchedule, scheduleState } from "../state/schedule";
import { PostPreview } from "./post-preview";
import { PostSummary } from "./post-summary";
import { useMoney, type MoneyHere } from "./use-money";

/** Posting rows of the schedule: preview, one question, progress, and a summary that stays. */
export function PostRows(): JSX.Element {
  const { step, trouble, note } = useStore(postState);
  return (
    <>
      {trouble !== undefined && <Notice intent="error">{trouble}</Notice>}
      {note !== undefined && <Notice intent="warning">{note}</Notice>}
      <Step step={step} />
    </>
  );
}

function Step({ step }: { readonly step: PostStep }): JSX.Element {
  const here = useMoney();
  switch (step.at) {
    case "start":
      return <Start />;
    case "reading":
      return <Sentence busy>Reading the sheet and the ledger.</Sentence>;
    case "preview":
      return <PostPreview plan={step.plan} here={here} onPost={() => ask(step.plan)} />;
    case "asking":
      return <Asking plan={step.plan} here={here} />;
    case "pushing":
      return <Pushing step={step} here={here} />;
    case "done":
      return <PostSummary plan={step.plan} report={step.report} here={here} />;
  }
}

function Start(): JSX.Element {
  const { onSheet } = useStore(scheduleState);
  const { read } = useStore(registerState);
  const target = activeConnection(useStore(connections))?.connection.name ?? "";
  useEffect(() => void lookAtSchedule(read), [read]);
  if (onSheet === undefined) return <NoSchedule />;
  const rows = counted(onSheet.lines.length, "row");
  return (
    <>
      <Sentence>
        {rows} on sheet {onSheet.place.sheet}.
      </Sentence>
      <p>The preview compares them with what {target} holds. Nothing is sent before you have seen it and agreed.</p>
      <Foot figures={`Compares ${rows} with ${target}.`}>
        <Button appearance="primary" onPress={() => void preview()}>
          Preview
        </Button>
      </Foot>
    </>
  );
}

function NoSchedule(): JSX.Element {
  return (
    <>
      <Sentence>No schedule in this workbook. Build one from the register first.</Sentence>
      <Foot figures="">
        <Button appearance="primary" onPress={() => showView("schedule")}>
          Go to Schedule
        </Button>
      </Foot>
    </>
  );
}

interface AskingProps {
  readonly plan: Plan;
  readonly here: MoneyHere;
}

function Asking({ plan, here }: AskingProps): JSX.Element {
  const active = activeConnection(useStore(connections));
  const { connection } = active ?? {};
  const { count, amount } = plan.totals.post;
  const rows = counted(count, "row", here.style.language);
  const total = moneyIn(amount, here.style, here.currency);
  const assets = plan.createAssets.length;
  return (
    <Confirm
      question={`Post ${rows}, ${total}, to ${connection?.name ?? ""}?`}
      figures={`${rows}, ${total}`}
      yes={`Post ${rows}`}
      onYes={() => void postPlan(plan)}
      onBack={() => backToPreview(plan)}
    >
      <FactList
        facts={[
          { term: "Rows", value: rows, figure: true },
          { term: "Total", value: total, figure: true },
          { term: "To", value: `${connection?.name ?? ""} (${active?.connector.label ?? ""})` },
          { term: "Business", value: connection?.businessId ?? "" },
          { term: "New assets", value: assets === 0 ? "none" : `${counted(assets, "asset")}, created first` },
        ]}
      />
    </Confirm>
  );
}

interface PushingProps {
  readonly step: Extract<PostStep, { readonly at: "pushing" }>;
  readonly here: MoneyHere;
}

function Pushing({ step, here }: PushingProps): JSX.Element {
  const { name = "" } = activeConnection(useStore(connections))?.connection ?? {};
  return (
    <>
      <Sentence>
        {step.cancelling ? "Cancelling: what is on its way may still arrive." : `Posting to ${name}.`}
      </Sentence>
      <Progress label="Rows posted" progress={step.progress} language={here.style.language} />
      <p>This pane may be closed meanwhile; it says what happened when you come back.</p>
      <Foot figures={`${moneyIn(step.plan.totals.post.amount, here.style, here.currency)} to ${name}`}>
        <Button disabled={step.cancelling} onPress={cancelPush}>
          Cancel
        </Button>
      </Foot>
    </>
  );
}

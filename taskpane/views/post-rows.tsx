import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { counted, moneyIn } from "../format/amounts";
import { Button } from "../parts/button";
import { Confirm } from "../parts/confirm";
import { FactList } from "../parts/fact-list";
import { Foot } from "../parts/foot";
import { Notice } from "../parts/notice";
import { Sentence } from "../parts/sentence";
import { UnderWay } from "../parts/under-way";
import { useStore } from "../parts/use-store";
import { bookState } from "../state/book";
import { copiedFrom } from "../state/copy";
import { activeConnection, connections } from "../state/connections";
import { showView } from "../state/pane";
import { backToPreview, cancelPush, postProposal, postState, preview, type PostStep } from "../state/post";
import type { Proposal } from "../state/propose";
import { registerState } from "../state/register";
import { reverseState } from "../state/reverse";
import { lookAtSchedule, scheduleState } from "../state/schedule";
import { BookChoice } from "./book-choice";
import { PostPreview } from "./post-preview";
import { PostSummary } from "./post-summary";
import { ReverseRows } from "./reverse-rows";
import { useMoney, type MoneyHere } from "./use-money";
import { WhenOnline } from "./when-online";

/** Posting rows of the schedule, and reversing them: preview, one question, progress, and a summary that stays. */
export function PostRows(): JSX.Element {
  const posting = useStore(postState);
  const reversal = useStore(reverseState);
  const here = useMoney();
  const isReversing = reversal.step.at !== "none";
  const trouble = reversal.trouble ?? posting.trouble;
  const note = isReversing ? reversal.note : posting.note;
  return (
    <>
      {trouble !== undefined && <Notice intent="error">{trouble}</Notice>}
      {note !== undefined && <Notice intent="warning">{note}</Notice>}
      <WhenOnline tells={telling.includes(isReversing ? reversal.step.at : posting.step.at)}>
        {reversal.step.at === "none" ? <Step step={posting.step} /> : <ReverseRows step={reversal.step} here={here} />}
      </WhenOnline>
    </>
  );
}

const telling: readonly string[] = ["pushing", "reversing", "done"];

function Step({ step }: { readonly step: PostStep }): JSX.Element {
  const here = useMoney();
  switch (step.at) {
    case "start":
      return <Start />;
    case "reading":
      return <Sentence busy>Reading the sheet and the ledger.</Sentence>;
    case "preview":
      return <PostPreview proposal={step.proposal} here={here} />;
    case "asking":
      return <Asking proposal={step.proposal} here={here} />;
    case "pushing":
      return <Pushing step={step} here={here} />;
    case "done":
      return <PostSummary done={step} here={here} />;
  }
}

function Start(): JSX.Element {
  const { onSheet } = useStore(scheduleState);
  const { read } = useStore(registerState);
  const target = activeConnection(useStore(connections))?.connection.name ?? "";
  const { book } = useStore(bookState);
  const original = copiedFrom();
  useEffect(() => void lookAtSchedule(read), [read, book]);
  if (onSheet === undefined) return <NoSchedule />;
  const rows = counted(onSheet.lines.length, "row");
  return (
    <>
      <Sentence>
        {rows} on sheet {onSheet.place.sheet}, book {book}.
      </Sentence>
      {original !== undefined && (
        <Notice intent="warning">
          This is a copy of {original}: statuses come from the ledger; choose another book to post separately.
        </Notice>
      )}
      <BookChoice />
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
  const { book } = useStore(bookState);
  return (
    <>
      <Sentence>No schedule of the book {book} in this workbook. Build one from the register first.</Sentence>
      <BookChoice />
      <Foot figures="">
        <Button appearance="primary" onPress={() => showView("schedule")}>
          Go to Schedule
        </Button>
      </Foot>
    </>
  );
}

interface AskingProps {
  readonly proposal: Proposal;
  readonly here: MoneyHere;
}

function Asking({ proposal, here }: AskingProps): JSX.Element {
  const { plan, target } = proposal;
  const { count, amount } = plan.totals.post;
  const rows = counted(count, "row", here.style.language);
  const total = moneyIn(amount, here.style, here.currency);
  const assets = plan.createAssets.length;
  return (
    <Confirm
      question={`Post ${rows}, ${total}, to ${target.name}?`}
      figures={`${rows}, ${total}`}
      yes={`Post ${rows}`}
      onYes={() => void postProposal(proposal)}
      onBack={() => backToPreview(proposal)}
    >
      <FactList
        facts={[
          { term: "Rows", value: rows, figure: true },
          { term: "Total", value: total, figure: true },
          { term: "To", value: `${target.name} (${target.system})` },
          { term: "Business", value: target.businessId },
          { term: "Book", value: target.book },
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
  const { plan, target } = step.proposal;
  return (
    <UnderWay
      doing={`Posting to ${target.name}.`}
      label="Rows posted"
      step={step}
      language={here.style.language}
      figures={`${moneyIn(plan.totals.post.amount, here.style, here.currency)} to ${target.name}`}
      onCancel={cancelPush}
    >
      {step.progress.done === 0 && plan.createAssets.length > 0 && (
        <p>{counted(plan.createAssets.length, "new asset", here.style.language)} to be created first.</p>
      )}
      <p>This pane may be closed meanwhile; it says what happened when you come back.</p>
    </UnderWay>
  );
}

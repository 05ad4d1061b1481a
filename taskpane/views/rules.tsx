import type { JSX } from "preact";
import { counted } from "../format/amounts";
import { groupProblems } from "../format/problem-groups";
import { Button } from "../parts/button";
import { Confirm } from "../parts/confirm";
import { FactList } from "../parts/fact-list";
import { Foot } from "../parts/foot";
import { Notice } from "../parts/notice";
import { ProblemList } from "../parts/problem-list";
import { Sentence } from "../parts/sentence";
import { TextField } from "../parts/text-field";
import { ToldList } from "../parts/told-list";
import { useStore } from "../parts/use-store";
import { activeConnection, connections } from "../state/connections";
import { pane } from "../state/pane";
import {
  askRules,
  backToRulesPreview,
  backToStart,
  cancelRules,
  chooseAsset,
  previewRules,
  pullRules,
  pushProposal,
  rulesState,
  type RulesProposal,
  type RulesStep,
} from "../state/rules";
import { copyIntoRegister } from "../state/rules-into-register";
import { cellAddress } from "../workbook/place";
import { showCell, showSheet } from "../workbook/show";
import { countsOf, toldOutcome, toldStep } from "./rule-words";
import { WhenOnline } from "./when-online";

/** The rules of a system that depreciates by itself: pull, edit in the sheet, preview field by field, push. */
export function Rules(): JSX.Element {
  const { step, trouble, note } = useStore(rulesState);
  return (
    <>
      {trouble !== undefined && <Notice intent="error">{trouble}</Notice>}
      {note !== undefined && <Notice intent="info">{note}</Notice>}
      <WhenOnline tells={step.at === "pushing" || step.at === "done"}>
        <Step step={step} />
      </WhenOnline>
    </>
  );
}

function Step({ step }: { readonly step: RulesStep }): JSX.Element {
  switch (step.at) {
    case "start":
      return <Start />;
    case "reading":
      return <Sentence busy>Reading the rules.</Sentence>;
    case "asking-pull":
      return <AskingPull edited={step.edited} />;
    case "preview":
      return <Preview proposal={step.proposal} />;
    case "asking":
      return <Asking proposal={step.proposal} />;
    case "pushing":
      return <Pushing proposal={step.proposal} done={step.done} />;
    case "done":
      return <Done step={step} />;
  }
}

function Start(): JSX.Element {
  const { asset } = useStore(rulesState);
  const name = activeConnection(useStore(connections))?.connection.name ?? "";
  return (
    <>
      <Sentence>{name} depreciates by its own rules.</Sentence>
      <p>Pull them into the sheet Rules, edit them there and preview. Nothing is changed before you have agreed.</p>
      <TextField
        label="Asset id"
        hint="Leave it empty for the rules of all assets."
        value={asset}
        onValue={chooseAsset}
      />
      <Foot figures={asset.trim() === "" ? "All rules." : `The rules of ${asset.trim()}.`}>
        <Button appearance="primary" onPress={() => void previewRules()}>
          Preview
        </Button>
        <Button onPress={() => void pullRules()}>Pull rules</Button>
      </Foot>
    </>
  );
}

function AskingPull({ edited }: { readonly edited: number }): JSX.Element {
  const rows = counted(edited, "row", useStore(pane).language);
  return (
    <Confirm
      question={`Overwrite ${rows} that ${edited === 1 ? "was" : "were"} not pushed?`}
      figures={`${rows} of the sheet would be lost`}
      yes="Pull and overwrite"
      onYes={() => void pullRules(true)}
      onBack={backToStart}
    >
      <p>The sheet Rules says something else there than the system does. A preview shows what.</p>
    </Confirm>
  );
}

function Preview({ proposal }: { readonly proposal: RulesProposal }): JSX.Element {
  const { plan, read, place } = proposal;
  const { language } = useStore(pane);
  const { words, toSend } = countsOf(plan, language);
  const show = (row: number, column: number): void => void showCell(place, row, column);
  return (
    <>
      <Sentence>{words}</Sentence>
      {plan.untouched > 0 && (
        <p>{counted(plan.untouched, "rule", language)} of the system not in this sheet: left as they are.</p>
      )}
      <ProblemList
        groups={groupProblems(read.findings)}
        language={language}
        addressOf={({ row, column }) => cellAddress(place, row, column)}
        onShow={({ row, column }) => show(row, column)}
      />
      <ToldList
        label="Rules, row by row"
        heads={["Rule", "", ""]}
        rows={plan.steps.map((step) => toldStep(step, () => show(step.row.row, 0)))}
      />
      <Foot figures={toSend === 0 ? "Nothing to push." : `${words} In ${proposal.target.name}.`}>
        <Button appearance="primary" disabled={toSend === 0} onPress={() => askRules(proposal)}>
          Push {counted(toSend, "rule", language)}
        </Button>
        <Button onPress={() => void intoRegister(proposal)}>Into the register</Button>
        <Button onPress={() => void pullRules()}>Pull rules</Button>
      </Foot>
    </>
  );
}

async function intoRegister({ read }: RulesProposal): Promise<void> {
  const copied = await copyIntoRegister(read.rows);
  rulesState.set(copied.ok ? { note: copied.value, trouble: undefined } : { trouble: copied.problem });
}

function Asking({ proposal }: { readonly proposal: RulesProposal }): JSX.Element {
  const { plan, target } = proposal;
  const { language } = useStore(pane);
  const { words, toSend, byKind } = countsOf(plan, language);
  return (
    <Confirm
      question={`Push ${counted(toSend, "rule", language)} to ${target.name}?`}
      figures={words}
      yes={`Push ${counted(toSend, "rule", language)}`}
      onYes={() => void pushProposal(proposal)}
      onBack={() => backToRulesPreview(proposal)}
    >
      <FactList
        facts={[
          { term: "To create", value: String(byKind.create), figure: true },
          { term: "To change", value: String(byKind.change), figure: true },
          { term: "To delete", value: String(byKind.delete), figure: true },
          { term: "In", value: `${target.name} (${target.system})` },
          { term: "Company", value: target.businessId },
        ]}
      />
      {byKind.delete > 0 && <p>A deleted rule is gone: the system has no way back.</p>}
    </Confirm>
  );
}

function Pushing({ proposal, done }: { readonly proposal: RulesProposal; readonly done: number }): JSX.Element {
  const { toSend } = countsOf(proposal.plan, useStore(pane).language);
  return (
    <>
      <Sentence busy>Pushing to {proposal.target.name}.</Sentence>
      <Foot figures={`${done} of ${toSend}`}>
        <Button onPress={cancelRules}>Cancel</Button>
      </Foot>
    </>
  );
}

function Done({ step }: { readonly step: Extract<RulesStep, { readonly at: "done" }> }): JSX.Element {
  const { report, proposal } = step;
  const { language } = useStore(pane);
  const posted = report.outcomes.filter(({ word }) => word === "Posted").length;
  return (
    <>
      <Sentence>{counted(posted, "rule", language)} pushed.</Sentence>
      {report.stopped !== undefined && <Notice intent="error">{report.stopped.sentence} The rest was not sent.</Notice>}
      <ToldList label="Rules, row by row" heads={["Rule", "", ""]} rows={report.outcomes.map(toldOutcome)} />
      <Foot figures="The outcomes stand beside the rows.">
        <Button appearance="primary" onPress={() => void showSheet(proposal.place.sheet)}>
          Show in sheet
        </Button>
        <Button onPress={() => void previewRules()}>Preview again</Button>
      </Foot>
    </>
  );
}

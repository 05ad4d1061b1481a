import type { JSX } from "preact";
import { cents, type Cents } from "../../src/engine";
import type { AssetOpinion } from "../../src/sync";
import { counted, money } from "../format/amounts";
import { Button } from "../parts/button";
import { Foot } from "../parts/foot";
import { Notice } from "../parts/notice";
import { Sentence } from "../parts/sentence";
import { ToldList, type Told } from "../parts/told-list";
import { useStore } from "../parts/use-store";
import { activeConnection, connections } from "../state/connections";
import {
  askForOpinion,
  cancelOpinion,
  opinionState,
  showOpinionSheet,
  verdictWords,
  type OpinionStep,
} from "../state/second-opinion";
import { useMoney, type MoneyHere } from "./use-money";
import { WhenOnline } from "./when-online";

/** A calculator's second opinion on every asset of the register. It posts nothing and keeps nothing. */
export function SecondOpinion(): JSX.Element {
  const { step, trouble } = useStore(opinionState);
  return (
    <>
      {trouble !== undefined && <Notice intent="error">{trouble}</Notice>}
      <WhenOnline tells={step.at !== "start"}>
        <Step step={step} />
      </WhenOnline>
    </>
  );
}

function Step({ step }: { readonly step: OpinionStep }): JSX.Element {
  const here = useMoney();
  switch (step.at) {
    case "start":
      return <Start />;
    case "asking":
      return <Asking step={step} here={here} />;
    case "done":
      return <Done step={step} here={here} />;
  }
}

function Start(): JSX.Element {
  const name = activeConnection(useStore(connections))?.connection.name ?? "";
  return (
    <>
      <Sentence>{name} computes depreciation and keeps nothing.</Sentence>
      <p>
        It is asked about each asset of the register. Its schedule and ours are compared year by year, and the sheet
        &ldquo;Second opinion&rdquo; shows both. Only cost, salvage, life and factor are sent.
      </p>
      <Foot figures={`Compares the register with ${name}.`}>
        <Button appearance="primary" onPress={() => void askForOpinion()}>
          Compare
        </Button>
      </Foot>
    </>
  );
}

interface AskingProps {
  readonly step: Extract<OpinionStep, { readonly at: "asking" }>;
  readonly here: MoneyHere;
}

function Asking({ step: { done, count, cancelling }, here }: AskingProps): JSX.Element {
  return (
    <>
      <Sentence busy>{cancelling ? "Cancelling." : "Asking about each asset."}</Sentence>
      <Foot figures={`${done} of ${counted(count, "asset", here.style.language)}`}>
        <Button disabled={cancelling} onPress={cancelOpinion}>
          Cancel
        </Button>
      </Foot>
    </>
  );
}

interface DoneProps {
  readonly step: Extract<OpinionStep, { readonly at: "done" }>;
  readonly here: MoneyHere;
}

function Done({ step, here }: DoneProps): JSX.Element {
  const { opinions, unread, sheet } = step;
  // What needs somebody's eyes comes first.
  const order: readonly AssetOpinion["verdict"][] = ["differs", "no-answer", "not-computable", "agrees"];
  const sorted = order.flatMap((verdict) => opinions.filter((opinion) => opinion.verdict === verdict));
  return (
    <>
      <Sentence>{stateOf(opinions, here)}</Sentence>
      {unread > 0 && (
        <Notice intent="warning">
          {counted(unread, "row", here.style.language)} of the register could not be read and{" "}
          {unread === 1 ? "was" : "were"} not compared. The view Register says why.
        </Notice>
      )}
      <ToldList
        label="Opinions by asset"
        heads={[`Asset, whole life${here.currency === undefined ? "" : `, ${here.currency}`}`, "Ours", "Theirs"]}
        rows={sorted.map((opinion) => toldOf(opinion, here))}
      />
      <Foot figures={sheet === undefined ? "The sheet could not be written." : `Year by year on sheet ${sheet}.`}>
        <Button appearance="primary" disabled={sheet === undefined} onPress={() => void showOpinionSheet(sheet ?? "")}>
          Show in sheet
        </Button>
        <Button onPress={() => void askForOpinion()}>Compare again</Button>
      </Foot>
    </>
  );
}

function stateOf(opinions: readonly AssetOpinion[], { style }: MoneyHere): string {
  const parts = (Object.keys(verdictWords) as AssetOpinion["verdict"][])
    .map((verdict) => ({ verdict, count: opinions.filter((opinion) => opinion.verdict === verdict).length }))
    .filter(({ count }) => count > 0)
    .map(({ verdict, count }) => `${count} ${count === 1 ? verdictWords[verdict].toLowerCase() : ofMany[verdict]}`);
  return `${counted(opinions.length, "asset", style.language)}: ${parts.join(", ")}.`;
}

const ofMany: Readonly<Record<AssetOpinion["verdict"], string>> = {
  agrees: "agree",
  differs: "differ",
  "not-computable": "not computed",
  "no-answer": "no answer",
};

function toldOf({ asset, name, verdict, years, sentence }: AssetOpinion, { style }: MoneyHere): Told {
  const total = (charges: readonly (Cents | undefined)[]): string =>
    money(cents(charges.reduce<number>((sum, charge) => sum + (charge ?? 0), 0)), style);
  const differing = years.filter(({ agrees }) => !agrees);
  return {
    title: name === "" ? asset : `${asset} ${name}`,
    note: verdictWords[verdict],
    ...(years.length === 0
      ? {}
      : {
          left: total(years.map(({ ours }) => ours?.charge)),
          right: total(years.map(({ theirs }) => theirs?.charge)),
        }),
    facts: [
      { term: "Verdict", value: sentence === "" ? `${years.length} years agree to the cent.` : sentence },
      ...differing.slice(0, mostYears).map(({ year, ours, theirs }) => ({
        term: `Year ${year}`,
        value: `${shown(ours?.charge)} / ${shown(theirs?.charge)}`,
        figure: true,
      })),
    ],
  };
  function shown(charge: Cents | undefined): string {
    return charge === undefined ? "none" : money(charge, style);
  }
}

// The sheet has them all.
const mostYears = 6;

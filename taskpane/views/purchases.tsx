import type { JSX } from "preact";
import { counted } from "../format/amounts";
import { Button } from "../parts/button";
import { Choice } from "../parts/choice";
import { Confirm } from "../parts/confirm";
import { FactList } from "../parts/fact-list";
import { Foot } from "../parts/foot";
import { Notice } from "../parts/notice";
import { Sentence } from "../parts/sentence";
import { TextField } from "../parts/text-field";
import { ToldList } from "../parts/told-list";
import { useStore } from "../parts/use-store";
import { activeConnection, connections } from "../state/connections";
import {
  askPurchases,
  backToPurchases,
  backToPurchasesPreview,
  cancelPurchases,
  choosePurchaseTerms,
  compareDepreciation,
  previewPurchases,
  pullCapitalAssets,
  purchasesState,
  pushAgreed,
  type PurchasesProposal,
  type PurchasesStep,
} from "../state/purchases";
import { showAssetCell } from "../state/show-asset-cell";
import { toldBooked, toldPurchase, toldPurchaseOutcome } from "./purchase-words";
import { useMoney, type MoneyHere } from "./use-money";
import { WhenOnline } from "./when-online";

/** A system that depreciates what was bought: its capital assets pulled, compared, and new ones pushed as purchases. */
export function Purchases(): JSX.Element {
  const { step, trouble, note } = useStore(purchasesState);
  const here = useMoney();
  return (
    <>
      {trouble !== undefined && <Notice intent="error">{trouble}</Notice>}
      {note !== undefined && <Notice intent="info">{note}</Notice>}
      <WhenOnline tells={step.at === "pushing" || step.at === "done"}>
        <Step step={step} here={here} />
      </WhenOnline>
    </>
  );
}

function Step({ step, here }: { readonly step: PurchasesStep; readonly here: MoneyHere }): JSX.Element {
  switch (step.at) {
    case "start":
      return <Start />;
    case "reading":
      return <Sentence busy>Reading the register and the system.</Sentence>;
    case "compared":
      return <Compared step={step} here={here} />;
    case "preview":
      return <Preview proposal={step.proposal} here={here} />;
    case "asking":
      return <Asking proposal={step.proposal} />;
    case "pushing":
      return <Pushing step={step} />;
    case "done":
      return <Done step={step} />;
  }
}

function Start(): JSX.Element {
  const name = activeConnection(useStore(connections))?.connection.name ?? "";
  return (
    <>
      <Sentence>{name} depreciates what was bought, by a profile.</Sentence>
      <PurchaseTermsFields />
      <Foot figures="Nothing is sent before you have seen it and agreed.">
        <Button appearance="primary" onPress={() => void previewPurchases()}>
          Preview
        </Button>
        <Button onPress={() => void compareDepreciation()}>Compare</Button>
        <Button onPress={() => void pullCapitalAssets()}>Pull assets</Button>
      </Foot>
    </>
  );
}

function PurchaseTermsFields(): JSX.Element {
  const { user, category, frequency } = useStore(purchasesState);
  return (
    <>
      <TextField
        label="User"
        hint="The address of the user who claims the purchases."
        example="https://api.freeagent.com/v2/users/1"
        value={user}
        onValue={(typed) => choosePurchaseTerms({ user: typed })}
      />
      <TextField
        label="Category"
        hint="The address of the category of capital assets that they are booked to."
        example="https://api.freeagent.com/v2/categories/602-1"
        value={category}
        onValue={(typed) => choosePurchaseTerms({ category: typed })}
      />
      <Choice
        label="Depreciation is posted"
        value={frequency}
        options={[
          { value: "monthly", label: "Monthly" },
          { value: "annually", label: "Annually" },
        ]}
        onChoice={(chosen) => choosePurchaseTerms({ frequency: chosen === "annually" ? "annually" : "monthly" })}
      />
    </>
  );
}

interface ComparedProps {
  readonly step: Extract<PurchasesStep, { readonly at: "compared" }>;
  readonly here: MoneyHere;
}

function Compared({ step: { assets }, here }: ComparedProps): JSX.Element {
  const differing = assets.filter(
    ({ months, standing }) => standing !== "compared" || months.some((one) => one.ours !== one.theirs),
  );
  return (
    <>
      <Sentence>
        {counted(assets.length, "asset", here.style.language)}: {differing.length} differ, month by month.
      </Sentence>
      <ToldList
        label="Booked depreciation"
        heads={["Asset", "Sheet", "Booked"]}
        rows={assets.map((one) => toldBooked(one, here))}
      />
      <Foot figures="Up to the last month that is booked there.">
        <Button appearance="primary" onPress={() => void compareDepreciation()}>
          Compare again
        </Button>
        <Button onPress={backToPurchases}>Back</Button>
      </Foot>
    </>
  );
}

interface ProposalProps {
  readonly proposal: PurchasesProposal;
}

function Preview({ proposal, here }: ProposalProps & { readonly here: MoneyHere }): JSX.Element {
  const { plan, target } = proposal;
  const { create, change, toSend } = countsOf(proposal);
  const blocked = plan.steps.filter(({ kind }) => kind === "blocked").length;
  return (
    <>
      <Sentence>
        {create} to create, {change} to change, {blocked} blocked, {plan.steps.length - toSend - blocked} there already.
      </Sentence>
      <ToldList
        label="Purchases, asset by asset"
        heads={["Asset", "", "Cost"]}
        rows={plan.steps.map((step) => toldPurchase(step, here, (field) => void showAssetCell(step.asset, field)))}
      />
      <Foot figures={toSend === 0 ? "Nothing to push." : `${counted(toSend, "purchase")} in ${target.name}`}>
        <Button appearance="primary" disabled={toSend === 0} onPress={() => askPurchases(proposal)}>
          Push {counted(toSend, "purchase")}
        </Button>
        <Button onPress={backToPurchases}>Back</Button>
      </Foot>
    </>
  );
}

function countsOf({ plan }: PurchasesProposal): {
  readonly create: number;
  readonly change: number;
  readonly toSend: number;
} {
  const create = plan.steps.filter(({ kind }) => kind === "create").length;
  const change = plan.steps.filter(({ kind }) => kind === "change").length;
  return { create, change, toSend: create + change };
}

function Asking({ proposal }: ProposalProps): JSX.Element {
  const { target } = proposal;
  const { create, change, toSend } = countsOf(proposal);
  const { user, category } = purchasesState.get();
  return (
    <Confirm
      question={`Push ${counted(toSend, "purchase")} to ${target.name}?`}
      figures={counted(toSend, "purchase")}
      yes={`Push ${counted(toSend, "purchase")}`}
      onYes={() => void pushAgreed(proposal)}
      onBack={() => backToPurchasesPreview(proposal)}
    >
      <FactList
        facts={[
          { term: "Expenses to create", value: String(create), figure: true },
          { term: "Profiles to change", value: String(change), figure: true },
          { term: "User", value: user },
          { term: "Category", value: category },
          { term: "In", value: `${target.name} (${target.system})` },
        ]}
      />
    </Confirm>
  );
}

function Pushing({ step }: { readonly step: Extract<PurchasesStep, { readonly at: "pushing" }> }): JSX.Element {
  return (
    <>
      <Sentence busy>Pushing to {step.proposal.target.name}.</Sentence>
      <Foot figures={`${step.done} of ${countsOf(step.proposal).toSend}`}>
        <Button onPress={cancelPurchases}>Cancel</Button>
      </Foot>
    </>
  );
}

function Done({ step }: { readonly step: Extract<PurchasesStep, { readonly at: "done" }> }): JSX.Element {
  const { report } = step;
  const posted = report.outcomes.filter(({ word }) => word === "Posted").length;
  return (
    <>
      <Sentence>{counted(posted, "purchase")} pushed.</Sentence>
      {report.stopped !== undefined && <Notice intent="error">{report.stopped.sentence} The rest was not sent.</Notice>}
      <ToldList
        label="Purchases, asset by asset"
        heads={["Asset", "", ""]}
        rows={report.outcomes.map(toldPurchaseOutcome)}
      />
      <Foot figures="The addresses stand in the register's column Ledger id.">
        <Button appearance="primary" onPress={() => void previewPurchases()}>
          Preview again
        </Button>
        <Button onPress={backToPurchases}>Done</Button>
      </Foot>
    </>
  );
}

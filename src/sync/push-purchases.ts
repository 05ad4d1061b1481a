import type { HeldPurchase, Refusal } from "../connectors";
import { type Result, ok } from "../engine";
import { type ErrandTools, type OneByOneReport, oneByOne, sendJournaled, toldRefusal } from "./one-by-one";
import type { OutcomeWord } from "./outcomes";
import {
  type PurchaseStep,
  type PurchasesInput,
  type PurchasesPlan,
  profileWords,
  purchaseJournalKey,
  sameProfile,
} from "./plan-purchases";

/** What became of one asset. */
export interface PurchaseOutcome {
  readonly asset: string;
  readonly name: string;
  readonly word: OutcomeWord;
  readonly sentence: string;
  /** The system's address of the capital asset, or of its purchase where it tells no other. */
  readonly ledgerId?: string;
}

export type PurchasesReport = OneByOneReport<PurchaseOutcome>;

export type PurchasesTools = PurchasesInput & ErrandTools;

type Sent = Extract<PurchaseStep, { readonly kind: "create" | "change" }>;

/** Carries out a plan, one purchase after the other. */
export async function pushPurchases(plan: PurchasesPlan, tools: PurchasesTools): Promise<PurchasesReport> {
  if (plan.scope !== tools.journal.scope) throw new Error("The plan was made for another system.");
  const known = plan.steps.map(unsent).filter((outcome) => outcome !== undefined);
  const toSend = plan.steps.filter((step): step is Sent => step.kind === "create" || step.kind === "change");
  return oneByOne(toSend, known, tools, {
    send: (step) => send(step, tools),
    refused: ({ asset }, why) => ({ asset: asset.id, name: asset.description, ...toldRefusal(why) }),
  });
}

function unsent(step: PurchaseStep): PurchaseOutcome | undefined {
  const { id: asset, description: name } = step.asset;
  if (step.kind === "blocked") return { asset, name, word: "Skipped", sentence: step.sentence };
  if (step.kind !== "unchanged") return undefined;
  return { asset, name, word: "Already there", sentence: "", ledgerId: step.capitalAsset };
}

async function send(step: Sent, tools: PurchasesTools): Promise<Result<PurchaseOutcome, Refusal>> {
  const body = JSON.stringify(step.kind === "create" ? step.purchase : step.profile);
  const errand = { key: purchaseJournalKey(step.asset.id), body, send: () => request(step, tools) };
  const answer = await sendJournaled(errand, tools);
  return answer.ok ? ok(outcomeOf(step, answer.value)) : answer;
}

function request(step: Sent, { verb, connection }: PurchasesTools): Promise<Result<HeldPurchase, Refusal>> {
  return step.kind === "create"
    ? verb.create(connection, step.purchase)
    : verb.change(connection, step.held, step.profile);
}

function outcomeOf(step: Sent, { profile, capitalAsset, ledgerId }: HeldPurchase): PurchaseOutcome {
  const { id: asset, description: name } = step.asset;
  const wanted = step.kind === "create" ? step.purchase.profile : step.profile;
  const other = profile === undefined || sameProfile(profile, wanted) ? undefined : profileWords(profile);
  const done = step.kind === "create" ? "Created." : "Changed.";
  return {
    ...{ asset, name, word: other === undefined ? "Posted" : "Unknown", ledgerId: capitalAsset ?? ledgerId },
    sentence: other === undefined ? done : `${done} But it answers ${other}.`,
  };
}

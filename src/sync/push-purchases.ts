import type { HeldPurchase, Refusal } from "../connectors";
import type { Result } from "../engine";
import { isAboutOne, sendJournaled } from "./one-by-one";
import type { OutcomeWord } from "./outcomes";
import {
  type PurchaseStep,
  type PurchasesInput,
  type PurchasesPlan,
  profileWords,
  purchaseJournalKey,
  sameProfile,
} from "./plan-purchases";

/** What became of one asset. Assets without an outcome were left: the push stopped before them. */
export interface PurchaseOutcome {
  readonly asset: string;
  readonly name: string;
  readonly word: OutcomeWord;
  readonly sentence: string;
  /** The system's address of the capital asset, or of its purchase where it tells no other. */
  readonly ledgerId?: string;
}

export interface PurchasesReport {
  readonly outcomes: readonly PurchaseOutcome[];
  readonly stopped?: Refusal;
}

export interface PurchasesTools extends PurchasesInput {
  readonly batch: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number) => void;
}

type Sent = Extract<PurchaseStep, { readonly kind: "create" | "change" }>;

/** Carries out a plan, one purchase after the other. What is about one asset stops no other. */
export async function pushPurchases(plan: PurchasesPlan, tools: PurchasesTools): Promise<PurchasesReport> {
  if (plan.scope !== tools.journal.scope) throw new Error("The plan was made for another system.");
  const outcomes: PurchaseOutcome[] = plan.steps.map(unsent).filter((outcome) => outcome !== undefined);
  const toSend = plan.steps.filter((step): step is Sent => step.kind === "create" || step.kind === "change");
  let done = 0;
  for (const step of toSend) {
    if (tools.signal?.aborted === true) break;
    const answer = await send(step, tools);
    if (!answer.ok && !isAboutOne(answer.problem)) return { outcomes, stopped: answer.problem };
    outcomes.push(outcomeOf(step, answer));
    tools.onProgress?.((done += 1));
  }
  return { outcomes };
}

function unsent(step: PurchaseStep): PurchaseOutcome | undefined {
  const { id: asset, description: name } = step.asset;
  if (step.kind === "blocked") return { asset, name, word: "Skipped", sentence: step.sentence };
  if (step.kind !== "unchanged") return undefined;
  return { asset, name, word: "Already there", sentence: "", ledgerId: step.capitalAsset };
}

function send(step: Sent, tools: PurchasesTools): Promise<Result<HeldPurchase, Refusal>> {
  const { verb, connection, signal } = tools;
  const body = JSON.stringify(step.kind === "create" ? step.purchase : step.profile);
  return sendJournaled(
    {
      key: purchaseJournalKey(step.asset.id),
      body,
      send: () =>
        step.kind === "create"
          ? verb.create(connection, step.purchase, signal)
          : verb.change(connection, step.held, step.profile, signal),
    },
    tools,
  );
}

function outcomeOf(step: Sent, answer: Result<HeldPurchase, Refusal>): PurchaseOutcome {
  const { id: asset, description: name } = step.asset;
  if (!answer.ok) {
    const { kind, sentence } = answer.problem;
    const isUnknown = kind === "unknown-outcome";
    return {
      asset,
      name,
      word: isUnknown ? "Unknown" : "Refused",
      sentence: `${sentence}${isUnknown ? " Preview again." : ""}`,
    };
  }
  const { profile, capitalAsset, ledgerId } = answer.value;
  const wanted = step.kind === "create" ? step.purchase.profile : step.profile;
  const other = profile === undefined || sameProfile(profile, wanted) ? undefined : profileWords(profile);
  const done = step.kind === "create" ? "Created." : "Changed.";
  return {
    ...{ asset, name, word: other === undefined ? "Posted" : "Unknown", ledgerId: capitalAsset ?? ledgerId },
    sentence: other === undefined ? done : `${done} But it answers ${other}.`,
  };
}

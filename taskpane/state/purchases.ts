import type { PostingFrequency, PurchasesVerb } from "../../src/connectors";
import { fail, ok, type Result } from "../../src/engine";
import {
  compareBooked,
  planPurchases,
  pushPurchases,
  type BookedAsset,
  type PurchasesInput,
  type PurchasesPlan,
  type PurchasesReport,
} from "../../src/sync";
import { createStore } from "../store";
import { appendAssets } from "../workbook/append-assets";
import { writeLedgerIds } from "../workbook/write-ledger-ids";
import { agreement } from "./agreement";
import { gather, targetOf, type Gathered, type Target } from "./gather";
import { onOtherLedger } from "./other-ledger";
import { namesIn, rowsFrom } from "./pulled-assets";
import { lookForRegister } from "./register";

export interface PurchasesProposal {
  readonly plan: PurchasesPlan;
  readonly target: Target;
}

/** How far the purchases have come. The system is changed in `pushing` alone. */
export type PurchasesStep =
  | { readonly at: "start" }
  | { readonly at: "reading" }
  | { readonly at: "compared"; readonly assets: readonly BookedAsset[] }
  | { readonly at: "preview"; readonly proposal: PurchasesProposal }
  | { readonly at: "asking"; readonly proposal: PurchasesProposal }
  | { readonly at: "pushing"; readonly proposal: PurchasesProposal; readonly done: number }
  | { readonly at: "done"; readonly proposal: PurchasesProposal; readonly report: PurchasesReport };

export interface PurchasesState {
  readonly step: PurchasesStep;
  /** What a register does not say of a purchase, as typed. */
  readonly user: string;
  readonly category: string;
  readonly frequency: PostingFrequency;
  readonly trouble: string | undefined;
  readonly note: string | undefined;
}

const fresh = { step: { at: "start" }, trouble: undefined, note: undefined } as const;

export const purchasesState = createStore<PurchasesState>({ ...fresh, user: "", category: "", frequency: "monthly" });

onOtherLedger(() => {
  if (purchasesState.get().step.at !== "pushing") purchasesState.set({ ...fresh, user: "", category: "" });
});

export function choosePurchaseTerms(change: Partial<Pick<PurchasesState, "user" | "category" | "frequency">>): void {
  purchasesState.set(change);
}

export function backToPurchases(): void {
  purchasesState.set(fresh);
}

/** Writes the system's capital assets below the register, those that it does not have yet. */
export async function pullCapitalAssets(): Promise<void> {
  purchasesState.set({ ...fresh, step: { at: "reading" } });
  const pulled = await pullNow();
  if (pulled.ok) await lookForRegister();
  purchasesState.set(pulled.ok ? { ...fresh, note: pulled.value } : { ...fresh, trouble: pulled.problem });
}

/** Compares what the system has booked with the register's schedule, month by month. */
export async function compareDepreciation(): Promise<void> {
  purchasesState.set({ ...fresh, step: { at: "reading" } });
  const desk = await deskNow();
  const held = desk.ok ? await desk.value.verb.capitalAssets(desk.value.connection) : desk;
  const names = desk.ok && held.ok ? await namesIn(desk.value, desk.value.gathered.read.register) : undefined;
  if (!desk.ok) purchasesState.set({ ...fresh, trouble: desk.problem });
  else if (!held.ok) purchasesState.set({ ...fresh, trouble: sentenceOf(held.problem) });
  else if (names?.ok !== true) purchasesState.set({ ...fresh, trouble: names?.problem.sentence });
  else {
    const { assets } = desk.value.gathered.read.register;
    const compared = compareBooked(assets, held.value, ({ ledgerId }) => names.value.get(ledgerId));
    purchasesState.set({ ...fresh, step: { at: "compared", assets: compared } });
  }
}

export const {
  preview: previewPurchases,
  ask: askPurchases,
  back: backToPurchasesPreview,
  push: pushAgreed,
  cancel: cancelPurchases,
} = agreement({
  show: purchasesState.set,
  propose: proposeNow,
  isSame: (one, other) => workOf(one.plan) === workOf(other.plan),
  changedSince: "The sheet or the system has changed since this preview. This is the new one; nothing was sent.",
  begin: (proposal: PurchasesProposal) => ({ at: "pushing", proposal, done: 0 }) as const,
  carryOut,
});

function workOf({ scope, steps }: PurchasesPlan): string {
  const sent = steps.map((step) => {
    if (step.kind === "create") return step.purchase;
    return step.kind === "change" ? [step.held.ledgerId, step.profile] : undefined;
  });
  return JSON.stringify([scope, sent]);
}

interface Desk {
  readonly gathered: Gathered;
  readonly verb: PurchasesVerb;
  readonly connection: Gathered["connection"];
}

async function deskNow(): Promise<Result<Desk, string>> {
  const gathered = await gather();
  if (!gathered.ok) return gathered;
  const { connector, connection } = gathered.value;
  const verb = await connector.purchases?.();
  if (verb === undefined) return fail(`${connector.label} takes no purchases.`);
  return ok({ gathered: gathered.value, verb, connection });
}

interface Proposed {
  readonly proposal: PurchasesProposal;
  readonly input: PurchasesInput;
  readonly gathered: Gathered;
}

/** Compares the register with the system's purchases. */
async function proposeNow(): Promise<Result<Proposed, string>> {
  const { user, category, frequency } = purchasesState.get();
  if (user.trim() === "" || category.trim() === "") {
    return fail("A purchase needs the address of the user who claims it, and of its category. Fill in both.");
  }
  const desk = await deskNow();
  if (!desk.ok) return desk;
  const { gathered, verb, connection } = desk.value;
  const { assets, decimals, currency = "GBP" } = gathered.read.register;
  const terms = { user: user.trim(), category: category.trim(), currency, frequency };
  const input = { verb, connection, journal: gathered.journal, assets, decimals, terms };
  const plan = await planPurchases(input);
  if (!plan.ok) return fail(plan.problem.sentence);
  return ok({ proposal: { plan: plan.value, target: targetOf(gathered) }, input, gathered });
}

async function pullNow(): Promise<Result<string, string>> {
  const desk = await deskNow();
  if (!desk.ok) return desk;
  const { verb, connection, gathered } = desk.value;
  const { register, places, settings } = gathered.read;
  const held = await verb.capitalAssets(connection);
  if (!held.ok) return fail(held.problem.sentence);
  const names = await namesIn(desk.value, register);
  if (!names.ok) return fail(names.problem.sentence);
  const rows = rowsFrom(held.value, names.value, register, settings);
  const place = places.register;
  const written = place === undefined ? ok(undefined) : await appendAssets(place, register.places, rows);
  if (!written.ok) return fail(written.problem.sentence);
  if (written.value === undefined)
    return fail("There is something right below the register. Make room for the new rows.");
  return ok(`${written.value} assets added to the register, ${held.value.length - written.value} were in it.`);
}

async function carryOut({ proposal, input, gathered }: Proposed, signal: AbortSignal): Promise<void> {
  const report = await pushPurchases(proposal.plan, {
    ...input,
    batch: crypto.randomUUID(),
    signal,
    onProgress: (done) => purchasesState.set({ step: { at: "pushing", proposal, done } }),
  });
  const place = gathered.read.places.register;
  const ids = new Map(
    report.outcomes.flatMap(({ asset, ledgerId }) => (ledgerId === undefined ? [] : [[asset, ledgerId] as const])),
  );
  const written = place === undefined ? ok(0) : await writeLedgerIds(place, gathered.read.register.places, ids);
  const note = written.ok
    ? undefined
    : `The system has it, but the sheet could not be told: ${written.problem.sentence}`;
  purchasesState.set({ step: { at: "done", proposal, report }, note });
}

function sentenceOf(problem: string | { readonly sentence: string }): string {
  return typeof problem === "string" ? problem : problem.sentence;
}

import { fail, ok, type Decimals, type Result } from "../../src/engine";
import { numberFormatOf, looksLikeOpinion, opinionColumns, opinionMatrix, type OpinionLine } from "../../src/sheet";
import { secondOpinion, type AssetOpinion } from "../../src/sync";
import { createStore } from "../store";
import { writeOwnSheet, type OwnSheet } from "../workbook/own-sheet";
import { showSheet } from "../workbook/show";
import { gather } from "./gather";
import { onOtherLedger } from "./other-ledger";

/** How far the second opinion has come. Nothing is written to any ledger: a calculator keeps nothing. */
export type OpinionStep =
  | { readonly at: "start" }
  | { readonly at: "asking"; readonly done: number; readonly count: number; readonly cancelling: boolean }
  | {
      readonly at: "done";
      readonly opinions: readonly AssetOpinion[];
      /** Of the amounts in the opinions. */
      readonly decimals: Decimals;
      /** Rows of the register that could not be read, and so were not asked about. */
      readonly unread: number;
      readonly sheet: string | undefined;
    };

export interface OpinionState {
  readonly step: OpinionStep;
  readonly trouble: string | undefined;
}

export const opinionState = createStore<OpinionState>({ step: { at: "start" }, trouble: undefined });

let stopper: AbortController | undefined;

onOtherLedger(forgetOpinion);

/** Asks about every asset of the register and writes the sheet "Second opinion". */
export async function askForOpinion(): Promise<void> {
  const own = new AbortController();
  stopper = own;
  opinionState.set({ step: { at: "asking", done: 0, count: 0, cancelling: false }, trouble: undefined });
  const asked = await ask(own.signal);
  // Another ledger was put in use meanwhile: nobody waits for this one's opinion any more.
  if (stopper !== own) return;
  if (!asked.ok) {
    opinionState.set({ step: { at: "start" }, trouble: asked.problem });
    return;
  }
  const { opinions, decimals } = asked.value;
  const written = await writeOwnSheet(opinionSheet(decimals), opinionMatrix(opinions.flatMap(linesOf), decimals));
  const sheet = written.ok ? written.value : undefined;
  opinionState.set({
    step: { at: "done", ...asked.value, sheet },
    trouble: written.ok ? undefined : written.problem.sentence,
  });
}

/** Lets the question that is on its way be answered and asks no more. */
export function cancelOpinion(): void {
  stopper?.abort();
  const { step } = opinionState.get();
  if (step.at === "asking") opinionState.set({ step: { ...step, cancelling: true } });
}

/** Forgets what another service said. */
export function forgetOpinion(): void {
  stopper?.abort();
  stopper = undefined;
  opinionState.set({ step: { at: "start" }, trouble: undefined });
}

export async function showOpinionSheet(name: string): Promise<void> {
  const shown = await showSheet(name);
  if (!shown.ok) opinionState.set({ trouble: shown.problem.sentence });
}

interface Asked {
  readonly opinions: readonly AssetOpinion[];
  readonly decimals: Decimals;
  readonly unread: number;
}

async function ask(signal: AbortSignal): Promise<Result<Asked, string>> {
  const gathered = await gather();
  if (!gathered.ok) return gathered;
  const { connector, connection, read } = gathered.value;
  const verb = await connector.secondOpinion?.();
  if (verb === undefined) return fail(`${connector.label} gives no second opinion.`);
  const { assets, decimals, rowCount } = read.register;
  if (assets.length === 0) return fail("The register has no asset that can be computed. Mend its rows first.");
  const onProgress = (done: number): void => {
    const { step } = opinionState.get();
    if (step.at === "asking") opinionState.set({ step: { ...step, done, count: assets.length } });
  };
  const opinions = await secondOpinion(assets, read.events, { verb, connection, signal, onProgress });
  return ok({ opinions, decimals, unread: rowCount - assets.length });
}

/** What the verdicts are called in the sheet and in the pane. */
export const verdictWords: Record<AssetOpinion["verdict"], string> = {
  agrees: "Agrees",
  differs: "Differs",
  "not-computable": "Not computed",
  "no-answer": "No answer",
};

function opinionSheet(decimals: Decimals): OwnSheet {
  const columns = opinionColumns.map((column) => ({ ...column, numberFormat: numberFormatOf(column, decimals) }));
  return { name: "Second opinion", looksRight: looksLikeOpinion, columns };
}

function linesOf({ asset, name, verdict, years, sentence }: AssetOpinion): readonly OpinionLine[] {
  const head = { asset, description: name };
  if (years.length === 0) return [{ ...head, verdict: verdictWords[verdict], why: sentence }];
  return years.map(({ year, ours, theirs, agrees }) => ({
    ...head,
    year,
    ...(ours === undefined ? {} : { ours }),
    ...(theirs === undefined ? {} : { theirs }),
    verdict: verdictWords[agrees ? "agrees" : "differs"],
    why: agrees ? "" : sentence,
  }));
}

import type { Answer, LedgerAsset, NewAsset, Refusal, RunReport, RunVerb } from "../connectors";
import { type Result, fail, monthText } from "../engine";
import { systemClock } from "./clock";
import { type CreatedAsset, type Creation, createAssets, isAboutTheAsset, untilAnswered } from "./create-assets";
import { gateBy } from "./gate";
import { inParallel } from "./in-parallel";
import { type JournalRecord, type JournalState, isWritten, noJournal, settledQuietly } from "./journal";
import type { Outcome } from "./outcomes";
import { type PlaceInService, type RunInput, type RunPlan, entriesOf, planRun, runVerbOf } from "./plan-run";
import { type RunLine, type RunnableLine, creationKeyOf, isRunnable } from "./run-line";
import { type JudgedLine, judgedLine, outcomeOfLine } from "./run-outcome";

export interface RunOutcome {
  readonly outcomes: readonly Outcome[];
  readonly created: readonly CreatedAsset[];
  /** The comparison again, with what the ledger holds after the run. */
  readonly lines: readonly RunLine[];
  /** The ledger's own answer; absent where nothing was run, or the answer was lost. */
  readonly report?: RunReport;
  readonly stopped?: Refusal;
}

/**
 * Makes the missing assets, runs the month for exactly the plan's assets, and reads back what was booked. The ledger's
 * entries decide what became of a row; its answer only explains. An asset made just now is run only if the ledger
 * would book what the sheet says, for nobody has seen another figure.
 */
export async function pushRun(plan: RunPlan, input: RunInput): Promise<RunOutcome> {
  if (plan.scope !== input.journal.scope) throw new Error("The plan was made for another ledger.");
  const making = await makeAssets(plan, input);
  const { created, refused } = making;
  if (making.stop !== undefined) return { outcomes: [], created, lines: plan.lines, stopped: making.stop };
  const fresh = await planRun(input).catch(ifJournalGone);
  if (!fresh.ok) return { outcomes: [], created, lines: plan.lines, stopped: fresh.problem };
  const toRun = fresh.value.lines.filter((line): line is RunnableLine => isRunnable(line) && isSeen(line, plan));
  const { judged, report, stopped } = toRun.length === 0 ? nothingRun : await runLines(toRun, input);
  const ran = new Map(judged.map((one) => [one.line.asset, one]));
  const asked = new Set(toRun.map(({ asset }) => asset));
  const outcomes = fresh.value.lines.map((line) =>
    asked.has(line.asset) ? ran.get(line.asset)?.outcome : outcomeOfLine(line, refused),
  );
  return {
    outcomes: outcomes.filter((outcome) => outcome !== undefined),
    created,
    lines: fresh.value.lines.map((line) => ran.get(line.asset)?.line ?? line),
    ...(report === undefined ? {} : { report }),
    ...(stopped === undefined ? {} : { stopped }),
  };
}

/** The browser can take the journal away between two readings: then nothing is run. */
function ifJournalGone(error: unknown): Result<RunPlan, Refusal> {
  if (error instanceof DOMException) return fail(noJournal);
  throw error;
}

interface Ran {
  readonly judged: readonly JudgedLine[];
  readonly report?: RunReport | undefined;
  readonly stopped?: Refusal | undefined;
}

const nothingRun: Ran = { judged: [] };

/** Whether the accountant saw this figure before confirming: in the plan, or as the sheet's own. */
function isSeen(line: RunLine, plan: RunPlan): boolean {
  const before = plan.lines.find(({ asset }) => asset === line.asset);
  return line.difference === 0 || before?.ledger === line.ledger;
}

async function makeAssets({ createAssets: steps, placeInService }: RunPlan, input: RunInput): Promise<Creation> {
  const { connection, journal, clock = systemClock, random = Math.random } = input;
  const verb = runVerbOf(input);
  // Written before each sending, not once before all: a ledger may ask to wait, and the time runs from the sending.
  const recordOf = (asset: NewAsset) => opened(creationKeyOf(asset.asset), JSON.stringify(asset), clock.now());
  // The ledger does not know two requests for one: a lost answer is settled by looking, at the next preview.
  const tools = { mayRepeat: false, random, gate: gateBy(clock), halt: new AbortController().signal };
  const making = await createAssets(steps, {
    ...tools,
    create: async (asset) =>
      (await isWritten(journal, [recordOf(asset)])) ? verb.createAsset(connection, asset) : fail(noJournal),
  });
  const open = new Set(making.open);
  await settledQuietly(
    journal,
    ...steps.map(({ asset }) => inState(recordOf(asset), open.has(asset.asset) ? "UNKNOWN" : "READY")),
  );
  if (making.stop !== undefined) return making;
  const place = ({ ledgerId, inService }: PlaceInService) =>
    untilAnswered(() => verb.placeInService(connection, ledgerId, inService), tools);
  return placed([...placeInService, ...draftsOf(steps, making)], making, place);
}

/** What was made is a draft, as what an earlier push could not place. */
function draftsOf(steps: RunPlan["createAssets"], { created }: Creation): readonly PlaceInService[] {
  const inServiceOf = new Map(steps.map(({ asset }) => [asset.asset, asset.inService]));
  return created.flatMap(({ asset, ledgerId }) => {
    const inService = inServiceOf.get(asset);
    return inService === undefined ? [] : [{ asset, ledgerId, inService }];
  });
}

/** Places the drafts in service; one that the ledger refuses stops no other. */
async function placed(
  drafts: readonly PlaceInService[],
  making: Creation,
  place: (draft: PlaceInService) => Answer<LedgerAsset>,
): Promise<Creation> {
  const refused = new Map(making.refused);
  let stop: Refusal | undefined;
  await inParallel(drafts, async (draft) => {
    const answer = await place(draft);
    if (answer.ok) return;
    if (isAboutTheAsset(answer.problem)) refused.set(draft.asset, answer.problem);
    else stop ??= answer.problem;
  });
  return { ...making, refused, ...(stop === undefined ? {} : { stop }) };
}

function inState(record: JournalRecord, state: JournalState): JournalRecord {
  return { ...record, state };
}

/** One run for all lines, each of them journaled first, and judged afterwards by what the ledger then holds. */
async function runLines(lines: readonly RunnableLine[], input: RunInput): Promise<Ran> {
  const { connection, journal, month, decimals, clock = systemClock } = input;
  const verb = runVerbOf(input);
  const ledgerIds = lines.map(({ ledgerId }) => ledgerId);
  const body = JSON.stringify({ month: monthText(month), ledgerIds });
  const records = lines.map(({ key, fingerprint }) => opened(key, body, clock.now(), fingerprint));
  if (!(await isWritten(journal, records))) return { ...nothingRun, stopped: noJournal };
  const answer = await verb.run(connection, month, ledgerIds);
  const held = await readBack(verb, input, lines);
  const now = clock.now();
  const judged = lines.map((line) => judgedLine(line, { answer, held, decimals, now }));
  await settledQuietly(journal, ...records.map((record, index) => settled(record, judged[index], now)));
  return { judged, report: answer.ok ? answer.value : undefined, stopped: answer.ok ? undefined : answer.problem };
}

function readBack(verb: RunVerb, input: RunInput, lines: readonly RunnableLine[]) {
  return entriesOf(
    verb,
    input,
    lines.map(({ ledgerId }) => ledgerId),
  );
}

function settled(record: JournalRecord, judged: JudgedLine | undefined, now: number): JournalRecord {
  const { entryId, ledger: amount } = judged?.line ?? {};
  const state = judged?.state ?? "UNKNOWN";
  return {
    ...record,
    state,
    settledAt: now,
    lastSentAt: now,
    ...(amount === undefined ? {} : { amount }),
    ...(entryId === undefined ? {} : { ledgerRef: entryId }),
  };
}

function opened(key: string, body: string, now: number, fingerprint = ""): JournalRecord {
  return { key, state: "SENDING", body, fingerprint, attempt: 1, batch: "run", firstSentAt: now, lastSentAt: now };
}

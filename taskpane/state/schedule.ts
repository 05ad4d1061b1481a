import { frequencyNamed } from "../../src/engine";
import { byMonth, chargeIdentity, readSchedule, type BuildHow, type Change, type ReadSchedule } from "../../src/sheet";
import { createStore } from "../store";
import { documentSettings, keepDocumentSettings } from "../workbook/document-settings";
import type { Place } from "../workbook/place";
import { readOwnSheet, writeOwnSheet } from "../workbook/own-sheet";
import { scheduleSheet } from "../workbook/schedule-sheet";
import { showCell, showSheet } from "../workbook/show";
import { selectedRow } from "../workbook/selection";
import { bookNow } from "./book";
import { draftOf, matrixOf, postedLines, type Draft } from "./draft";
import { likelyMonth, thisMonth, type MonthRange } from "./months";
import { sheetSettings } from "./register";
import type { ReadWorkbook } from "./understand";

/** The schedule as it stands in the sheet. */
export interface ScheduleOnSheet extends ReadSchedule {
  readonly place: Place;
}

export interface ScheduleState {
  /** As typed: yyyy-mm. */
  readonly from: string;
  readonly to: string;
  /** Whether a person chose the months; until then they follow the register. */
  readonly chosen: boolean;
  /** What these months would give; undefined while it is worked out, and for what are no months. */
  readonly draft: Draft | undefined;
  /** The word of the frequency of the rows. */
  readonly frequency: string;
  /** What a person said of the differences that the draft has: of these, and of no others. */
  readonly answer: { readonly change: Change; readonly of: string } | undefined;
  /** The asset whose curve is shown; "" for the first. */
  readonly asset: string;
  readonly busy: boolean;
  readonly trouble: string | undefined;
  readonly onSheet: ScheduleOnSheet | undefined;
  /** What building did, until something changes. */
  readonly done: string | undefined;
}

export const scheduleState = createStore<ScheduleState>({
  from: "",
  to: "",
  chosen: false,
  draft: undefined,
  frequency: "",
  answer: undefined,
  asset: "",
  busy: false,
  trouble: undefined,
  onSheet: undefined,
  done: undefined,
});

export function chooseMonths(change: { readonly from?: string; readonly to?: string }): void {
  scheduleState.set({ ...change, chosen: true, draft: undefined, done: undefined });
}

let latestDraft = 0;

/** Works out what the chosen months would give; a newer call makes an older one void. */
export async function draftMonths(read: ReadWorkbook, { from, to }: MonthRange): Promise<void> {
  const number = (latestDraft += 1);
  const isWanted = (): boolean => number === latestDraft;
  const { answer } = scheduleState.get();
  const drafted = async (change: Change | undefined): Promise<Draft | undefined> =>
    from.ok && to.ok ? draftOf(read, from.value, to.value, isWanted, howNow(read, change)) : undefined;
  const draft = await drafted(answer?.change);
  // An answer holds for the differences that it was given to; to others nobody has said anything.
  const isAnswered = draft === undefined || answer === undefined || nameOf(draft) === answer.of;
  const shown = isAnswered ? draft : await drafted(undefined);
  if (isWanted()) scheduleState.set({ draft: shown, ...(isAnswered ? {} : { answer: undefined }) });
}

function howNow(read: ReadWorkbook, change: Change | undefined): BuildHow {
  const { onSheet } = scheduleState.get();
  const frequency = frequencyNamed(frequencyWord());
  return {
    ...byMonth,
    ...(frequency.ok ? { frequency: frequency.value } : {}),
    posted: postedLines(onSheet?.lines ?? [], bookNow(), read.settings),
    ...(change === undefined ? {} : { change }),
  };
}

/** As chosen in this pane, else as the workbook remembers. */
export function frequencyWord(): string {
  const { frequency } = scheduleState.get();
  return frequency === "" ? documentSettings().frequency : frequency;
}

/** Chooses how long the periods of the rows are; the workbook remembers it. */
export async function chooseFrequency(frequency: string): Promise<void> {
  scheduleState.set({ frequency, draft: undefined, done: undefined });
  await keepDocumentSettings({ frequency });
}

/** Says what the differences of the draft are; nothing takes the answer back. */
export function answerChange(change: Change | undefined): void {
  const { draft } = scheduleState.get();
  if (draft === undefined) return;
  scheduleState.set({ answer: change === undefined ? undefined : { change, of: nameOf(draft) }, done: undefined });
}

function nameOf({ differences }: Draft): string {
  return JSON.stringify(differences);
}

export function chooseAsset(asset: string): void {
  scheduleState.set({ asset });
}

/** Fills in what a person has not chosen yet, and looks at what is in the sheet. */
export async function openSchedule(read: ReadWorkbook): Promise<void> {
  if (!scheduleState.get().chosen) {
    const month = likelyMonth(read.register, thisMonth());
    scheduleState.set({ from: month, to: month });
  }
  await lookAtSchedule(read);
  const selected = await assetInSelection(read);
  if (selected !== undefined) chooseAsset(selected);
}

/** Reads the schedule sheet again. Its decimals are the register's. */
export async function lookAtSchedule(read: ReadWorkbook | undefined): Promise<ScheduleOnSheet | undefined> {
  const found = await readOwnSheet(scheduleSheet(bookNow()));
  if (!found.ok) {
    scheduleState.set({ trouble: found.problem.sentence });
    return undefined;
  }
  const settings = read?.settings ?? (await sheetSettings());
  const table = found.value;
  const onSheet = table === undefined ? undefined : { ...readSchedule(table.matrix, settings), place: table.place };
  scheduleState.set({ onSheet, trouble: undefined });
  return onSheet;
}

/** Writes a drafted schedule into the workbook; charges that were there keep their statuses. */
export async function buildSheet(draft: Draft, read: ReadWorkbook, summary: string): Promise<void> {
  scheduleState.set({ busy: true, trouble: undefined, done: undefined });
  const old = await lookAtSchedule(read);
  const posted = postedLines(old?.lines ?? [], bookNow(), read.settings);
  if (JSON.stringify(posted) !== JSON.stringify(draft.posted)) {
    scheduleState.set({ busy: false, draft: undefined, trouble: postedMeanwhile });
    return;
  }
  const cells = matrixOf(draft.lines, old?.lines ?? [], read.settings);
  const written = await writeOwnSheet(scheduleSheet(bookNow()), cells);
  if (written.ok) {
    await lookAtSchedule(read);
    scheduleState.set({ busy: false, done: `${summary} on sheet ${written.value}.` });
  } else scheduleState.set({ busy: false, trouble: written.problem.sentence });
}

const postedMeanwhile =
  "Rows were posted, or their statuses changed, since these figures were worked out. Look at the new ones, then build.";

/** Selects a row of the schedule in the sheet; `row` is its place in the matrix that was read. */
export async function showScheduleRow(row: number): Promise<void> {
  const { onSheet } = scheduleState.get();
  if (onSheet === undefined) return;
  const now = await whereNow(onSheet, row);
  const shown = await showCell(now.place, now.row, 0);
  if (!shown.ok) scheduleState.set({ trouble: shown.problem.sentence });
}

// People sort, insert and delete: a row is found by the charge that it stands for, not by where it stood.
async function whereNow(
  onSheet: ScheduleOnSheet,
  row: number,
): Promise<{ readonly place: Place; readonly row: number }> {
  const line = onSheet.lines.find((one) => one.row === row);
  const found = await readOwnSheet(scheduleSheet(bookNow()));
  if (line === undefined || !found.ok || found.value === undefined) return { place: onSheet.place, row };
  const { lines } = readSchedule(found.value.matrix, await sheetSettings());
  const again = lines.find((one) => chargeIdentity(one) === chargeIdentity(line));
  return { place: found.value.place, row: again?.row ?? row };
}

/** Shows the schedule from its first row. */
export async function showScheduleSheet(): Promise<void> {
  const { onSheet } = scheduleState.get();
  if (onSheet !== undefined) await showSheet(onSheet.place.sheet);
}

async function assetInSelection({ places, register }: ReadWorkbook): Promise<string | undefined> {
  const place = places.register;
  const selected = await selectedRow();
  if (place === undefined || selected?.sheet !== place.sheet) return undefined;
  return register.assets.find(({ row }) => place.row + row === selected.row)?.id;
}

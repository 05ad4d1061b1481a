import { type Cents, type Day, type Month, cents, lastDay, monthOf } from "../../engine";
import { coveredRange, type CoveredRange, type RegisterAsset, type ScheduleLine, type UpdateType } from "../../sheet";
import { matchIn } from "../asset-match";
import type { SheetRow } from "../identify";
import type { JournalRecord } from "../journal";
import { postingKey } from "../key";
import type { HeldPosting, Holdings } from "./holdings";
import { sumOf } from "./holdings";

/** One asset, period and kind of change, with what each of the three sides has for it. */
export interface Slot {
  readonly asset: string;
  readonly day: Day;
  readonly type: UpdateType;
  readonly key: string;
  /** Undefined where a side has nothing. */
  readonly register: Cents | undefined;
  readonly sheet: Cents | undefined;
  readonly ledger: Cents | undefined;
  /** The sheet's rows, by their place in the matrix that was read. */
  readonly rows: readonly number[];
  /** The ledger's postings that count. */
  readonly postings: readonly HeldPosting[];
  /** How many more it holds that were archived or reversed. */
  readonly gone: number;
  readonly record: JournalRecord | undefined;
}

export interface SlotsGiven {
  readonly book: string;
  readonly from: Month;
  readonly to: Month;
  /** The register's lines, month by month, at least those of every period that ends in the months. */
  readonly lines: readonly ScheduleLine[];
  readonly rows: readonly SheetRow[];
  readonly holdings: Holdings;
  readonly nameOf: (ledgerId: string) => string;
  readonly journal: ReadonlyMap<string, JournalRecord>;
}

/** The register's name for each of the ledger's assets; one that the register does not know keeps the ledger's. */
export function namesOf(holdings: Holdings, assets: readonly RegisterAsset[]): (ledgerId: string) => string {
  const match = matchIn(holdings.assets);
  const names = new Map(holdings.assets.map((held) => [held.ledgerId, held.asset ?? held.name]));
  for (const asset of assets) {
    const held = match(asset);
    if (held !== undefined) names.set(held.ledgerId, asset.id);
  }
  return (ledgerId) => names.get(ledgerId) ?? ledgerId;
}

/** Everything that any side has for the months, by asset, period and kind of change, in the order of the periods. */
export async function slotsOf(given: SlotsGiven): Promise<readonly Slot[]> {
  const drafts = new Map<string, Draft>();
  const isAsked = (day: Day): boolean => monthOf(day) >= given.from && monthOf(day) <= given.to;
  const endOf = periodEnds(given);
  for (const line of given.lines) {
    const day = endOf(line);
    if (isAsked(day)) draftFor(drafts, line.asset, day, line.type).register.push(line.amount);
  }
  for (const row of given.rows) {
    if (!isAsked(row.periodEnd)) continue;
    const draft = draftFor(drafts, row.asset, row.periodEnd, row.type);
    draft.sheet.push(row.amount);
    draft.rows.push(row.row);
  }
  for (const posting of given.holdings.postings) {
    const day = periodOf(posting);
    if (isAsked(day)) draftFor(drafts, given.nameOf(posting.ledgerId), day, posting.type).postings.push(posting);
  }
  const slots = await Promise.all([...drafts.values()].map((draft) => slotOf(draft, given)));
  return slots.sort((one, other) => one.day - other.day);
}

/** A month belongs to the period that a row or a posting has it in; where none has, it is a period of its own. */
function periodEnds({ rows, holdings, nameOf }: SlotsGiven): (line: ScheduleLine) => Day {
  const longer = new Map<string, CoveredRange[]>();
  const add = (asset: string, range: CoveredRange | undefined): void => {
    if (range === undefined || monthOf(range.first) === monthOf(range.last)) return;
    longer.set(asset, [...(longer.get(asset) ?? []), range]);
  };
  for (const row of rows) add(row.asset, coveredRange(row));
  for (const { ledgerId, isLive, range } of holdings.postings) if (isLive) add(nameOf(ledgerId), range);
  return ({ asset, type, periodEnd }) => {
    if (type !== "DEPRECIATION") return periodEnd;
    const range = longer.get(asset)?.find(({ first, last }) => first <= periodEnd && periodEnd <= last);
    return range?.last ?? periodEnd;
  };
}

interface Draft {
  readonly asset: string;
  readonly day: Day;
  readonly type: UpdateType;
  readonly register: Cents[];
  readonly sheet: Cents[];
  readonly rows: number[];
  readonly postings: HeldPosting[];
}

function draftFor(drafts: Map<string, Draft>, asset: string, day: Day, type: UpdateType): Draft {
  const name = JSON.stringify([asset, day, type]);
  const known = drafts.get(name);
  if (known !== undefined) return known;
  const made: Draft = { asset, day, type, register: [], sheet: [], rows: [], postings: [] };
  drafts.set(name, made);
  return made;
}

/** Another door may date a month's charge by any of its days. */
function periodOf({ type, period }: HeldPosting): Day {
  return type === "DEPRECIATION" ? lastDay(monthOf(period)) : period;
}

async function slotOf(draft: Draft, { book, journal }: SlotsGiven): Promise<Slot> {
  const { asset, day, type, rows } = draft;
  const key = await postingKey({ asset, periodEnd: day, type, book });
  const postings = draft.postings.filter(({ isLive }) => isLive);
  return {
    ...{ asset, day, type, key, rows, postings },
    register: totalOf(draft.register),
    sheet: totalOf(draft.sheet),
    ledger: postings.length === 0 ? undefined : sumOf(postings),
    gone: draft.postings.length - postings.length,
    record: journal.get(key),
  };
}

function totalOf(amounts: readonly Cents[]): Cents | undefined {
  return amounts.length === 0 ? undefined : cents(amounts.reduce((sum, amount) => sum + amount, 0));
}

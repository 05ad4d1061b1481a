import { type Charge, type LedgerAsset, type PostedUpdate, differenceSentence } from "../connectors";
import { type Decimals, amountText, dayText, monthOf, monthText } from "../engine";
import { type Finding, type RegisterAsset, coveredRange, rangeText } from "../sheet";
import type { AssetMatch } from "./asset-match";
import type { IdentifiedRow } from "./identify";
import type { JournalRecord } from "./journal";
import { bookOfKey } from "./key";
import { chargedAlready, crossed } from "./overlap";
import { type Charges, rangeOf, twiceSentence } from "./posted";
import type { BlockCode, Blocked, RowStep } from "./steps";

/** How long a request may still be under way after its last sending, in milliseconds: longer than any time-out. */
export const quarantineMs = 120_000;

/** Everything a row is judged by. */
export interface Sight {
  readonly book: string;
  readonly decimals: Decimals;
  readonly findings: ReadonlyMap<number, Finding>;
  readonly register: ReadonlyMap<string, RegisterAsset>;
  readonly ledgerAsset: AssetMatch;
  readonly charges: Charges;
  readonly journal: ReadonlyMap<string, JournalRecord>;
  readonly alike: ReadonlyMap<string, readonly IdentifiedRow[]>;
  /** Rows whose days another row stands for. */
  readonly crossed: ReadonlyMap<IdentifiedRow, IdentifiedRow>;
  /** Hashes of the terms by asset. */
  readonly termsOf: ReadonlyMap<string, string>;
  readonly countsKeysOnce: boolean;
  readonly now: number;
}

/** What a push would do with one row. What the ledger holds is looked at before what the sheet lacks. */
export function stepOf(row: IdentifiedRow, sight: Sight): RowStep {
  const held = sight.charges.under(row.key);
  return ownFault(row, sight) ?? (held === undefined ? ifArrived(row, sight) : posted(row, held, sight));
}

/** A ledger that does not count a key once is sent nothing again while an earlier sending of it may still arrive. */
function ifArrived(row: IdentifiedRow, sight: Sight): RowStep {
  const record = sight.journal.get(row.key);
  const isOpen = record?.state === "UNKNOWN" || record?.state === "SENDING";
  if (sight.countsKeysOnce || !isOpen) return unposted(row, sight);
  const secondsLeft = Math.ceil((record.lastSentAt + quarantineMs - sight.now) / 1000);
  if (secondsLeft <= 0) return unposted(row, sight);
  const sentence = `It was sent and may still arrive; the outcome is not known yet. Look again in ${secondsLeft} seconds.`;
  return blocked(row, "under-way", sentence);
}

/** The charge of a row as it is sent and compared. */
export function chargeOf({ row, book, ledgerId, decimals, termsHash }: ChargeGiven): Charge {
  const { asset, amount, type, counterAccount, memo, periodEnd, periodStart, change, postingDate } = row.line;
  const { key, fingerprint } = row;
  const date = postingDate ?? periodEnd;
  return {
    ...{ key, asset, ledgerId, amount, type, counterAccount, date, memo, book, fingerprint, decimals },
    ...(date === periodEnd ? {} : { periodEnd }),
    ...(periodStart === undefined ? {} : { periodStart }),
    ...(change === undefined ? {} : { change }),
    ...(termsHash === undefined ? {} : { termsHash }),
  };
}

interface ChargeGiven {
  readonly row: IdentifiedRow;
  readonly book: string;
  readonly ledgerId: string;
  readonly decimals: Decimals;
  readonly termsHash?: string | undefined;
}

/** What is wrong with the row whatever the ledger holds. */
function ownFault(row: IdentifiedRow, { findings, alike, charges, book }: Sight): RowStep | undefined {
  const finding = findings.get(row.row);
  if (finding !== undefined) return blocked(row, "finding", finding.sentence);
  const copies = alike.get(row.key) ?? [];
  const isOriginal = copies[0] === row && charges.under(row.key) !== undefined;
  if (copies.length > 1 && !isOriginal) return blocked(row, "row-twice", twice(copies));
  const otherBook = row.status === undefined ? undefined : bookOfKey(row.status.syncKey);
  if (otherBook === undefined || otherBook === book) return undefined;
  return blocked(row, "other-book", `This row belongs to the book ${otherBook}; the book chosen is ${book}.`);
}

function posted(row: IdentifiedRow, held: PostedUpdate, sight: Sight): RowStep {
  const live = sight.charges.live(row.key);
  if (live.length > 1) return blocked(row, "there-twice", twiceSentence(live.map(({ id }) => id)));
  const known = heldWithFingerprint(held, sight.journal.get(row.key));
  const asset = sight.register.get(row.line.asset);
  const ledgerId = (asset === undefined ? undefined : sight.ledgerAsset(asset)?.ledgerId) ?? held.ledgerId;
  const differs = differenceSentence(chargeOf({ row, book: sight.book, ledgerId, decimals: sight.decimals }), known);
  const why = [differs, otherPeriod(row, held)].filter((sentence) => sentence !== undefined).join(" ");
  if (why === "") return { kind: "already-there", row, posted: known };
  return { kind: "changed", row, posted: known, sentence: `Changed since it was posted. ${why} Nothing is sent.` };
}

/** A month and the quarter that ends with it have one key. */
function otherPeriod({ line }: IdentifiedRow, held: PostedUpdate): string | undefined {
  const [ours, theirs] = [coveredRange(line), rangeOf(held)];
  if (ours === undefined || theirs === undefined || ours.first === theirs.first) return undefined;
  return `It stands for ${rangeText(theirs)} there, for ${rangeText(ours)} here.`;
}

/** A ledger that does not return our fingerprint is helped out by the journal, for the posting that it remembers. */
function heldWithFingerprint(held: PostedUpdate, record: JournalRecord | undefined): PostedUpdate {
  const isOurs = record?.state === "POSTED" && record.ledgerRef === held.id;
  return held.fingerprint === undefined && isOurs ? { ...held, fingerprint: record.fingerprint } : held;
}

function unposted(row: IdentifiedRow, sight: Sight): RowStep {
  const { amount } = row.line;
  if (amount === 0) return { kind: "skipped", row, sentence: "The amount is 0: there is nothing to post." };
  if (amount < 0) {
    const given = amountText(amount, sight.decimals);
    return blocked(
      row,
      "negative",
      `The amount is ${given}, but must be more than 0; the type says which way it goes.`,
    );
  }
  const asset = sight.register.get(row.line.asset);
  if (asset === undefined) {
    return blocked(
      row,
      "not-in-register",
      `"${row.line.asset}" is not in the register, or its row there has a problem.`,
    );
  }
  const ledgerAsset = sight.ledgerAsset(asset);
  const fault = openingFault(row, asset) ?? ledgerFault(row, ledgerAsset, sight) ?? crossFault(row, sight);
  return fault ?? sending(row, ledgerAsset, sight);
}

function openingFault(row: IdentifiedRow, { terms }: RegisterAsset): Blocked | undefined {
  const asOf = terms.opening?.asOf;
  if (asOf === undefined || row.line.periodEnd > asOf) return undefined;
  const month = monthText(monthOf(row.line.periodEnd));
  return blocked(row, "in-opening-balance", `${month} is in the opening balance of ${dayText(asOf)} already.`);
}

function ledgerFault(row: IdentifiedRow, asset: LedgerAsset | undefined, sight: Sight): RowStep | undefined {
  if (asset === undefined) return undefined;
  if (asset.standing === "closed") {
    return blocked(row, "closed-asset", `The ledger has closed the asset "${asset.name}": it takes no more postings.`);
  }
  return chargedAlready(row, sight.charges.depreciation(asset.ledgerId), sight.decimals);
}

function crossFault(row: IdentifiedRow, sight: Sight): Blocked | undefined {
  const other = sight.crossed.get(row);
  return other === undefined ? undefined : crossed(row, other, sight.decimals);
}

function sending(row: IdentifiedRow, asset: LedgerAsset | undefined, { journal, now, termsOf }: Sight): RowStep {
  const record = journal.get(row.key);
  const isOpen = record?.state === "UNKNOWN" || record?.state === "SENDING";
  const termsHash = termsOf.get(row.line.asset);
  const post = {
    kind: "post",
    row,
    ledgerId: asset?.ledgerId,
    ...(termsHash === undefined ? {} : { termsHash }),
  } as const;
  if (!isOpen) return post;
  if (record.fingerprint === row.fingerprint) return { ...post, unsettled: record };
  // Other bytes under the same key are not sent while the first may still arrive.
  const secondsLeft = Math.ceil((record.lastSentAt + quarantineMs - now) / 1000);
  if (secondsLeft <= 0) return post;
  const sentence = `It was sent with other content, and the outcome is not known yet. Look again in ${secondsLeft} seconds.`;
  return blocked(row, "unsettled-otherwise", sentence);
}

function twice(copies: readonly IdentifiedRow[]): string {
  const rows = copies.map(({ row }) => row + 1).join(", ");
  return `Rows ${rows} are the same charge: asset, date and type are equal. Delete all but one.`;
}

function blocked(row: IdentifiedRow, code: BlockCode, sentence: string): Blocked {
  return { kind: "blocked", row, code, sentence };
}

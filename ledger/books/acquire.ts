import { randomUUID } from "node:crypto";
import { accountsOf } from "./chart";
import { postEntry } from "./entry";
import { Refusal } from "./refusal";
import { defaultBook } from "./update-types";
import type { Session } from "../store/store";

/** An asset as a door hands it in, already checked by that door. Amounts are whole cents; metadata is JSON text. */
export interface NewAsset {
  readonly assetKey: string | null;
  readonly name: string;
  readonly assetType: string;
  readonly cost: number | null;
  readonly salvage: number | null;
  readonly lifeMonths: number | null;
  readonly method: string;
  /** Hundredths of a percent a year; frequency and profile are words of the engine. */
  readonly rate?: number | null;
  readonly frequency?: string;
  readonly profile?: string;
  readonly purchaseDate: string;
  readonly serviceDate: string | null;
  /** Depreciation taken before this ledger knew the asset; every month that ends by the date is in it. */
  readonly opening: { readonly cents: number; readonly date: string } | undefined;
  readonly costAccount: string;
  readonly accumulatedAccount: string | null;
  readonly description?: string | null;
  readonly serialNumber?: string | null;
  readonly location?: string | null;
  readonly notes?: string | null;
  readonly categoryId?: string | null;
  readonly vendorId?: string | null;
  readonly memo?: string | null;
  readonly referenceNumber?: string | null;
  readonly metadata?: string | null;
  readonly actor?: string | undefined;
}

/**
 * Writes the asset as a draft, with its position and the entry that brings its cost into the books, and gives its id.
 * Undefined when the asset key is taken, in which case nothing is written.
 */
export async function acquire(session: Session, businessId: string, asset: NewAsset): Promise<string | undefined> {
  checkAmounts(asset);
  const id = randomUUID();
  if (!(await writeAsset(session, businessId, id, asset))) return undefined;
  await session.query("insert into positions (asset_id, book, cost, opening) values ($1, $2, $3, $4)", [
    id,
    defaultBook,
    asset.cost ?? 0,
    asset.opening?.cents ?? 0,
  ]);
  await postAcquisition(session, businessId, id, asset);
  return id;
}

/** The opening amount of a request; an amount says of which day it is. Refusal: an amount without a day. */
export function openingFrom(cents: number | null | undefined, date: string | null | undefined): NewAsset["opening"] {
  if (typeof date === "string") return { cents: cents ?? 0, date };
  if ((cents ?? 0) === 0) return undefined;
  throw new Refusal("invalid", "opening_accumulated_depreciation needs an opening_date.", "opening_date");
}

function checkAmounts(asset: NewAsset): void {
  const cost = asset.cost ?? 0;
  if ((asset.salvage ?? 0) > cost)
    throw new Refusal("invalid", `The salvage value is ${asset.salvage ?? 0}, but must not exceed the cost, ${cost}.`);
  if (asset.opening === undefined || asset.opening.cents === 0) return;
  if (asset.opening.cents > cost - (asset.salvage ?? 0))
    throw new Refusal(
      "invalid",
      `The opening depreciation is ${asset.opening.cents}, but must not exceed cost less salvage, ` +
        `${cost - (asset.salvage ?? 0)}.`,
    );
  if (asset.accumulatedAccount === null)
    throw new Refusal("no-accumulated-account", "An opening depreciation needs an accumulated depreciation account.");
}

async function writeAsset(session: Session, businessId: string, id: string, asset: NewAsset): Promise<boolean> {
  const written = await session.query(
    `insert into assets (id, business_id, asset_key, name, asset_type, cost, salvage, life_months, method,
       purchase_date, service_date, opening, opening_date, cost_account, accumulated_account, description,
       serial_number, location, notes, category_id, vendor_id, memo, reference_number, metadata, rate,
       frequency, profile, status)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23,
       $24, $25, $26, $27, 'draft')
     on conflict do nothing returning id`,
    [
      id,
      businessId,
      asset.assetKey,
      asset.name,
      asset.assetType,
      asset.cost,
      asset.salvage,
      asset.lifeMonths,
      asset.method,
      asset.purchaseDate,
      asset.serviceDate,
      asset.opening?.cents ?? 0,
      asset.opening?.date ?? null,
      asset.costAccount,
      asset.accumulatedAccount,
      asset.description ?? null,
      asset.serialNumber ?? null,
      asset.location ?? null,
      asset.notes ?? null,
      asset.categoryId ?? null,
      asset.vendorId ?? null,
      asset.memo ?? null,
      asset.referenceNumber ?? null,
      asset.metadata ?? null,
      asset.rate ?? null,
      asset.frequency ?? "month",
      asset.profile ?? null,
    ],
  );
  return written.length === 1;
}

async function postAcquisition(session: Session, businessId: string, id: string, asset: NewAsset): Promise<void> {
  const clearing = (await accountsOf(session, businessId)).get("ASSET_CLEARING");
  if (clearing === undefined) throw new Error(`Business ${businessId} has no account ASSET_CLEARING.`);
  await postEntry(session, businessId, {
    assetId: id,
    date: asset.purchaseDate,
    kind: "ACQUISITION",
    memo: asset.name,
    actor: asset.actor,
    postings: [
      { debit: asset.costAccount, credit: clearing, cents: asset.cost ?? 0 },
      { debit: clearing, credit: asset.accumulatedAccount ?? clearing, cents: asset.opening?.cents ?? 0 },
    ],
  });
}

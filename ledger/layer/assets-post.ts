import { acquire } from "../books/acquire";
import { amend } from "../books/amend";
import { assetById, assetByKey } from "../books/asset";
import { accountOfKind } from "../books/chart";
import { Refusal } from "../books/refusal";
import { checkReturnable } from "../doors/returnable";
import { cents, objectOf, oneOf, orNull, text, whole } from "../doors/schema";
import { accountIdentifier, accountIdentifierOrNull, accountName } from "./account";
import { shownAssets } from "./asset";
import { assetTypes } from "./asset-types";
import { historyIn } from "./history";
import type { NewAsset } from "../books/acquire";
import type { Amendment } from "../books/amend";
import type { Asset } from "../books/asset";
import type { Session, Store } from "../store/store";
import type { AccountIdentifier } from "./account";
import type { FastifyInstance } from "fastify";

interface Body {
  readonly name: string;
  readonly asset_type: string;
  readonly external_id?: string | null;
  readonly parent_account?: AccountIdentifier;
  readonly accumulated_depreciation_account?: AccountIdentifier | null;
  readonly original_value?: number | null;
  readonly salvage_value?: number | null;
  readonly useful_life_months?: number | null;
  readonly memo?: string | null;
  readonly metadata?: Readonly<Record<string, unknown>> | null;
  readonly reference_number?: string | null;
}

const body = objectOf(["name", "asset_type"], {
  name: text(1, 255),
  asset_type: oneOf(assetTypes),
  external_id: orNull(text(1, 255)),
  parent_account: accountIdentifier,
  accumulated_depreciation_account: accountIdentifierOrNull,
  original_value: orNull(cents(0)),
  salvage_value: orNull(cents(0)),
  useful_life_months: orNull(whole(1, 1_200, "months")),
  memo: orNull(text(0, 10_000)),
  metadata: { type: "object", nullable: true, description: "a JSON object, or null" },
  reference_number: orNull(text(0, 255)),
});

/** Creates an asset and posts its acquisition; an asset whose external_id is known is changed in place instead. */
export function postAsset(app: FastifyInstance, store: Store): void {
  app.post<{ Body: Body }>("/v1/businesses/:businessId/assets", { schema: { body } }, async (request, reply) => {
    checkReturnable(request.body.metadata, "metadata");
    const { businessId } = request;
    const id = await store.transaction((session) => createOrChange(session, businessId, request.body));
    const asset = await assetById(store, businessId, id);
    const [data] = asset === undefined ? [] : await shownAssets(store, businessId, [asset]);
    return reply.code(201).send({ data });
  });
}

async function createOrChange(session: Session, businessId: string, body: Body): Promise<string> {
  const accounts = await accountsIn(session, businessId, body);
  const key = body.external_id ?? null;
  const known = key === null ? undefined : await assetByKey(session, businessId, key);
  if (known !== undefined) return change(session, known, body, accounts);
  const id = await acquire(session, businessId, await newAsset(session, businessId, body, accounts));
  if (id !== undefined) return id;
  // Another request created it between our look and our write.
  const other = key === null ? undefined : await assetByKey(session, businessId, key);
  if (other === undefined) throw new Error("The asset was neither created nor found.");
  return change(session, other, body, accounts);
}

const costUse = { field: "parent_account", kind: "fixed-asset" } as const;
const accumulatedUse = { field: "accumulated_depreciation_account", kind: "contra-asset" } as const;

interface Accounts {
  /** Absent where the request names none. */
  readonly cost?: string;
  readonly accumulated?: string | null;
}

async function accountsIn(session: Session, businessId: string, body: Body): Promise<Accounts> {
  const { parent_account: parent, accumulated_depreciation_account: accumulated } = body;
  const idOf = async (identifier: AccountIdentifier, use: typeof costUse | typeof accumulatedUse): Promise<string> =>
    (await accountOfKind(session, businessId, accountName(identifier), use)).id;
  return {
    ...(parent === undefined ? {} : { cost: await idOf(parent, costUse) }),
    ...(accumulated === undefined ? {} : { accumulated: accumulated && (await idOf(accumulated, accumulatedUse)) }),
  };
}

async function change(session: Session, asset: Asset, body: Body, accounts: Accounts): Promise<string> {
  const { purchaseDate, opening } = historyIn(body.metadata);
  checkFixed("purchase_date", purchaseDate, asset.purchase_date);
  checkFixed("opening_accumulated_depreciation", opening?.cents, asset.opening);
  checkFixed("opening_date", opening?.date, asset.opening_date);
  await amend(session, asset, amendmentOf(body, accounts));
  return asset.id;
}

// These are part of the acquisition as it is posted; a wrong one is mended by a posting, not by rewriting the past.
function checkFixed(field: string, given: string | number | undefined, posted: string | number | null): void {
  if (given === undefined || given === posted) return;
  throw new Refusal("already-posted", `${field} is ${given}, but the acquisition is posted with ${posted ?? "none"}.`);
}

function amendmentOf(body: Body, accounts: Accounts): Amendment {
  return {
    name: body.name,
    assetType: body.asset_type,
    cost: body.original_value,
    salvage: body.salvage_value,
    lifeMonths: body.useful_life_months,
    costAccount: accounts.cost,
    accumulatedAccount: accounts.accumulated,
    memo: body.memo,
    referenceNumber: body.reference_number,
    metadata: jsonText(body.metadata),
  };
}

async function newAsset(session: Session, businessId: string, body: Body, accounts: Accounts): Promise<NewAsset> {
  const usual = { stableName: "FIXED_ASSETS" } as const;
  const { purchaseDate, serviceDate, opening } = historyIn(body.metadata);
  return {
    assetKey: body.external_id ?? null,
    name: body.name,
    assetType: body.asset_type,
    cost: body.original_value ?? null,
    salvage: body.salvage_value ?? null,
    lifeMonths: body.useful_life_months ?? null,
    method: "straight_line",
    purchaseDate: purchaseDate ?? opening?.date ?? new Date().toISOString().slice(0, 10),
    serviceDate: serviceDate ?? null,
    opening,
    costAccount: accounts.cost ?? (await accountOfKind(session, businessId, usual, costUse)).id,
    accumulatedAccount: accounts.accumulated ?? null,
    memo: body.memo ?? null,
    referenceNumber: body.reference_number ?? null,
    metadata: jsonText(body.metadata) ?? null,
  };
}

function jsonText(metadata: Body["metadata"]): string | null | undefined {
  return metadata === undefined || metadata === null ? metadata : JSON.stringify(metadata);
}

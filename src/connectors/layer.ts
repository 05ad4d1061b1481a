import { type Result, dayText, fail, ok } from "../engine";
import { type Request, call } from "./call";
import type {
  Answer,
  Charge,
  Connection,
  Connector,
  LedgerAsset,
  NewAsset,
  PostedUpdate,
  Posting,
  Refusal,
} from "./connector";
import { differenceSentence } from "./echo";
import { dialect, layerTypeOf, ledgerAsset, pageOf, valueUpdate } from "./layer-answers";
import { layerReverse } from "./layer-reverse";
import { type Page, allPages } from "./pages";
import { type Reader, object } from "./read";
import { standingOf } from "./standing";
import { refusal } from "./words";

/** Layer (layerfi.com): takes amounts from the sheet as asset value updates. Its authority is Layer's own documents. */
export const layer: Connector = {
  word: "layer",
  label: "Layer",
  settings: [
    {
      key: "baseUrl",
      label: "Address",
      hint: "Where the API is, without /v1. Layer's sandbox is https://sandbox.layerfi.com.",
      example: "https://api.layerfi.com",
      secret: false,
      required: true,
    },
    {
      key: "businessId",
      label: "Business id",
      hint: "The UUID of the business.",
      example: "7d3f2c1e-5b0a-4c7e-9a51-0d1e0b5a7e01",
      secret: false,
      required: true,
    },
    {
      key: "token",
      label: "Token",
      hint: "A business-scoped access token. It is kept in memory and never in the workbook.",
      example: "eyJhbGciOi…",
      secret: true,
      required: true,
    },
  ],
  test: (connection) => standingOf(connection, assetPage(connection, { limit: "1" })),
  post: {
    countsKeysOnce: true,
    assets: (connection) => allPages(connection, (cursor) => assetPage(connection, pageQuery(cursor))),
    createAsset,
    updates: (connection) =>
      allPages(connection, (cursor) => updatePage(connection, "/value-updates", pageQuery(cursor))),
    body: bodyOf,
    post,
    lookUp,
    reverse: layerReverse,
  },
};

/** Layer's four types of asset, by words that classes of a register are named with; anything else is equipment. */
const assetTypes: readonly { readonly type: string; readonly words: RegExp }[] = [
  { type: "RIGHT_OF_USE_ASSET", words: /right.?of.?use|\brou\b|\bleases?\b|\bleased\b/i },
  { type: "VEHICLE", words: /vehicle|\b(cars?|trucks?|vans?|fleet|automobiles?|lorry|lorries)\b/i },
  { type: "GOODWILL", words: /goodwill/i },
  { type: "EQUIPMENT", words: /(?:)/ },
];

type Query = Readonly<Record<string, string>>;

async function createAsset(connection: Connection, asset: NewAsset): Answer<LedgerAsset> {
  const request = { method: "POST", path: pathOf(connection, ""), body: JSON.stringify(assetBody(asset)) } as const;
  const answer = await call(connection, dialect, request, object({ data: ledgerAsset }));
  return answer.ok ? ok(answer.value.value.data) : answer;
}

function assetBody(asset: NewAsset) {
  return {
    name: asset.name === "" ? asset.asset : asset.name,
    // The same external id updates the asset in place, so that sending it twice makes one asset.
    external_id: asset.asset,
    asset_type: assetTypes.find(({ words }) => words.test(asset.assetClass))?.type,
    accumulated_depreciation_account: accountOf(asset.accounts.accumulated),
    original_value: asset.cost,
    salvage_value: asset.salvage,
    ...(asset.lifeMonths === undefined ? {} : { useful_life_months: asset.lifeMonths }),
    metadata: whatLayerLacks(asset),
  };
}

/** Layer keeps no dates and no opening balance of an asset; its metadata is ours, and a ledger may read it. */
function whatLayerLacks({ assetClass, acquired, inService, opening }: NewAsset) {
  return {
    class: assetClass,
    purchase_date: dayText(acquired),
    in_service_date: dayText(inService),
    ...(opening === undefined
      ? {}
      : { opening_accumulated_depreciation: opening.accumulated, opening_date: dayText(opening.asOf) }),
  };
}

function bodyOf(charge: Charge): Result<string, Refusal> {
  if (charge.amount <= 0) {
    const sentence = `The amount is ${charge.amount} minor units. Layer's amounts are above 0; the type says which way they go.`;
    return fail({ kind: "rejected", sentence, field: "amount" });
  }
  return ok(
    JSON.stringify({
      asset_id: charge.ledgerId,
      external_id: charge.key,
      amount: charge.amount,
      update_type: layerTypeOf(charge.type),
      counter_account: accountOf(charge.counterAccount),
      date: `${dayText(charge.date)}T00:00:00Z`,
      memo: charge.memo === "" ? null : charge.memo,
      // Returned unchanged, and so the only way to notice that a counter account was edited: it is not echoed.
      metadata: {
        book: charge.book,
        fingerprint: charge.fingerprint,
        ...(charge.periodStart === undefined ? {} : { period_start: dayText(charge.periodStart) }),
        ...(charge.periodEnd === undefined ? {} : { period_end: dayText(charge.periodEnd) }),
        ...(charge.change === undefined ? {} : { change: charge.change }),
        ...(charge.termsHash === undefined ? {} : { terms_hash: charge.termsHash }),
      },
    }),
  );
}

async function post(connection: Connection, charge: Charge, body: string, signal?: AbortSignal): Answer<Posting> {
  const request: Request = { method: "POST", path: pathOf(connection, "/value-updates"), body, signal };
  const answer = await call(connection, dialect, request, object({ data: valueUpdate }));
  if (!answer.ok) return answer;
  const { value, header, answeredAt } = answer.value;
  const replay = header("idempotency-hit") === "true";
  // What came through another door bears no key of ours; the ledger says by the replay that it is this charge.
  const held = replay ? { ...value.data, key: value.data.key ?? charge.key } : value.data;
  const otherwise = differenceSentence(charge, held);
  if (otherwise !== undefined) return fail(refusal(connection, "conflict", otherwise));
  return ok({ ...held, replay, ...(answeredAt === undefined ? {} : { answeredAt }) });
}

async function lookUp(connection: Connection, charge: Charge): Answer<readonly PostedUpdate[]> {
  const path = `/${encodeURIComponent(charge.ledgerId)}/value-updates`;
  const held = await allPages(connection, (cursor) => updatePage(connection, path, pageQuery(cursor)));
  if (!held.ok) return held;
  const under = held.value.filter(({ key }) => key === charge.key);
  const live = under.filter(({ archived }) => !archived);
  return ok(live.length === 0 ? under.slice(0, 1) : live);
}

function assetPage(connection: Connection, query: Query) {
  return page(connection, { method: "GET", path: pathOf(connection, ""), query }, ledgerAsset);
}

function updatePage(connection: Connection, path: string, query: Query) {
  return page(connection, { method: "GET", path: pathOf(connection, path), query }, valueUpdate);
}

async function page<T>(connection: Connection, request: Request, item: Reader<T>): Answer<Page<T>> {
  const answer = await call(connection, dialect, request, pageOf(item));
  return answer.ok ? ok(answer.value.value) : answer;
}

function pageQuery(cursor: string | undefined): Query {
  return { limit: "100", ...(cursor === undefined ? {} : { cursor }) };
}

function pathOf({ businessId }: Connection, path: string): string {
  return `/v1/businesses/${encodeURIComponent(businessId.trim())}/assets${path}`;
}

function accountOf(account: string) {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(account)
    ? { type: "AccountId", id: account }
    : { type: "StableName", stable_name: account };
}

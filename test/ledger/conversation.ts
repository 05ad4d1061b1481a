import { newBusiness, startLedger } from "./start";
import type { StartedLedger } from "./start";

/** An answer of the ledger; B is the test's word for the body, which its expectations then judge. */
export interface Answer<B = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: B;
}

interface Sending {
  readonly body?: unknown;
  /** Sent as it is, in place of `body`. */
  readonly bytes?: string;
  /** Headers of their own; undefined takes a usual one away. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** Gives the body as the text that came, not as what JSON makes of it. */
  readonly asText?: boolean;
}

type Ask = <B = Row>(method: string, path: string, sending?: Sending) => Promise<Answer<B>>;

/** A JSON object whose fields a test looks at. */
export type Row = Readonly<Record<string, unknown>>;

/** The ledger on a real server, asked in each system's dialect with a good token. */
export interface Conversation extends StartedLedger {
  /** Below the address of the business: "/assets". */
  readonly layer: Ask;
  /** Below the fixed assets: "", "/run-depreciation". */
  readonly dayzero: Ask;
  /** Below Sage Intacct's address: "/objects/fixed-assets/asset-depreciation-rule". */
  readonly intacct: Ask;
  /** Below FreeAgent's second version: "/expenses". */
  readonly freeagent: Ask;
  readonly plain: Ask;
  /** From here on asks for a business of its own, in which nothing is. */
  moveToNewBusiness(): Promise<void>;
}

export async function startConversation(): Promise<Conversation> {
  const ledger = await startLedger();
  let business: Business = ledger;
  return {
    ...ledger,
    ...conversationAt(ledger.baseUrl, () => business),
    moveToNewBusiness: async () => {
      business = await newBusiness(ledger.store);
    },
  };
}

/** Asks the ledger at an address, each time for the business that `business` then names. */
export function conversationAt(
  baseUrl: string,
  business: () => Business,
): Pick<Conversation, "layer" | "dayzero" | "intacct" | "freeagent" | "plain"> {
  const below =
    (base: (id: string) => string): Ask =>
    (method, path, sending = {}) =>
      send(baseUrl, business(), method, base(business().businessId) + path, sending);
  return {
    layer: below((id) => `/layer/v1/businesses/${id}`),
    dayzero: below(() => "/dayzero/api/v1/fixed-assets"),
    intacct: below(() => "/intacct"),
    freeagent: below(() => "/freeagent/v2"),
    plain: below(() => ""),
  };
}

type Business = Awaited<ReturnType<typeof newBusiness>>;

async function send<B>(
  baseUrl: string,
  business: Business,
  method: string,
  path: string,
  sending: Sending,
): Promise<Answer<B>> {
  const bytes = sending.bytes ?? (sending.body === undefined ? undefined : JSON.stringify(sending.body));
  const headers: Readonly<Record<string, string | undefined>> = {
    authorization: `Bearer ${business.token}`,
    "x-business-id": business.businessId,
    ...(bytes === undefined ? {} : { "content-type": "application/json" }),
    ...sending.headers,
  };
  const kept = new Headers();
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) kept.set(name, value);
  const answer = await fetch(baseUrl + path, {
    method,
    headers: kept,
    ...(bytes === undefined ? {} : { body: bytes }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    headers: answer.headers,
    body: (sending.asText === true || text === "" || !isJson(answer) ? text : JSON.parse(text)) as B,
  };
}

function isJson(answer: Response): boolean {
  return answer.headers.get("content-type")?.includes("json") === true;
}

export interface Data<T> {
  readonly data: T;
}

export interface Identified {
  readonly id: string;
}

let count = 0;

/** A name that no other asset or key of this test run has. */
export function fresh(name: string): string {
  count += 1;
  return `${name}-${count}`;
}

/** What a Layer asset is created with, unless a test says otherwise: 10,000.00 over five years. */
export function layerAsset(more: Row = {}): Row {
  return {
    name: "Delivery van",
    asset_type: "VEHICLE",
    external_id: fresh("asset"),
    original_value: 1_000_000,
    salvage_value: 100_000,
    useful_life_months: 60,
    accumulated_depreciation_account: { type: "StableName", stable_name: "ACCUMULATED_DEPRECIATION" },
    ...more,
  };
}

/** Creates an asset through Layer's door and gives its id. */
export async function newLayerAsset({ layer }: Conversation, more: Row = {}): Promise<string> {
  const answer = await layer<Data<Identified>>("POST", "/assets", { body: layerAsset(more) });
  expect(answer.status).toBe(201);
  return answer.body.data.id;
}

/** Creates an asset through DayZero's door, 6,000.00 over five years, places it in service and gives its id. */
export async function newFixedAsset(
  { dayzero }: Conversation,
  more: Row = {},
  inService = "2026-01-01",
): Promise<string> {
  const body = { name: "Laptop", purchase_date: "2026-01-01", original_cost: 600_000, ...more };
  const created = await dayzero<Identified>("POST", "", { body });
  expect(created.status).toBe(201);
  const placed = await dayzero("POST", `/${created.body.id}/place-in-service`, { body: { service_date: inService } });
  expect(placed.status).toBe(200);
  return created.body.id;
}

/** A month's depreciation as Layer's document shows it. */
export function depreciationOf(assetId: string, more: Row = {}): Row {
  return {
    asset_id: assetId,
    amount: 1666,
    update_type: "DEPRECIATION_AMORTIZATION",
    counter_account: "DEPRECIATION",
    date: "2024-02-29T00:00:00Z",
    ...more,
  };
}

export interface Line {
  readonly account: string;
  readonly debit: number;
  readonly credit: number;
}

interface Journal {
  readonly entries: readonly { readonly kind: string; readonly date: string; readonly lines: readonly Line[] }[];
}

/** The journal entries of an asset, each as "kind date: debit 1 ACCOUNT, credit 1 ACCOUNT". */
export async function entriesOf({ plain }: Conversation, assetId: string, more = ""): Promise<readonly string[]> {
  const journal = await plain<Journal>("GET", `/journal?asset_id=${assetId}${more}`);
  return journal.body.entries.map(({ kind, date, lines }) => `${kind} ${date}: ${lines.map(lineText).join(", ")}`);
}

function lineText({ account, debit, credit }: Line): string {
  return debit > 0 ? `debit ${debit} ${account}` : `credit ${credit} ${account}`;
}

import { type Day, type Month, type Result, dayText, fail, firstDay, ok } from "../engine";
import { type Dialect, type Request, bearer, call } from "./call";
import type {
  Answer,
  Connection,
  Connector,
  LedgerAsset,
  NewAsset,
  PreviewLine,
  RunEntry,
  RunReport,
} from "./connector";
import { complaint, enveloped, ledgerAsset, previewLine, runEntry, runReport } from "./dayzero-answers";
import { type Page, allPages } from "./pages";
import { flag, list, object, optional, text } from "./read";
import { standingOf } from "./standing";
import { presentable, refusal } from "./words";

/** DayZero (ondayzero.com): computes its own depreciation. Its authority is DayZero's own documents. */
export const dayzero: Connector = {
  word: "dayzero",
  label: "DayZero",
  settings: [
    {
      key: "baseUrl",
      label: "Address",
      hint: "Where the API is, without /api/v1.",
      example: "https://api.ondayzero.com",
      secret: false,
      required: true,
    },
    {
      key: "businessId",
      label: "Business id",
      hint: "Sent as x-business-id with every request.",
      example: "7d3f2c1e-5b0a-4c7e-9a51-0d1e0b5a7e01",
      secret: false,
      required: true,
    },
    {
      key: "token",
      label: "Token",
      hint: "Begins with dz_. It is kept in memory and never in the workbook.",
      example: "dz_…",
      secret: true,
      required: true,
    },
    {
      key: "userEmail",
      label: "Your e-mail",
      hint: "For DayZero's audit trail.",
      example: "ada@example.com",
      secret: false,
      required: false,
    },
  ],
  test: (connection) => standingOf(connection, assetPage(connection, { limit: "1" })),
  run: {
    assets: (connection) => allPages(connection, (cursor) => assetPage(connection, pageQuery(cursor))),
    misfit: (asset) => misfitOf(asset, methodOf(asset))?.sentence,
    createAsset,
    placeInService,
    preview,
    run,
    entries,
  },
};

type Query = Readonly<Record<string, string>>;

const dialect: Dialect = { needs: ["token", "businessId"], headers, complaint };
const root = "/api/v1/fixed-assets";
const longestAssetNumber = 50;
const longestName = 255;
const longestLife = 600;

async function createAsset(connection: Connection, asset: NewAsset): Answer<LedgerAsset> {
  const body = assetBody(asset);
  if (!body.ok) return fail(refusal(connection, "rejected", body.problem.sentence, { field: body.problem.field }));
  const request = { method: "POST", path: root, body: JSON.stringify(body.value) } as const;
  const created = await call(connection, dialect, request, enveloped(ledgerAsset));
  return created.ok ? ok(created.value.value) : created;
}

async function placeInService(connection: Connection, ledgerId: string, inService: Day): Answer<LedgerAsset> {
  const path = `${root}/${encodeURIComponent(ledgerId)}/place-in-service`;
  const body = JSON.stringify({ service_date: dayText(inService) });
  const placed = await call(connection, dialect, { method: "POST", path, body }, enveloped(ledgerAsset));
  return placed.ok ? ok(placed.value.value) : placed;
}

async function preview(connection: Connection, month: Month): Answer<readonly PreviewLine[]> {
  const query = { period_date: dayText(firstDay(month)) };
  const request: Request = { method: "GET", path: `${root}/depreciation-preview`, query };
  const answer = await call(connection, dialect, request, enveloped(object({ entries: list(previewLine) })));
  return answer.ok ? ok(answer.value.value.entries) : answer;
}

async function run(
  connection: Connection,
  month: Month,
  ledgerIds: readonly string[],
  signal?: AbortSignal,
): Answer<RunReport> {
  // Absent means every active asset and an empty list may mean the same: neither is ever sent.
  if (ledgerIds.length === 0)
    return fail(refusal(connection, "rejected", "There is no asset to run.", { field: "asset_ids" }));
  const body = JSON.stringify({
    period_date: dayText(firstDay(month)),
    asset_ids: ledgerIds,
    create_journal_entries: true,
  });
  const request: Request = { method: "POST", path: `${root}/run-depreciation`, body, signal };
  const answer = await call(connection, dialect, request, enveloped(runReport));
  if (!answer.ok) return answer;
  const { value, answeredAt } = answer.value;
  const problems = value.problems.map((problem) => presentable(problem, connection.token));
  return ok({ ...value, problems, ...(answeredAt === undefined ? {} : { answeredAt }) });
}

async function entries(connection: Connection, ledgerId: string): Answer<readonly RunEntry[]> {
  const path = `${root}/${encodeURIComponent(ledgerId)}/depreciation-entries`;
  const reader = enveloped(object({ entries: list(runEntry) }));
  const answer = await call(connection, dialect, { method: "GET", path }, reader);
  return answer.ok ? ok(answer.value.value.entries) : answer;
}

async function assetPage(connection: Connection, query: Query): Answer<Page<LedgerAsset>> {
  const page = enveloped(object({ assets: list(ledgerAsset), next_cursor: optional(text), has_more: optional(flag) }));
  const answer = await call(connection, dialect, { method: "GET", path: root, query }, page);
  if (!answer.ok) return answer;
  const { assets, next_cursor, has_more } = answer.value.value;
  return ok({ items: assets, next: has_more === false ? undefined : next_cursor });
}

function pageQuery(cursor: string | undefined): Query {
  return { limit: "200", ...(cursor === undefined ? {} : { cursor }) };
}

interface Misfit {
  readonly field: string;
  readonly sentence: string;
}

/** The body of a new asset, or why DayZero could not hold it: it would then compute something else than the sheet. */
function assetBody(asset: NewAsset): Result<object, Misfit> {
  const method = methodOf(asset);
  const misfit = misfitOf(asset, method);
  if (misfit !== undefined) return fail(misfit);
  return ok({
    name: (asset.name === "" ? asset.asset : asset.name).slice(0, longestName),
    asset_number: asset.asset,
    purchase_date: dayText(asset.acquired),
    original_cost: asset.cost,
    salvage_value: asset.salvage,
    useful_life_months: asset.lifeMonths,
    depreciation_method: method,
    ...openingOf(asset),
  });
}

/** Our reference ledger takes an opening balance with these names; DayZero's documents have no field for one. */
function openingOf({ opening }: NewAsset) {
  if (opening === undefined) return {};
  return { opening_accumulated_depreciation: opening.accumulated, opening_date: dayText(opening.asOf) };
}

function misfitOf({ asset, lifeMonths, method }: NewAsset, theirs: string | undefined): Misfit | undefined {
  if (asset.length > longestAssetNumber) {
    const sentence = `The asset id has ${asset.length} characters, but DayZero holds ${longestAssetNumber}.`;
    return { field: "asset_number", sentence };
  }
  if (theirs === undefined) {
    return { field: "depreciation_method", sentence: `DayZero has no method for ${method} with these terms.` };
  }
  if (lifeMonths === undefined || !Number.isInteger(lifeMonths) || lifeMonths < 1 || lifeMonths > longestLife) {
    const sentence = `The life is ${lifeMonths ?? "missing"}, but DayZero needs 1 to ${longestLife} whole months.`;
    return { field: "useful_life_months", sentence };
  }
  return undefined;
}

function methodOf({ method, factor = 2 }: NewAsset): string | undefined {
  if (method === "SL") return "straight_line";
  // DayZero takes no factor: its own declining balance could be of any, so only the double one is known to be ours.
  return method === "DB" && factor === 2 ? "double_declining" : undefined;
}

function headers(connection: Connection): Readonly<Record<string, string>> {
  const { businessId, userEmail = "" } = connection;
  const email = userEmail.trim();
  return {
    ...bearer(connection),
    "x-business-id": businessId.trim(),
    ...(email === "" ? {} : { "x-user-email": email }),
  };
}

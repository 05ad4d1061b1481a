import { type Result, fail, ok } from "../engine";
import { type Dialect, type Reply, type Request, bearer, call, formatOf } from "./call";
import type { Answer, Connection } from "./connector";
import { type Complaint, unreadable } from "./failures";
import { type CapitalAssetAnswer, capitalAssets } from "./freeagent-answers";
import { freeagentFormats } from "./freeagent-formats";
import { type Reader, isObject, list, object, textAt } from "./read";

const dialect: Dialect = {
  formats: freeagentFormats,
  needs: ["token", "businessId"],
  headers: bearer,
  complaint,
};

/** The body of a request, in the form that the connection has chosen. */
export function written(connection: Connection, content: object): string {
  return formatOf(connection, dialect).write(content);
}

export async function asked<T>(connection: Connection, request: Request, reader: Reader<T>): Answer<T> {
  const answer = await call(connection, dialect, request, reader);
  return answer.ok ? ok(answer.value.value) : answer;
}

const rowsAtOnce = 100;

/** A page of a list, and the number of the next. */
export interface ListPage<T> {
  readonly rows: readonly T[];
  readonly next: number | undefined;
}

/** One page of the capital assets with their history: also the harmless reading with which a connection is tested. */
export function capitalAssetPage(connection: Connection, page: number): Answer<ListPage<CapitalAssetAnswer>> {
  const query = { view: "all", include_history: "true" };
  return listPage(connection, "capital_assets", page, capitalAssets, query);
}

export async function listPage<T>(
  connection: Connection,
  name: string,
  page: number,
  item: Reader<T>,
  query: Readonly<Record<string, string>> = {},
): Answer<ListPage<T>> {
  const asks = { ...query, page: String(page), per_page: String(rowsAtOnce) };
  const request: Request = { method: "GET", path: `/v2/${name}`, query: asks };
  const answer = await call(connection, dialect, request, object({ [name]: list(item) }));
  if (!answer.ok) return answer;
  const rows = answer.value.value[name] ?? [];
  const next = nextPage(connection, answer.value, { page, count: rows.length });
  return next.ok ? ok({ rows, next: next.value }) : fail(unreadable(connection, false, next.problem));
}

/** Reads a list to its end. A page that points back would go round for ever, so it ends the reading. */
export async function allRows<T>(
  connection: Connection,
  pageOf: (page: number) => Answer<ListPage<T>>,
): Answer<readonly T[]> {
  const rows: T[] = [];
  for (let page = 1; ;) {
    const answer = await pageOf(page);
    if (!answer.ok) return answer;
    rows.push(...answer.value.rows);
    const { next } = answer.value;
    if (next === undefined) return ok(rows);
    if (next <= page) return fail(unreadable(connection, false, "its pages go round in a circle."));
    page = next;
  }
}

// A gateway passes FreeAgent's own addresses on. Nothing is ever sent to a link: its page number is all that is taken.
const ownOrigins = ["https://api.freeagent.com", "https://api.sandbox.freeagent.com"];

/** The page that the Link header calls next; where a browser hides the header, a full page may have another behind it. */
function nextPage<T>(
  { baseUrl }: Connection,
  { header }: Reply<T>,
  here: { readonly page: number; readonly count: number },
): Result<number | undefined, string> {
  const link = header("link");
  if (link === null) return ok(here.count === rowsAtOnce ? here.page + 1 : undefined);
  const next = /<([^<>]*)>\s*;[^,]*\brel\s*=\s*"?next\b/i.exec(link)?.[1];
  if (next === undefined) return ok(undefined);
  const address = parsed(next, baseUrl);
  const origin = new URL(baseUrl.trim()).origin;
  if (address === undefined || ![origin, ...ownOrigins].includes(address.origin)) {
    return fail("its next page is at another address, which is not followed.");
  }
  const page = Number(address.searchParams.get("page"));
  return Number.isSafeInteger(page) && page > 0 ? ok(page) : fail("its next page has no number.");
}

function parsed(address: string, base: string): URL | undefined {
  try {
    return new URL(address, base.trim());
  } catch {
    return undefined;
  }
}

/** `{"errors": {"error": {"message"}}}`; other endpoints give a list of such. */
function complaint(body: unknown): Complaint | undefined {
  const errors = isObject(body) ? body["errors"] : undefined;
  const listed: unknown = Array.isArray(errors) ? errors[0] : undefined;
  const text = textAt(errors, "error", "message") ?? textAt(listed, "message");
  if (text === undefined) return undefined;
  return { text: /depreciation_schedule/.test(text) ? `${text} ${deprecated}` : text };
}

const deprecated = "FreeAgent made this asset with a profile, and changes it by a profile alone.";

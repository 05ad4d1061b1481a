import { type Result, fail, ok } from "../engine";
import { addressOf } from "./address";
import type { Answer, Connection, Refusal, SettingKey } from "./connector";
import { type Complaint, silence, sorted, unreadable } from "./failures";
import { type Format, type Formats, answeredFormat, chosenFormat, json } from "./format";
import { browserLine } from "./line";
import type { Reader } from "./read";
import { retryAfterSeconds } from "./retry-after";

const defaultTimeoutMs = 30_000;
const jsonAlone: Formats = [json];

/** What differs between systems on the wire: what they must be told, the headers they want and the way they complain. */
export interface Dialect {
  /** The forms in which the system is spoken to; JSON alone where they are absent. */
  readonly formats?: Formats;
  /** The settings without which nothing is sent. */
  readonly needs: readonly SettingKey[];
  /** The credential among them. */
  headers(connection: Connection): Readonly<Record<string, string>>;
  complaint(body: unknown): Complaint | undefined;
}

/** The credential that most systems take. */
export function bearer({ token }: Connection): Readonly<Record<string, string>> {
  return { authorization: `Bearer ${token.trim()}` };
}

export interface Request {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** True for a question that is asked by POST: it changes nothing, so a lost answer is no unknown outcome. */
  readonly reads?: true;
  /** Text in the format that the connection has chosen, sent as it stands. */
  readonly body?: string;
  readonly signal?: AbortSignal | undefined;
}

/** A 2xx answer, read. */
export interface Reply<T> {
  readonly value: T;
  readonly status: number;
  readonly header: (name: string) => string | null;
  /** The ledger's Date header in ISO 8601, UTC. */
  readonly answeredAt?: string;
}

interface Raw {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** The only way out: sends one request and returns the answer as `reader` reads it, or why there is none. Never throws. */
export async function call<T>(
  connection: Connection,
  dialect: Dialect,
  request: Request,
  reader: Reader<T>,
): Answer<Reply<T>> {
  const address = addressOf(connection, dialect.needs, request.path, request.query);
  if (!address.ok) return address;
  const raw = await exchange(connection, address.value, dialect, request);
  return raw.ok ? readReply(connection, dialect, request, raw.value, reader) : raw;
}

async function exchange(
  connection: Connection,
  address: string,
  dialect: Dialect,
  request: Request,
): Promise<Result<Raw, Refusal>> {
  const abort = new AbortController();
  const breakOff = () => abort.abort("aborted");
  const { line = browserLine, timeoutMs = defaultTimeoutMs } = connection;
  const stopWaiting = line.ringAfter(timeoutMs, () => abort.abort("timeout"));
  if (request.signal?.aborted === true) breakOff();
  request.signal?.addEventListener("abort", breakOff);
  try {
    const response = await line.fetch(address, optionsOf(connection, dialect, request, abort.signal));
    // The timer also covers the body: a server may send its headers and then fall silent.
    return ok({ status: response.status, headers: response.headers, text: await response.text() });
  } catch {
    const why = abort.signal.reason === "timeout" ? "timeout" : abort.signal.aborted ? "aborted" : "network";
    return fail(silence(connection, isWrite(request), why));
  } finally {
    stopWaiting();
    request.signal?.removeEventListener("abort", breakOff);
  }
}

function optionsOf(connection: Connection, dialect: Dialect, request: Request, signal: AbortSignal): RequestInit {
  const [mediaType] = formatOf(connection, dialect).mediaTypes;
  return {
    method: request.method,
    headers: {
      accept: mediaType,
      ...(request.body === undefined ? {} : { "content-type": mediaType }),
      ...dialect.headers(connection),
    },
    ...(request.body === undefined ? {} : { body: request.body }),
    signal,
    cache: "no-store",
    credentials: "omit",
    // A redirect would carry the token to an address that nobody has checked.
    redirect: "error",
    referrerPolicy: "no-referrer",
  };
}

/** In which form a connection writes its requests and asks for answers. */
export function formatOf({ format }: Connection, { formats = jsonAlone }: Dialect): Format {
  return chosenFormat(formats, format);
}

function readReply<T>(
  connection: Connection,
  dialect: Dialect,
  request: Request,
  raw: Raw,
  reader: Reader<T>,
): Result<Reply<T>, Refusal> {
  const { formats = jsonAlone } = dialect;
  // A gateway's own failures are JSON, whatever was asked for, so the answer itself says what it is.
  const format = answeredFormat(formats, raw.headers.get("content-type"), formatOf(connection, dialect));
  // 204 has no body by its own definition (RFC 9110, section 15.3.5); what says otherwise is not read.
  const body = raw.status === 204 ? ok(undefined) : parsed(format, raw.text);
  if (raw.status < 200 || raw.status > 299) {
    return fail(
      sorted(connection, { ...failureOf(raw, format), isWrite: isWrite(request), complaint: said(dialect, body) }),
    );
  }
  if (!body.ok) return fail(unreadable(connection, isWrite(request), body.problem));
  const read = reader(body.value, "answer");
  if (!read.ok) return fail(unreadable(connection, isWrite(request), `${read.problem}.`));
  const answeredAt = isoTime(raw.headers.get("date"));
  return ok({
    value: read.value,
    status: raw.status,
    header: (name: string) => raw.headers.get(name),
    ...(answeredAt === undefined ? {} : { answeredAt }),
  });
}

function failureOf({ status, headers, text }: Raw, format: Format) {
  return {
    status,
    isPage: format.isPage(text),
    retryAfterSeconds: retryAfterSeconds(headers.get("retry-after"), headers.get("date"), Date.now()),
  };
}

function said(dialect: Dialect, body: Result<unknown, string>): Complaint | undefined {
  return body.ok ? dialect.complaint(body.value) : undefined;
}

function parsed(format: Format, text: string): Result<unknown, string> {
  if (text.trim() === "") return fail("it is empty.");
  return format.isPage(text) ? fail("it is a web page.") : format.read(text);
}

function isoTime(date: string | null): string | undefined {
  const time = Date.parse(date ?? "");
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

function isWrite({ method, reads }: Request): boolean {
  return method !== "GET" && reads !== true;
}

import { ok } from "../engine";
import { type Dialect, type Request, bearer, call } from "./call";
import type { Answer, Connection } from "./connector";
import type { Complaint } from "./failures";
import { type Reader, isObject, list, mapped, object, optional, text, textAt, whole } from "./read";

export const rulePath = "/objects/fixed-assets/asset-depreciation-rule";

/** What refers to an object: its key, and its id where the answer has one. */
export interface Reference {
  readonly key: string;
  readonly id: string | undefined;
}

export const reference: Reader<Reference> = object({ key: text, id: optional(text) });

const dialect: Dialect = { needs: ["token", "businessId"], headers: bearer, complaint };

/** Sends one request and takes the result out of `{"ia::result", "ia::meta"}`. */
export async function resulted<T>(connection: Connection, request: Request, result: Reader<T>): Answer<T> {
  const reader = mapped(object({ "ia::result": result, "ia::meta": counts }), (answer) => answer["ia::result"]);
  const answer = await call(connection, dialect, request, reader);
  return answer.ok ? ok(answer.value.value) : answer;
}

/** Sends a request that is answered by 204 and no body. */
export async function carriedOut(connection: Connection, request: Request): Answer<undefined> {
  const answer = await call(connection, dialect, request, nothing);
  return answer.ok ? ok(undefined) : answer;
}

/** A page of a query's rows, and where the next page starts. */
export interface QueryPage<T> {
  readonly rows: readonly T[];
  readonly next: number | undefined;
}

export async function queried<T>(connection: Connection, request: Request, row: Reader<T>): Answer<QueryPage<T>> {
  const pages = object({ totalCount: whole, start: whole, pageSize: whole, next: optional(whole) });
  const answer = await call(connection, dialect, request, object({ "ia::result": list(row), "ia::meta": pages }));
  if (!answer.ok) return answer;
  const { "ia::result": rows, "ia::meta": meta } = answer.value.value;
  return ok({ rows, next: meta.next });
}

/** Up to 100 references: "mostly for use in testing", and so the harmless reading with which a connection is tested. */
export function listed(connection: Connection): Answer<readonly Reference[]> {
  return resulted(connection, { method: "GET", path: rulePath }, list(reference));
}

// The document counts every answer; a query's counts are others.
const counts = object({ totalCount: whole, totalSuccess: whole, totalError: whole });

const nothing: Reader<undefined> = (given, where) =>
  given === undefined ? ok(undefined) : { ok: false, problem: `${where} should be empty` };

/** `{"ia::result": {"ia::error": {code, message, errorId, additionalInfo, supportId}}}`, the support id as it stands. */
function complaint(body: unknown): Complaint | undefined {
  const result = isObject(body) ? body["ia::result"] : undefined;
  const error = isObject(result) ? result["ia::error"] : undefined;
  const message = textAt(error, "message") ?? textAt(error, "code");
  if (message === undefined) return undefined;
  const [errorId, supportId] = [textAt(error, "errorId"), textAt(error, "supportId")];
  const marks = [errorId, supportId === undefined ? undefined : `support id ${supportId}`];
  const shown = marks.filter((mark) => mark !== undefined).join(", ");
  return { text: shown === "" ? message : `${message} (${shown})` };
}

import { type Result, fail, ok } from "../engine";
import { type Dialect, type Request, call } from "./call";
import type { Answer, Connection, Refusal } from "./connector";
import type { Complaint } from "./failures";
import { type Reader, flag, isObject, object, oneOf, text, textAt } from "./read";
import { refusal } from "./words";

/** Asks one of oanor's addresses and takes the data out of its envelope, which must say that all went well. */
export async function asked<T>(connection: Connection, request: Request, data: Reader<T>): Answer<T> {
  const answer = await call(connection, dialect, request, enveloped(data));
  return answer.ok ? ok(answer.value.value.data) : fail(explained(connection, answer.problem));
}

/** What the calculator says of itself: the harmless question with which a connection is tested. */
export function oanorMeta(connection: Connection): Answer<{ readonly service: string }> {
  return asked(connection, { method: "GET", path: "/v1/meta" }, object({ service: text }));
}

const dialect: Dialect = { needs: [], headers, complaint };

/** The key goes into a header of oanor's own. Where there is none, none is sent: a gateway or our own ledger needs none. */
function headers({ token }: Connection): Readonly<Record<string, string>> {
  const key = token.trim();
  return key === "" ? {} : { "x-oanor-key": key };
}

/** `{"data", "meta": {"timestamp", "request_id"}, "status": "ok", "message", "success": true}` */
function enveloped<T>(data: Reader<T>): Reader<{ readonly data: T }> {
  const meta = object({ timestamp: text, request_id: text });
  return object({ data, meta, status: oneOf(["ok"]), message: text, success: isTrue });
}

const isTrue: Reader<true> = (given, where): Result<true, string> => {
  const read = flag(given, where);
  if (!read.ok) return read;
  return read.value ? ok(true) : fail(`${where} should be true, but is false`);
};

/** oanor documents no failure: the envelope's own message, or what other services put in its place. */
function complaint(body: unknown): Complaint | undefined {
  const said = textAt(body, "message") ?? textAt(body, "error") ?? textAt(body, "error", "message");
  return isObject(body) && said !== undefined ? { text: said } : undefined;
}

function explained(connection: Connection, problem: Refusal): Refusal {
  if (problem.kind !== "busy") return problem;
  const { retryAfterSeconds } = problem;
  const quota = "Plans allow 2 to 80 requests a second and 2,000 to 1,000,000 a month, and nothing above that.";
  return refusal(connection, "busy", `${quota} ${problem.sentence}`, {
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  });
}

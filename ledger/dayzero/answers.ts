import { failureOf } from "../doors/failure";
import { refusalStatus } from "../books/refusal";
import type { Complaint } from "../doors/complaint";
import type { Refusal } from "../books/refusal";
import type { Failure } from "../doors/failure";
import type { FastifyInstance, FastifyReply } from "fastify";

/** One line of DayZero's 422. */
export interface ValidationError {
  readonly loc: readonly (string | number)[];
  readonly msg: string;
  readonly type: string;
  readonly input?: object;
  readonly ctx?: object;
}

/** Thrown for a request whose fields do not fit each other, or are not taken here; answered with 422. */
export class Unprocessable extends Error {
  constructor(readonly detail: readonly ValidationError[]) {
    super(detail.map((line) => line.msg).join(" "));
  }
}

/** A field of the body that is well formed but not right. */
export function wrongField(field: string, msg: string): Unprocessable {
  return new Unprocessable([{ loc: ["body", field], msg, type: "value_error" }]);
}

/** Puts every failure below DayZero's address into DayZero's shape: `{detail}`, a list only for 422. */
export function answerAsDayZero(app: FastifyInstance): void {
  app.setErrorHandler((error: Error, request, reply) => {
    if (error instanceof Unprocessable) return send(reply, 422, error.detail);
    const [status, detail] = inDayZerosWords(failureOf(error));
    if (status >= 500) request.log.error(error);
    return send(reply, status, detail);
  });
  app.setNotFoundHandler((_request, reply) => send(reply, 404, "Not Found"));
}

function inDayZerosWords(failure: Failure): readonly [status: number, detail: string | readonly ValidationError[]] {
  switch (failure.kind) {
    case "refused":
      return refusedInDayZerosWords(failure.refusal);
    case "malformed":
      return [422, failure.complaints.map(validationError)];
    case "unreadable":
      if (failure.status === 413) return [413, failure.sentence];
      return [422, [{ loc: ["body"], msg: failure.sentence, type: "json_invalid" }]];
    case "away":
      return [503, failure.sentence];
    case "ours":
      return [500, failure.sentence];
  }
}

// Only 422 has a list, and what is refused so is the key in the header.
function refusedInDayZerosWords({ word, message, field = "" }: Refusal): ReturnType<typeof inDayZerosWords> {
  const status = refusalStatus[word];
  return [status, status === 422 ? [{ loc: ["header", field], msg: message, type: "value_error" }] : message];
}

function validationError(complaint: Complaint): ValidationError {
  const { value, limit } = complaint;
  return {
    loc: complaint.path,
    msg: complaint.sentence,
    type: typeOf(complaint),
    ...(typeof value === "object" && value !== null ? { input: value } : {}),
    ...(limit === undefined ? {} : { ctx: { limit } }),
  };
}

// The words of pydantic, which DayZero's answers are made of, for the rules that our schemas have.
const types: Readonly<Record<string, string>> = {
  required: "missing",
  "type string": "string_type",
  "type integer": "int_type",
  "type boolean": "bool_type",
  "type array": "list_type",
  "type object": "dict_type",
  minimum: "greater_than_equal",
  maximum: "less_than_equal",
  minLength: "string_too_short",
  maxLength: "string_too_long",
  minItems: "too_short",
  maxItems: "too_long",
  pattern: "string_pattern_mismatch",
  enum: "enum",
  "format day": "date_parsing",
  "format first-of-month": "date_parsing",
  "format uuid": "uuid_parsing",
};

function typeOf({ rule, wanted }: Complaint): string {
  return types[`${rule} ${wanted}`] ?? types[rule] ?? "value_error";
}

function send(reply: FastifyReply, status: number, detail: string | readonly ValidationError[]): FastifyReply {
  if (status === 401) void reply.header("www-authenticate", "Bearer");
  return reply.code(status).send({ detail });
}

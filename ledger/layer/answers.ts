import { failureOf } from "../doors/failure";
import { refusalStatus } from "../books/refusal";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Refusal, RefusalWord } from "../books/refusal";

/** How Layer names a failure: a category, and on 4xx a word that programs can rely on. */
interface LayerError {
  readonly type: string;
  readonly description: string;
  readonly error_enum?: string;
  /** The part of the request that is wrong, where one is, and of a closed period the first day that is open. */
  readonly meta?: { readonly field?: string; readonly first_open_day?: string };
}

const words: Readonly<Record<RefusalWord, readonly [type: string, errorEnum: string]>> = {
  unauthorised: ["Unauthorized", "Unauthorized"],
  "not-found": ["NotFound", "SpecifiedIdNotFound"],
  invalid: ["BadRequest", "SpecifiedBadRequest"],
  "no-accumulated-account": ["BadRequest", "AccumulatedDepreciationAccountMissing"],
  "above-book-value": ["BadRequest", "AmountAboveBookValue"],
  "amount-out-of-range": ["BadRequest", "AmountOutOfRange"],
  "external-id-used": ["Conflict", "ExternalIdAlreadyUsed"],
  "month-charged": ["Conflict", "DepreciationAlreadyRecorded"],
  "asset-disposed": ["Conflict", "AssetDisposed"],
  "already-posted": ["Conflict", "AlreadyPosted"],
  "state-conflict": ["Conflict", "StateConflict"],
  "not-reversible": ["Conflict", "EntryNotReversible"],
  "period-closed": ["BadRequest", "PeriodClosed"],
  "key-in-use": ["Conflict", "IdempotencyKeyInUse"],
  "key-used": ["UnprocessableEntity", "IdempotencyKeyAlreadyUsed"],
  "too-many-requests": ["TooManyRequests", "TooManyRequests"],
};

/** Puts every failure below Layer's address into Layer's shape, `{errors: [{type, description, error_enum}]}`. */
export function answerAsLayer(app: FastifyInstance): void {
  app.setErrorHandler((error: Error, request, reply) => {
    const { status, errors } = inLayersWords(error);
    if (status >= 500) request.log.error(error);
    return send(reply, status, errors);
  });
  app.setNotFoundHandler((request: FastifyRequest, reply) =>
    send(reply, 404, [
      {
        type: "NotFound",
        description: `There is no ${request.method} ${request.url} here.`.slice(0, 300),
        error_enum: "SpecifiedPathNotFound",
      },
    ]),
  );
}

function inLayersWords(error: Error): { readonly status: number; readonly errors: readonly LayerError[] } {
  const failure = failureOf(error);
  switch (failure.kind) {
    case "refused":
      return { status: refusalStatus[failure.refusal.word], errors: [refused(failure.refusal)] };
    case "malformed":
      return {
        status: 400,
        errors: failure.complaints.map(({ sentence, path }) => badRequest(sentence, path.slice(1).join("."))),
      };
    case "unreadable":
      return { status: failure.status, errors: [badRequest(failure.sentence)] };
    case "away":
      return { status: 503, errors: [{ type: "Unavailable", description: failure.sentence }] };
    case "ours":
      return { status: 500, errors: [{ type: "Internal", description: failure.sentence }] };
  }
}

function refused({ word, message, field, firstOpenDay }: Refusal): LayerError {
  const [type, errorEnum] = words[word];
  return { type, description: message, error_enum: errorEnum, ...metaOf(field, firstOpenDay) };
}

function badRequest(description: string, field?: string): LayerError {
  return { type: "BadRequest", description, error_enum: "SpecifiedBadRequest", ...metaOf(field) };
}

function metaOf(field = "", firstOpenDay?: string): Pick<LayerError, "meta"> {
  const meta = {
    ...(field === "" ? {} : { field }),
    ...(firstOpenDay === undefined ? {} : { first_open_day: firstOpenDay }),
  };
  return Object.keys(meta).length === 0 ? {} : { meta };
}

function send(reply: FastifyReply, status: number, errors: readonly LayerError[]): FastifyReply {
  if (status === 401) void reply.header("www-authenticate", "Bearer");
  return reply.code(status).send({ errors });
}

import { randomBytes } from "node:crypto";
import { failureOf } from "../doors/failure";
import type { RefusalWord } from "../books/refusal";
import type { Failure } from "../doors/failure";
import type { FastifyInstance, FastifyReply } from "fastify";

/** The address of an object as Sage Intacct writes it: below the address of its programming interface. */
export function hrefOf(object: string, key: string): string {
  return `/objects/${object}/${key}`;
}

/** One object, or what refers to it. */
export function oneResult(result: object) {
  return { "ia::result": result, "ia::meta": { totalCount: 1, totalSuccess: 1, totalError: 0 } };
}

export function listResult(results: readonly object[]) {
  return {
    "ia::result": results,
    "ia::meta": { totalCount: results.length, totalSuccess: results.length, totalError: 0 },
  };
}

/** Thrown where a request that needs a body has none; the document words it, number included. */
export class PayloadMissing extends Error {
  constructor(method: string) {
    super(`A ${method} request requires a payload`);
  }
}

/** Puts every failure below this address into Sage Intacct's shape: `{"ia::result": {"ia::error"}, "ia::meta"}`. */
export function answerAsIntacct(app: FastifyInstance): void {
  app.setErrorHandler((error: Error, request, reply) => {
    const told = error instanceof PayloadMissing ? payloadMissing(error) : inIntacctsWords(failureOf(error));
    if (told.status >= 500) request.log.error(error);
    return send(reply, told);
  });
  app.setNotFoundHandler((request, reply) =>
    send(reply, {
      status: 404,
      code: "notFound",
      errorId: "LEDGER-404",
      message: `There is no ${request.method} ${request.url} here.`.slice(0, 300),
    }),
  );
}

interface Told {
  readonly status: number;
  readonly code: string;
  readonly errorId: string;
  readonly message: string;
}

function payloadMissing({ message }: PayloadMissing): Told {
  return { status: 400, code: "invalidRequest", errorId: "REST-1028", message };
}

function inIntacctsWords(failure: Failure): Told {
  switch (failure.kind) {
    case "refused": {
      const { word, message } = failure.refusal;
      const status = statuses[word] ?? 400;
      return { status, code: words[word] ?? "invalidRequest", errorId: `LEDGER-${String(status)}`, message };
    }
    case "malformed":
      return invalid(400, failure.complaints.map((complaint) => complaint.sentence).join(" "));
    case "unreadable":
      return invalid(failure.status, failure.sentence);
    case "away":
      return { status: 503, code: "serviceUnavailable", errorId: "LEDGER-503", message: failure.sentence };
    case "ours":
      return { status: 500, code: "internalError", errorId: "LEDGER-500", message: failure.sentence };
  }
}

// What is said at the door, of whatever operation.
const statuses: Partial<Readonly<Record<RefusalWord, number>>> = { unauthorised: 401, "too-many-requests": 429 };

// Of every operation the document tells one failure, 400; what is wrong is told apart by the code.
const words: Partial<Readonly<Record<RefusalWord, string>>> = {
  unauthorised: "unauthorized",
  "not-found": "objectNotFound",
  "period-closed": "periodClosed",
  "too-many-requests": "tooManyRequests",
  "state-conflict": "duplicateObject",
};

function invalid(status: number, message: string): Told {
  return { status, code: "invalidRequest", errorId: `LEDGER-${String(status)}`, message };
}

function send(reply: FastifyReply, { status, code, errorId, message }: Told): FastifyReply {
  if (status === 401) void reply.header("www-authenticate", "Bearer");
  const error = { code, message, errorId, additionalInfo: {}, supportId: supportId() };
  return reply.code(status).send({
    "ia::result": { "ia::error": error },
    "ia::meta": { totalCount: 1, totalSuccess: 0, totalError: 1 },
  });
}

// As in the document's sample: half of it looks like an escape of an address, and is none.
function supportId(): string {
  const letters = randomBytes(24).toString("base64url");
  return `${letters.slice(0, 5)}%7E${letters.slice(5)}`;
}

import { refusalStatus } from "../books/refusal";
import { failureOf } from "../doors/failure";
import type { FastifyInstance } from "fastify";

/** Puts every failure of the ledger's own addresses into its own shape, `{error: {code, message}}`. */
export function answerInOurWords(app: FastifyInstance): void {
  app.setErrorHandler((error: Error, request, reply) => {
    const [status, code, message] = inOurWords(error);
    if (status >= 500) request.log.error(error);
    if (status === 401) void reply.header("www-authenticate", "Bearer");
    return reply.code(status).send({ error: { code, message } });
  });
}

function inOurWords(error: Error): readonly [status: number, code: string, message: string] {
  const failure = failureOf(error);
  switch (failure.kind) {
    case "refused":
      return [refusalStatus[failure.refusal.word], failure.refusal.word, failure.refusal.message];
    case "malformed":
      return [400, "invalid", failure.complaints.map((complaint) => complaint.sentence).join(" ")];
    case "unreadable":
      return [failure.status, "invalid", failure.sentence];
    case "away":
      return [503, "away", failure.sentence];
    case "ours":
      return [500, "failed", failure.sentence];
  }
}

import { refusalStatus } from "../books/refusal";
import { failureOf } from "../doors/failure";
import { answerInXml, inXml } from "./format";
import type { Failure } from "../doors/failure";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

/** Thrown for a request whose fields are not right, or do not go with what is there; answered with 422. */
export class Unprocessable extends Error {}

/** Puts every failure below this address into FreeAgent's shape: `{"errors": {"error": {"message"}}}`. */
export function answerAsFreeAgent(app: FastifyInstance): void {
  app.setErrorHandler((error: Error, request, reply) => {
    if (error instanceof Unprocessable) return send(request, reply, 422, error.message);
    const [status, message] = inFreeAgentsWords(failureOf(error));
    if (status >= 500) request.log.error(error);
    return send(request, reply, status, message);
  });
  app.setNotFoundHandler((request, reply) => send(request, reply, 404, "Resource not found"));
}

function inFreeAgentsWords(failure: Failure): readonly [status: number, message: string] {
  switch (failure.kind) {
    case "refused":
      return [refusalStatus[failure.refusal.word], failure.refusal.message];
    case "malformed":
      return [422, failure.complaints.map((complaint) => complaint.sentence).join(" ")];
    case "unreadable":
      return [failure.status, failure.sentence];
    case "away":
      return [503, failure.sentence];
    case "ours":
      return [500, failure.sentence];
  }
}

function send(request: FastifyRequest, reply: FastifyReply, status: number, message: string): FastifyReply {
  if (status === 401) void reply.header("www-authenticate", "Bearer");
  // In XML the document prints the message on a line of its own.
  answerInXml(request, reply, () => inXml({ errors: { error: { message: `\n        ${message}\n      ` } } }));
  return reply.code(status).send({ errors: { error: { message } } });
}

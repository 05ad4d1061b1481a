import { statusAndSentence } from "../doors/failure";
import { answerInXml, inXml } from "./format";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

/** Thrown for a request whose fields are not right, or do not go with what is there; answered with 422. */
export class Unprocessable extends Error {}

/** Puts every failure below this address into FreeAgent's shape: `{"errors": {"error": {"message"}}}`. */
export function answerAsFreeAgent(app: FastifyInstance): void {
  app.setErrorHandler((error: Error, request, reply) => {
    if (error instanceof Unprocessable) return send(request, reply, 422, error.message);
    const [status, message] = statusAndSentence(error, 422);
    if (status >= 500) request.log.error(error);
    return send(request, reply, status, message);
  });
  app.setNotFoundHandler((request, reply) => send(request, reply, 404, "Resource not found"));
}

function send(request: FastifyRequest, reply: FastifyReply, status: number, message: string): FastifyReply {
  if (status === 401) void reply.header("www-authenticate", "Bearer");
  // In XML the document prints the message on a line of its own.
  answerInXml(request, reply, () => inXml({ errors: { error: { message: `\n        ${message}\n      ` } } }));
  return reply.code(status).send({ errors: { error: { message } } });
}

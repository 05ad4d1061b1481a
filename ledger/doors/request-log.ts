import { randomUUID } from "node:crypto";
import { sqlState } from "../store/failures";
import type { FastifyInstance } from "fastify";

declare module "fastify" {
  interface FastifyReply {
    /** What went wrong, for the log: never a message, which could hold what somebody sent. */
    failure: { readonly name: string; readonly code?: string; readonly stack: string } | undefined;
  }
}

/** Takes one line of the log, without the line's end. */
export type Log = (line: string) => void;

const longestPath = 300;

/**
 * Writes one line of JSON for each request: when, what, how it ended, how long it took, whose it was. Headers, bodies,
 * tokens and what stands behind the question mark never reach it. The id is told in the answer's X-Request-Id.
 */
export function logRequests(app: FastifyInstance, log: Log): void {
  app.decorateReply("failure", undefined);
  app.addHook("onRequest", async (request, reply) => {
    request.id = randomUUID();
    void reply.header("x-request-id", request.id);
  });
  app.addHook("onError", async (_request, reply, error) => {
    const code = sqlState(error);
    reply.failure = { name: error.name, stack: framesOf(error), ...(code === undefined ? {} : { code }) };
  });
  app.addHook("onResponse", async (request, reply) => {
    const { failure, statusCode: status } = reply;
    const line = {
      time: new Date().toISOString(),
      id: request.id,
      method: request.method,
      path: (request.url.split("?")[0] ?? "").slice(0, longestPath),
      status,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      business: request.businessId === "" ? undefined : request.businessId,
      ...(failure === undefined || status < 500 ? {} : { failure }),
    };
    log(JSON.stringify(line));
  });
}

// The first line of a stack is the message, and a message may run over several.
function framesOf({ stack = "" }: Error): string {
  return stack
    .split("\n")
    .filter((line) => /^ {4}at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim())
    .join("; ");
}

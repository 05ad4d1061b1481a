import { randomUUID } from "node:crypto";
import { statusAndSentence } from "../doors/failure";
import { calculation } from "./calculation";
import { calculators } from "./calculators";
import { inputsOf } from "./inputs";
import { meta } from "./meta";
import type { Query } from "./inputs";
import type { FastifyInstance } from "fastify";

/** The depreciation calculator in oanor's dialect. It keeps nothing, so it asks for no key and no token. */
export function oanor(app: FastifyInstance, _options: unknown, done: () => void): void {
  app.setErrorHandler((error: Error, request, reply) => {
    const [status, sentence] = statusAndSentence(error, 400);
    if (status >= 500) request.log.error(error);
    return reply.code(status).send(failed(sentence));
  });
  app.setNotFoundHandler((_request, reply) => reply.code(404).send(failed("There is no such endpoint.")));
  for (const calculator of calculators)
    app.get<{ Querystring: Query }>(`/v1/${calculator.path}`, (request, reply) =>
      reply.send(succeeded(calculator.message, calculation(calculator, inputsOf(request.query, calculator)))),
    );
  app.get("/v1/meta", (_request, reply) => reply.send(succeeded("Meta", meta)));
  done();
}

function succeeded(message: string, data: unknown) {
  return { data, meta: stamp(), status: "ok", message, success: true };
}

// oanor documents no failure; this is its envelope with the opposite words.
function failed(message: string) {
  return { data: null, meta: stamp(), status: "error", message, success: false };
}

function stamp() {
  return { timestamp: new Date().toISOString(), request_id: randomUUID() };
}

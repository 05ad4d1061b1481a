import { refusalStatus } from "../books/refusal";
import { bearerCheck } from "../doors/bearer";
import { failureOf } from "../doors/failure";
import { checkStrictly } from "../doors/request-checks";
import { getJournal } from "./journal-get";
import { getTrialBalance } from "./trial-balance-get";
import type { Store } from "../store/store";
import type { FastifyInstance } from "fastify";

/** What the ledger itself shows: journal and trial balance of the business that the bearer token acts for. */
export function reports(store: Store) {
  return (app: FastifyInstance, _options: unknown, done: () => void): void => {
    checkStrictly(app);
    app.decorateRequest("businessId", "");
    app.addHook("onRequest", bearerCheck(store));
    app.setErrorHandler((error: Error, request, reply) => {
      const [status, code, message] = inOurWords(error);
      if (status >= 500) request.log.error(error);
      if (status === 401) void reply.header("www-authenticate", "Bearer");
      return reply.code(status).send({ error: { code, message } });
    });
    getJournal(app, store);
    getTrialBalance(app, store);
    done();
  };
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

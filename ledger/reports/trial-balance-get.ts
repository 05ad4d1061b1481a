import { trialBalanceJson } from "../books/trial-balance";
import { text } from "../doors/schema";
import type { Store } from "../store/store";
import type { FastifyInstance } from "fastify";

const querystring = { type: "object", properties: { book: text(1, 50) } };

/** The trial balance of a book: `{book, accounts, debit, credit, balance}` in whole cents. */
export function getTrialBalance(app: FastifyInstance, store: Store): void {
  app.get<{ Querystring: { book?: string } }>("/trial-balance", { schema: { querystring } }, async (request, reply) => {
    const json = await trialBalanceJson(store, request.businessId, request.query.book);
    return reply.type("application/json; charset=utf-8").send(json);
  });
}

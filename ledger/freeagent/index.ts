import { Refusal } from "../books/refusal";
import { bearerCheck } from "../doors/bearer";
import { checkStrictly } from "../doors/request-checks";
import { answerAsFreeAgent } from "./answers";
import { getCapitalAsset } from "./capital-asset-get";
import { getCapitalAssets } from "./capital-assets-get";
import { getExpense } from "./expense-get";
import { putExpense } from "./expense-put";
import { getExpenses } from "./expenses-get";
import { postExpense } from "./expenses-post";
import { speakBoth } from "./format";
import type { Store } from "../store/store";
import type { FastifyInstance } from "fastify";

const endpoints = [postExpense, getExpenses, getExpense, putExpense, getCapitalAssets, getCapitalAsset] as const;

/** The ledger in FreeAgent's dialect. */
export function freeagent(store: Store) {
  return (app: FastifyInstance, _options: unknown, done: () => void): void => {
    checkStrictly(app);
    answerAsFreeAgent(app);
    speakBoth(app);
    app.decorateRequest("businessId", "");
    app.addHook("onRequest", (request, _reply, next) => {
      const agent = request.headers["user-agent"] ?? "";
      next(agent.trim() === "" ? new Refusal("invalid", "A User-Agent header is missing.") : undefined);
    });
    app.addHook("onRequest", bearerCheck(store));
    for (const mount of endpoints) mount(app, store);
    done();
  };
}

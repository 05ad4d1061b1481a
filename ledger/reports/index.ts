import { bearerCheck } from "../doors/bearer";
import { checkStrictly } from "../doors/request-checks";
import { answerInOurWords } from "./answers";
import { closedThrough } from "./closed-through";
import { getJournal } from "./journal-get";
import { getTrialBalance } from "./trial-balance-get";
import type { Store } from "../store/store";
import type { FastifyInstance } from "fastify";

/**
 * What belongs to no other system: journal, trial balance and closing of the books, of the business that the bearer token
 * acts for.
 */
export function reports(store: Store) {
  return (app: FastifyInstance, _options: unknown, done: () => void): void => {
    checkStrictly(app);
    answerInOurWords(app);
    app.decorateRequest("businessId", "");
    app.addHook("onRequest", bearerCheck(store));
    getJournal(app, store);
    getTrialBalance(app, store);
    closedThrough(app, store);
    done();
  };
}

import { bearerCheck } from "../doors/bearer";
import { checkStrictly } from "../doors/request-checks";
import { answerAsIntacct, PayloadMissing } from "./answers";
import { patchAsset } from "./asset-patch";
import { postClassification } from "./classifications-post";
import { getObject } from "./object-get";
import { getObjects } from "./objects-get";
import { postQuery } from "./query-post";
import { removeRule } from "./rule-delete";
import { patchRule } from "./rule-patch";
import { postRule } from "./rules-post";
import type { Store } from "../store/store";
import type { FastifyInstance } from "fastify";

const endpoints = [
  getObjects,
  getObject,
  postRule,
  patchRule,
  removeRule,
  patchAsset,
  postClassification,
  postQuery,
] as const;

/** The ledger in Sage Intacct's dialect. */
export function intacct(store: Store) {
  return (app: FastifyInstance, _options: unknown, done: () => void): void => {
    checkStrictly(app);
    answerAsIntacct(app);
    takeEmptyBodies(app);
    app.decorateRequest("businessId", "");
    app.addHook("onRequest", bearerCheck(store));
    app.addHook("preValidation", (request, _reply, next) => {
      const needsPayload = request.method === "POST" || request.method === "PATCH";
      next(needsPayload && request.body === undefined ? new PayloadMissing(request.method) : undefined);
    });
    for (const mount of endpoints) mount(app, store);
    done();
  };
}

// A body that is empty although it calls itself JSON is none: a DELETE needs no other, and a POST is told so in its words.
function takeEmptyBodies(app: FastifyInstance): void {
  const read = app.getDefaultJsonParser("error", "error");
  app.addContentTypeParser("application/json", { parseAs: "string" }, (request, body, parsed) => {
    if (body === "") parsed(null, undefined);
    else void read(request, String(body), parsed);
  });
}

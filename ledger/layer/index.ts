import { Refusal } from "../books/refusal";
import { bearerCheck } from "../doors/bearer";
import { checkStrictly } from "../doors/request-checks";
import { answerAsLayer } from "./answers";
import { getAsset } from "./asset-get";
import { getAssetValueUpdates } from "./asset-value-updates-get";
import { getAssets } from "./assets-get";
import { postAsset } from "./assets-post";
import { getEntries } from "./entries-get";
import { getEntry } from "./entry-get";
import { postReversal } from "./entry-reverse-post";
import { getValueUpdate } from "./value-update-get";
import { getValueUpdates } from "./value-updates-get";
import { postValueUpdate } from "./value-updates-post";
import type { Store } from "../store/store";
import type { FastifyInstance } from "fastify";

const endpoints = [
  postAsset,
  getAssets,
  getAsset,
  postValueUpdate,
  getValueUpdates,
  getValueUpdate,
  getAssetValueUpdates,
  getEntries,
  getEntry,
  postReversal,
] as const;

/** The ledger in Layer's dialect. */
export function layer(store: Store) {
  return (app: FastifyInstance, _options: unknown, done: () => void): void => {
    const check = bearerCheck(store);
    checkStrictly(app);
    answerAsLayer(app);
    app.decorateRequest("businessId", "");
    app.addHook<{ Params: { businessId?: string } }>("onRequest", async (request) => {
      await check(request);
      const named = request.params.businessId?.toLowerCase();
      if (named !== undefined && named !== request.businessId)
        throw new Refusal("not-found", `Business ${named.slice(0, 100)} does not exist, or is not this token's.`);
    });
    for (const mount of endpoints) mount(app, store);
    done();
  };
}

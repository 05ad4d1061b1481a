import { isUuid } from "../books/asset";
import { Refusal } from "../books/refusal";
import { bearerCheck } from "../doors/bearer";
import { checkStrictly } from "../doors/request-checks";
import { answerAsDayZero, Unprocessable } from "./answers";
import { getDepreciationEntries } from "./depreciation-entries-get";
import { getDepreciationPreview } from "./depreciation-preview-get";
import { postDispose } from "./dispose-post";
import { getFixedAsset } from "./fixed-asset-get";
import { getFixedAssets } from "./fixed-assets-get";
import { postFixedAsset } from "./fixed-assets-post";
import { postPlaceInService } from "./place-in-service-post";
import { postRunDepreciation } from "./run-depreciation-post";
import type { Store } from "../store/store";
import type { FastifyInstance, FastifyRequest } from "fastify";

const endpoints = [
  postFixedAsset,
  getFixedAssets,
  getFixedAsset,
  postPlaceInService,
  postDispose,
  getDepreciationEntries,
  getDepreciationPreview,
  postRunDepreciation,
] as const;

/** The ledger in DayZero's dialect. */
export function dayzero(store: Store) {
  return (app: FastifyInstance, _options: unknown, done: () => void): void => {
    const check = bearerCheck(store);
    checkStrictly(app);
    answerAsDayZero(app);
    app.decorateRequest("businessId", "");
    app.addHook("onRequest", async (request) => {
      await check(request);
      checkBusiness(request);
    });
    for (const mount of endpoints) mount(app, store);
    done();
  };
}

const header = "x-business-id";

function checkBusiness(request: FastifyRequest): void {
  const named = request.headers[header];
  if (typeof named !== "string" || named === "") throw wrongHeader("missing", `The header ${header} is missing.`);
  if (!isUuid(named)) throw wrongHeader("uuid_parsing", `The header ${header} must be the UUID of the business.`);
  if (named.toLowerCase() !== request.businessId)
    throw new Refusal("not-found", "Business doesn't exist or wrong business context");
}

function wrongHeader(type: string, msg: string): Unprocessable {
  return new Unprocessable([{ loc: ["header", header], msg, type }]);
}

import { placeInService } from "../books/place-in-service";
import { Refusal } from "../books/refusal";
import { day, objectOf } from "../doors/schema";
import { assetNamed } from "./asset-named";
import { shownFixedAsset } from "./fixed-asset";
import type { Session, Store } from "../store/store";
import type { FastifyInstance } from "fastify";

interface Body {
  readonly service_date: string;
}

const body = objectOf(["service_date"], { service_date: day });

/**
 * Places a draft in service, from which day it depreciates. An asset that is in service since that day is answered as it
 * is; another day is a conflict. An asset that came without an accumulated depreciation account gets the usual one.
 */
export function postPlaceInService(app: FastifyInstance, store: Store): void {
  app.post<{ Params: { assetId: string }; Body: Body }>(
    "/api/v1/fixed-assets/:assetId/place-in-service",
    { schema: { body } },
    async (request) =>
      store.transaction(async (session) => {
        const { businessId } = request;
        await place(session, businessId, request.params.assetId, request.body.service_date);
        return shownFixedAsset(await assetNamed(session, businessId, request.params.assetId));
      }),
  );
}

async function place(session: Session, businessId: string, id: string, date: string): Promise<void> {
  const before = await assetNamed(session, businessId, id);
  if (await placeInService(session, businessId, before.id, date)) return;
  const now = await assetNamed(session, businessId, id);
  if (now.status === "active" && now.service_date === date) return;
  throw new Refusal("state-conflict", `The asset is ${now.status}, in service since ${now.service_date ?? "never"}.`);
}

import { dispose } from "../books/dispose";
import { cents, day, objectOf, oneOf, orNull, text } from "../doors/schema";
import { actorOf } from "../doors/actor";
import { shownFixedAsset } from "./fixed-asset";
import type { Store } from "../store/store";
import type { FastifyInstance } from "fastify";

interface Body {
  readonly disposal_date: string;
  readonly disposal_method: string;
  readonly disposal_amount?: number | null;
  readonly disposal_notes?: string | null;
}

const body = objectOf(["disposal_date", "disposal_method"], {
  disposal_date: day,
  disposal_method: oneOf(["sold", "traded", "scrapped", "lost", "donated"]),
  disposal_amount: orNull(cents(0)),
  disposal_notes: orNull(text(0, 10_000)),
});

/** Disposes of an asset: cost and accumulated depreciation leave the books, the rest is gain or loss. */
export function postDispose(app: FastifyInstance, store: Store): void {
  app.post<{ Params: { assetId: string }; Body: Body }>(
    "/api/v1/fixed-assets/:assetId/dispose",
    { schema: { body } },
    async (request, reply) => {
      const { disposal_date, disposal_method, disposal_amount, disposal_notes } = request.body;
      const { asset, gain } = await dispose(store, request.businessId, request.params.assetId, {
        date: disposal_date,
        method: disposal_method,
        cents: disposal_amount ?? 0,
        notes: disposal_notes ?? null,
        actor: actorOf(request),
      });
      return reply.code(201).send({ asset: shownFixedAsset(asset), gain_loss: gain });
    },
  );
}

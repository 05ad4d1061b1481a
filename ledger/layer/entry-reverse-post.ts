import { isUuid } from "../books/asset";
import { Refusal } from "../books/refusal";
import { reverseEntry } from "../books/reverse";
import { moment, objectOf, orNull, text } from "../doors/schema";
import { shownEntry } from "./entry";
import type { Store } from "../store/store";
import type { FastifyInstance } from "fastify";

interface Body {
  readonly entry_at?: string | null;
  readonly memo?: string | null;
}

// Layer shows the request without a body, and so it may come.
const body = { ...objectOf([], { entry_at: orNull(moment), memo: orNull(text(0, 10_000)) }), type: ["object", "null"] };

/** Reverses the entry of a value update, once: 201 with the new entry, 200 with the one that reversed it before. */
export function postReversal(app: FastifyInstance, store: Store): void {
  app.post<{ Params: { entryId: string }; Body: Body | null }>(
    "/v1/businesses/:businessId/ledger/entries/:entryId/reverse",
    { schema: { body } },
    async (request, reply) => {
      const { entryId } = request.params;
      if (!isUuid(entryId)) throw new Refusal("not-found", "This business has no such ledger entry.");
      const { entry_at: moment, memo } = request.body ?? {};
      const asked = { entryId, date: moment?.slice(0, 10), memo: memo ?? undefined };
      const { entry, isHit } = await reverseEntry(store, request.businessId, asked);
      return reply.code(isHit ? 200 : 201).send({ data: shownEntry(entry) });
    },
  );
}

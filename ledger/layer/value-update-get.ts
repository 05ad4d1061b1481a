import { isUuid } from "../books/asset";
import { Refusal } from "../books/refusal";
import { updateById } from "../books/value-updates";
import { shownUpdate } from "./value-update";
import type { Store } from "../store/store";
import type { FastifyInstance } from "fastify";

/** Shows one value update. */
export function getValueUpdate(app: FastifyInstance, store: Store): void {
  app.get<{ Params: { updateId: string } }>(
    "/v1/businesses/:businessId/assets/value-updates/:updateId",
    async (request) => {
      const { updateId } = request.params;
      const update = isUuid(updateId) ? await updateById(store, request.businessId, updateId) : undefined;
      if (update === undefined) throw new Refusal("not-found", "This business has no such value update.");
      return { data: shownUpdate(update) };
    },
  );
}

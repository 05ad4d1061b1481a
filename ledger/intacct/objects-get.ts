import { listResult } from "./answers";
import { objectTypes } from "./object-type";
import type { Store } from "../store/store";
import type { FastifyInstance } from "fastify";

const most = 100;

/** Lists references to the first hundred objects of each kind. */
export function getObjects(app: FastifyInstance, store: Store): void {
  for (const type of objectTypes)
    app.get(`/objects/${type.name}`, async (request) => {
      const objects = await type.load(store, request.businessId);
      return listResult(objects.slice(0, most).map((object) => referenceOf(object)));
    });
}

// In the order in which the document shows them.
function referenceOf({ id, key, href }: Readonly<Record<string, unknown>>) {
  return { id: String(id), key: String(key), href };
}

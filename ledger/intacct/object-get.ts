import { Refusal } from "../books/refusal";
import { shown } from "../doors/complaint";
import { oneResult } from "./answers";
import { nested } from "./fields";
import { objectTypes } from "./object-type";
import type { Store } from "../store/store";
import type { FastifyInstance } from "fastify";

/** Shows one object of each kind by its key. */
export function getObject(app: FastifyInstance, store: Store): void {
  for (const type of objectTypes)
    app.get<{ Params: { key: string } }>(`/objects/${type.name}/:key`, async (request) => {
      const { key } = request.params;
      const [object] = await type.load(store, request.businessId, key);
      if (object === undefined) throw noObject(type.name, key);
      return oneResult(nested(object, type.shown));
    });
}

/** What is said where no object has the key. */
export function noObject(name: string, key: string): Refusal {
  return new Refusal("not-found", `${name} ${shown(key)} does not exist in this business.`, "key");
}

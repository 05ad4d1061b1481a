import { noObject } from "./object-get";
import { ruleObject, ruleToChange } from "./rule";
import { deleteRule } from "./write-rule";
import type { Store } from "../store/store";
import type { FastifyInstance } from "fastify";

/** Deletes a rule; answered without a body. */
export function removeRule(app: FastifyInstance, store: Store): void {
  app.delete<{ Params: { key: string } }>(`/objects/${ruleObject}/:key`, async (request, reply) => {
    const { businessId } = request;
    const { key } = request.params;
    await store.transaction(async (session) => {
      const rule = await ruleToChange(session, businessId, key);
      if (rule === undefined) throw noObject(ruleObject, key);
      await deleteRule(session, businessId, rule);
    });
    return reply.code(204).send();
  });
}

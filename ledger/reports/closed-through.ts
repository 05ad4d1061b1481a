import { closeThrough, closingOf } from "../books/closing";
import { actorOf } from "../doors/actor";
import { day, objectOf, orNull } from "../doors/schema";
import type { Closing } from "../books/closing";
import type { Store } from "../store/store";
import type { FastifyInstance } from "fastify";

const body = objectOf(["date"], { date: orNull(day) });

/**
 * Up to which day the books are closed: shown by GET, set by PUT, to an earlier day and to null (all is open) as well.
 * Nothing dated on or before that day is posted through any door.
 */
export function closedThrough(app: FastifyInstance, store: Store): void {
  app.get("/closed-through", async (request) => shown(await closingOf(store, request.businessId)));
  app.put<{ Body: { date: string | null } }>("/closed-through", { schema: { body } }, async (request) =>
    shown(await closeThrough(store, request.businessId, request.body.date, actorOf(request))),
  );
}

function shown({ closedThrough: closed, openFrom }: Closing) {
  return { closed_through: closed, open_from: openFrom };
}

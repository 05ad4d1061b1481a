import { baseOf } from "./base";
import { expenseNamed, shownExpense } from "./expense";
import type { Store } from "../store/store";
import type { FastifyInstance } from "fastify";

/** Shows one purchase. */
export function getExpense(app: FastifyInstance, store: Store): void {
  app.get<{ Params: { id: string } }>("/v2/expenses/:id", async (request) => {
    const expense = await expenseNamed(store, request.businessId, request.params.id);
    return { expense: shownExpense(expense, baseOf(request)) };
  });
}

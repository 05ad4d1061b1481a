import { baseOf } from "./base";
import { selectExpenses, shownExpense, withAssets } from "./expense";
import { linkPages, partAsked } from "./pages";
import type { Store } from "../store/store";
import type { PageQuery } from "./pages";
import type { FastifyInstance } from "fastify";

/** Lists the purchases in the order in which they came, page by page. */
export function getExpenses(app: FastifyInstance, store: Store): void {
  app.get<{ Querystring: PageQuery }>("/v2/expenses", async (request, reply) => {
    const { businessId } = request;
    const part = partAsked(request.query);
    const rows = await store.query<Parameters<typeof withAssets>[2][number]>(
      `${selectExpenses} order by x.created_at, x.id limit $2 offset $3`,
      [businessId, part.size, part.from],
    );
    const [count] = await store.query<{ total: number }>(
      "select count(*) as total from expenses where business_id = $1",
      [businessId],
    );
    linkPages(request, reply, part, count?.total ?? 0);
    const expenses = await withAssets(store, businessId, rows);
    return { expenses: expenses.map((expense) => shownExpense(expense, baseOf(request))) };
  });
}

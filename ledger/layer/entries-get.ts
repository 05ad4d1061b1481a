import { ledgerEntriesPage } from "../books/ledger-entries";
import { uuid } from "../doors/schema";
import { shownEntry } from "./entry";
import { pageMeta, pageQuery, pageRequest } from "./page-query";
import type { PageQuery } from "./page-query";
import type { Store } from "../store/store";
import type { FastifyInstance } from "fastify";

const sortBy = "entry_at";

interface EntriesQuery extends PageQuery {
  /** A value update. */
  readonly source_id?: string;
}

/** Lists the journal entries by date, page by page; with `source_id` the entry of that value update. */
export function getEntries(app: FastifyInstance, store: Store): void {
  const page = pageQuery(sortBy);
  const querystring = { ...page, properties: { ...page.properties, source_id: uuid } };
  app.get<{ Querystring: EntriesQuery }>(
    "/v1/businesses/:businessId/ledger/entries",
    { schema: { querystring } },
    async ({ businessId, query }) => {
      const found = await ledgerEntriesPage(store, businessId, { ...pageRequest(query), updateId: query.source_id });
      return { data: found.rows.map(shownEntry), meta: pageMeta(query, sortBy, found) };
    },
  );
}

import { journalPage } from "../books/journal";
import { Refusal } from "../books/refusal";
import { day, text, uuid } from "../doors/schema";
import type { Store } from "../store/store";
import type { FastifyInstance } from "fastify";

interface Query {
  readonly book?: string;
  readonly from?: string;
  readonly to?: string;
  readonly asset_id?: string;
  readonly cursor?: string;
  readonly limit?: string;
}

const limitMost = 1_000;
const limitUsual = 100;

const querystring = {
  type: "object",
  properties: {
    book: text(1, 50),
    from: day,
    to: day,
    asset_id: uuid,
    cursor: text(1, 1_000),
    limit: { type: "string", pattern: "^\\d{1,4}$", description: `a whole number from 1 to ${limitMost}` },
  },
};

/** The journal of a book, oldest first, page by page: `{entries, next_cursor, total_count}`. */
export function getJournal(app: FastifyInstance, store: Store): void {
  app.get<{ Querystring: Query }>("/journal", { schema: { querystring } }, async (request) => {
    const { book, from, to, asset_id: assetId, cursor } = request.query;
    const limit = limitOf(request.query.limit);
    const page = await journalPage(store, request.businessId, { book, from, to, assetId, cursor, limit });
    return { entries: page.rows, next_cursor: page.next ?? null, total_count: page.total };
  });
}

function limitOf(given: string | undefined): number {
  const limit = given === undefined ? limitUsual : Number(given);
  if (limit >= 1 && limit <= limitMost) return limit;
  throw new Refusal("invalid", `limit is ${limit}, but must be a whole number from 1 to ${limitMost}.`, "limit");
}

import { Refusal } from "../books/refusal";
import { text } from "../doors/schema";
import type { Page, PageRequest } from "../books/page";

/** What Layer's lists take in the address. */
export interface PageQuery {
  readonly sort_by?: string;
  readonly sort_order?: "ASC" | "DESC";
  readonly cursor?: string;
  readonly limit?: string;
}

const limitMost = 500;
const limitUsual = 100;

/** The schema of a list's query; `sortBy` is what the list can be sorted by. */
export function pageQuery(sortBy: string) {
  return {
    type: "object",
    properties: {
      sort_by: { type: "string", enum: [sortBy], description: sortBy },
      sort_order: { type: "string", enum: ["ASC", "DESC"], description: "ASC or DESC" },
      cursor: text(1, 1_000),
      limit: {
        type: "string",
        pattern: "^([1-9]\\d{0,2})$",
        description: `a whole number from 1 to ${limitMost}`,
      },
    },
  };
}

export function pageRequest(query: PageQuery): PageRequest & { readonly descending: boolean } {
  const limit = query.limit === undefined ? limitUsual : Number(query.limit);
  if (limit > limitMost)
    throw new Refusal("invalid", `limit is ${limit}, but must be from 1 to ${limitMost}.`, "limit");
  return { limit, cursor: query.cursor, descending: query.sort_order === "DESC" };
}

/** The `meta` of a page. */
export function pageMeta(query: PageQuery, sortBy: string, page: Page<unknown>) {
  return {
    type: "request_metadata",
    pagination: {
      sort_by: sortBy,
      sort_order: query.sort_order ?? "ASC",
      cursor: page.next ?? null,
      has_more: page.next !== undefined,
      total_count: page.total,
    },
  };
}

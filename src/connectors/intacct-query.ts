import { fail, ok } from "../engine";
import type { Answer, Connection } from "./connector";
import { unreadable } from "./failures";
import { queried } from "./intacct-wire";
import type { Reader } from "./read";

type Value = string | number | boolean;
type Field = string;

/** One condition: an operator, a field (a related object's with a dot), and what it is compared with. */
export type Filter =
  | { readonly [O in "$eq" | "$ne" | "$lt" | "$lte" | "$gt" | "$gte"]?: Readonly<Record<Field, Value>> }
  | { readonly [O in "$in" | "$notIn" | "$between" | "$notBetween"]?: Readonly<Record<Field, readonly Value[]>> }
  | {
      readonly [
        O in "$contains" | "$notContains" | "$startsWith" | "$notStartsWith" | "$endsWith" | "$notEndsWith"
      ]?: Readonly<Record<Field, string>>;
    };

/**
 * A query in Sage Intacct's words. Fields may be plain, of a related object ("asset.id"), or worked out over them
 * ("max:asset.cost"); dates may be words such as "priorMonth", counted from `asOfDate`.
 */
export interface Query {
  readonly object: string;
  readonly fields: readonly Field[];
  readonly filters?: readonly Filter[];
  /** Numbers the filters from 1: "(1 and 2) or 3"; all must hold where it is left out. */
  readonly filterExpression?: string;
  readonly filterParameters?: {
    readonly asOfDate?: string;
    readonly includeHierarchyFields?: boolean;
    readonly caseSensitiveComparison?: boolean;
    readonly includePrivate?: boolean;
  };
  readonly orderBy?: readonly Readonly<Record<Field, "asc" | "desc">>[];
}

const rowsAtOnce = 100;

/** Every row of a query, page by page. A page that points back would go round for ever, so it ends the reading. */
export async function queryAll<T>(connection: Connection, query: Query, row: Reader<T>): Answer<readonly T[]> {
  const rows: T[] = [];
  for (let start = 1; ;) {
    const body = JSON.stringify({ ...query, start, size: rowsAtOnce });
    const page = await queried(connection, { method: "POST", path: "/services/core/query", body, reads: true }, row);
    if (!page.ok) return page;
    rows.push(...page.value.rows);
    const { next } = page.value;
    if (next === undefined) return ok(rows);
    if (next <= start) return fail(unreadable(connection, false, "its pages go round in a circle."));
    start = next;
  }
}

import { Refusal } from "../../books/refusal";
import { shown } from "../../doors/complaint";
import { comparable } from "./comparable";
import { columnNamed } from "./columns";
import { filterOf } from "./filters";
import type { Fielded, FieldValue } from "../fields";
import type { ObjectType } from "../object-type";
import type { Column } from "./columns";
import type { Comparing } from "./comparable";

/** A query that is whole: what it left out has its default. */
export interface Query {
  readonly fields: readonly string[];
  readonly filters: readonly unknown[];
  readonly filterExpression: string;
  readonly orderBy: readonly unknown[];
  /** Counted from 1. */
  readonly start: number;
  readonly size: number;
  readonly comparing: Comparing;
}

/** Prepares a query of a kind of object, and gives the function that answers it. Every refusal comes at once. */
export function prepared(type: ObjectType, query: Query): (objects: readonly Fielded[]) => object {
  const columns = query.fields.map((name) => columnNamed(type, name, query.comparing));
  const filter = filterOf(type, query.filters, query.filterExpression, query.comparing);
  const inOrder = orderOf(type, columns, query);
  return (objects) => {
    const found = inOrder(groups(objects.filter(filter), columns));
    const rows = found.slice(query.start - 1, query.start - 1 + query.size);
    return {
      "ia::result": rows.map((group) => rowOf(group, columns)),
      "ia::meta": metaOf(found.length, query),
    };
  };
}

type Group = readonly Fielded[];

/** Each object alone; with functions, those that are alike in the other fields together, as in SQL. */
function groups(objects: readonly Fielded[], columns: readonly Column[]): readonly Group[] {
  if (columns.every((column) => !column.isAggregate)) return objects.map((object) => [object]);
  const plain = columns.filter((column) => !column.isAggregate);
  if (plain.length === 0) return [objects];
  const found = new Map<string, Fielded[]>();
  for (const object of objects) {
    const alike = JSON.stringify(plain.map((column) => column.valueOf([object])));
    const group = found.get(alike);
    if (group === undefined) found.set(alike, [object]);
    else group.push(object);
  }
  return [...found.values()];
}

function rowOf(group: Group, columns: readonly Column[]): Readonly<Record<string, FieldValue>> {
  return Object.fromEntries(columns.map((column) => [column.name, column.valueOf(group)]));
}

type Order = readonly [column: Column, descending: boolean];

function orderOf(
  type: ObjectType,
  columns: readonly Column[],
  { orderBy, comparing }: Query,
): (found: readonly Group[]) => readonly Group[] {
  const isGrouped = columns.some((column) => column.isAggregate);
  const orders = orderBy.map((given): Order => {
    const [name, direction] = nameAndDirection(given);
    const column = columns.find((candidate) => candidate.name === name);
    if (isGrouped && column === undefined)
      throw new Refusal("invalid", `orderBy names ${shown(name)}, but with functions only fields can be named.`);
    return [column ?? columnNamed(type, name, comparing), direction === "desc"];
  });
  return (found) => [...found].sort((one, other) => compared(one, other, orders, comparing));
}

function nameAndDirection(given: unknown): readonly [string, string] {
  const entries = typeof given === "object" && given !== null ? Object.entries(given) : [];
  const [entry] = entries;
  if (entries.length === 1 && entry !== undefined && (entry[1] === "asc" || entry[1] === "desc"))
    return [entry[0], entry[1]];
  throw new Refusal("invalid", `orderBy holds ${shown(given)}, but must hold objects such as {"id": "asc"}.`);
}

// What holds nothing comes last, whichever way the others go.
function compared(one: Group, other: Group, orders: readonly Order[], comparing: Comparing): number {
  for (const [column, descending] of orders) {
    const [left, right] = [one, other].map((group) => comparable(column.valueOf(group), column.kind, comparing));
    if (left === right || left === undefined || right === undefined) continue;
    if (left === null || right === null) return left === null ? 1 : -1;
    return left < right === descending ? 1 : -1;
  }
  return 0;
}

function metaOf(totalCount: number, { start, size }: Query) {
  return {
    totalCount,
    start,
    pageSize: size,
    next: start + size <= totalCount ? start + size : null,
    previous: start > 1 ? Math.max(1, start - size) : null,
  };
}

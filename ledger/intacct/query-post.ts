import { dayFromText, wording } from "../../src/engine";
import { Refusal } from "../books/refusal";
import { shown } from "../doors/complaint";
import { day, flag, objectOf, text, whole } from "../doors/schema";
import { objectTypes } from "./object-type";
import { prepared } from "./query/answer";
import type { ObjectType } from "./object-type";
import type { Comparing } from "./query/comparable";
import type { Store } from "../store/store";
import type { FastifyInstance } from "fastify";

interface FilterParameters {
  readonly asOfDate?: string;
  readonly caseSensitiveComparison?: boolean;
  readonly includeHierarchyFields?: boolean;
  readonly includePrivate?: boolean;
}

interface Body {
  readonly object: string;
  readonly fields?: readonly string[];
  readonly filters?: readonly unknown[];
  readonly filterExpression?: string;
  readonly filterParameters?: FilterParameters;
  readonly orderBy?: readonly unknown[];
  readonly start?: number;
  readonly size?: number;
}

const listMost = 100;
const sizeMost = 4_000;

const parameters = objectOf([], {
  asOfDate: day,
  caseSensitiveComparison: flag,
  includeHierarchyFields: flag,
  includePrivate: flag,
});

const properties = {
  object: text(1, 255),
  fields: {
    type: "array",
    minItems: 1,
    maxItems: listMost,
    items: text(1, 255),
    description: `a list of 1 to ${listMost} names of fields`,
  },
  filters: { type: "array", maxItems: listMost, description: `a list of at most ${listMost} filters` },
  filterExpression: { type: "string", description: 'text such as "(1 and 2) or 3"' },
  filterParameters: parameters,
  orderBy: { type: "array", maxItems: listMost, description: `a list of at most ${listMost} orders` },
  start: whole(1, 1_000_000_000, "the first record"),
  size: whole(1, sizeMost, "records"),
};

const body = objectOf(["object"], properties);

/**
 * Finds objects by their fields and gives those that are asked for, page by page. Hierarchies and private entities are
 * known to the filter parameters and change nothing here: no object has either.
 */
export function postQuery(app: FastifyInstance, store: Store): void {
  app.post<{ Body: Body }>("/services/core/query", { schema: { body } }, async (request) => {
    checkNames(request.body, Object.keys(properties), "A query");
    const { object, filterParameters = {}, ...rest } = request.body;
    checkNames(filterParameters, Object.keys(filterNames), "filterParameters");
    const type = typeNamed(object);
    const answer = prepared(type, {
      fields: ["key", "id", "href"],
      filters: [],
      filterExpression: "and",
      orderBy: [],
      start: 1,
      size: listMost,
      ...rest,
      comparing: comparingOf(filterParameters),
    });
    return answer(await type.load(store, request.businessId));
  });
}

const filterNames: Readonly<Record<keyof FilterParameters, true>> = {
  asOfDate: true,
  caseSensitiveComparison: true,
  includeHierarchyFields: true,
  includePrivate: true,
};

// A name that is misspelt would be a filter forgotten, so nothing is let through unread here.
function checkNames(given: object, known: readonly string[], where: string): void {
  const strange = Object.keys(given).find((name) => !known.includes(name));
  if (strange === undefined) return;
  throw new Refusal("invalid", `${where} has ${shown(strange)}, but may have only ${known.join(", ")}.`, strange);
}

function typeNamed(name: string): ObjectType {
  const type = objectTypes.find((candidate) => candidate.name === name);
  if (type !== undefined) return type;
  const known = objectTypes.map((candidate) => candidate.name).join(", ");
  throw new Refusal("invalid", `object is ${shown(name)}, but must be one of ${known}.`, "object");
}

function comparingOf({ asOfDate, caseSensitiveComparison = true }: FilterParameters): Comparing {
  const asOf = dayFromText(asOfDate ?? new Date().toISOString().slice(0, 10));
  if (!asOf.ok) throw new Error(wording(asOf.problem));
  return { asOf: asOf.value, caseSensitive: caseSensitiveComparison };
}

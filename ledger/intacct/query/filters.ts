import { Refusal } from "../../books/refusal";
import { shown } from "../../doors/complaint";
import { comparable, rangeOf } from "./comparable";
import { judgementOf } from "./expression";
import { operators } from "./operators";
import { kindOf } from "./kind-of";
import type { ObjectType } from "../object-type";
import type { Fielded } from "../fields";
import type { Comparing } from "./comparable";
import type { Operator } from "./operators";

type Filter = (object: Fielded) => boolean;

const valuesMost = 1_000;

/** The filter that a query's conditions and its expression make together. */
export function filterOf(
  type: ObjectType,
  conditions: readonly unknown[],
  expression: string,
  comparing: Comparing,
): Filter {
  const filters = conditions.map((condition) => conditionOf(type, condition, comparing));
  const judgement = judgementOf(expression, filters.length);
  return (object) => judgement((index) => filters[index]?.(object) === true);
}

function conditionOf(type: ObjectType, condition: unknown, comparing: Comparing): Filter {
  const [word, inner] = onlyEntry(condition, `such as {"$eq": {"id": "1"}}`);
  const operator = operatorNamed(word);
  const [field, asked] = onlyEntry(inner, `such as {"id": "1"} behind ${word}`);
  const held = kindOf(type, field);
  const kind = operator.takes === "part" ? "text" : held;
  const ranges = valuesFor(operator, word, asked).map((value) => rangeOf(value, field, kind, comparing));
  return (object) => operator.holds(comparable(object[field] ?? null, kind, comparing), ranges);
}

// One sentence of the document writes the operators without their dollar sign, so both are taken.
function operatorNamed(word: string): Operator {
  const operator = operators.find((candidate) => candidate.word === word.replace(/^\$/, ""));
  if (operator !== undefined) return operator;
  const known = operators.map((candidate) => `$${candidate.word}`).join(", ");
  throw new Refusal("invalid", `A filter has the operator ${shown(word)}, but must have one of ${known}.`, "filters");
}

function onlyEntry(given: unknown, like: string): readonly [string, unknown] {
  const entries = typeof given === "object" && given !== null && !Array.isArray(given) ? Object.entries(given) : [];
  const [entry] = entries;
  if (entries.length === 1 && entry !== undefined) return entry;
  throw new Refusal("invalid", `A filter is ${shown(given)}, but must be an object with one name, ${like}.`, "filters");
}

const wanted: Readonly<Record<Operator["takes"], string>> = {
  one: "one value",
  part: "one value",
  two: "a list of two values",
  list: `a list of 1 to ${valuesMost} values`,
};

function valuesFor({ takes }: Operator, word: string, asked: unknown): readonly unknown[] {
  const list: readonly unknown[] | undefined = Array.isArray(asked) ? asked : undefined;
  const fits = {
    one: list === undefined,
    part: list === undefined && asked !== null,
    two: list?.length === 2,
    list: list !== undefined && list.length > 0 && list.length <= valuesMost,
  };
  if (fits[takes]) return list ?? [asked];
  throw new Refusal("invalid", `${word} is given ${shown(asked)}, but takes ${wanted[takes]}.`, "filters");
}

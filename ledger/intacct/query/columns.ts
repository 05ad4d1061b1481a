import { Refusal } from "../../books/refusal";
import { shown } from "../../doors/complaint";
import { comparable, hundredths } from "./comparable";
import { kindOf } from "./kind-of";
import type { FieldKind, Fielded, FieldValue } from "../fields";
import type { ObjectType } from "../object-type";
import type { Comparing } from "./comparable";

/** One field that a query asks for: of each object, or a figure of many. */
export interface Column {
  /** As the query writes it, and the answer after it. */
  readonly name: string;
  readonly kind: FieldKind;
  readonly isAggregate: boolean;
  valueOf(objects: readonly Fielded[]): FieldValue;
}

type Aggregate = (values: readonly Exclude<FieldValue, null>[], kind: FieldKind, comparing: Comparing) => FieldValue;

const aggregates: Readonly<Record<string, Aggregate>> = {
  count: (values) => values.length,
  sum: (values, kind) => numberOf(sumOf(values), kind),
  avg: (values, kind) => (values.length === 0 ? null : numberOf(roundedPart(sumOf(values), values.length), kind)),
  min: (values, kind, comparing) => extreme(values, kind, comparing, (value, best) => value < best),
  max: (values, kind, comparing) => extreme(values, kind, comparing, (value, best) => value > best),
};

/** A field as a query writes it: "usefulLife", "asset.id", "max:usefulLife". Refusal: there is none such. */
export function columnNamed(type: ObjectType, name: string, comparing: Comparing): Column {
  const colon = name.indexOf(":");
  const field = name.slice(colon + 1);
  if (colon < 0)
    return { name, kind: kindOf(type, name), isAggregate: false, valueOf: ([object]) => object?.[name] ?? null };
  const [word, kind] = [name.slice(0, colon), kindOf(type, field)];
  const aggregate = Object.hasOwn(aggregates, word) ? aggregates[word] : undefined;
  if (aggregate === undefined) throw unknownFunction(word);
  const isSummed = word === "sum" || word === "avg";
  if (isSummed && kind !== "whole" && kind !== "decimal")
    throw new Refusal("invalid", `${word} needs a field of numbers, but ${field} is none.`, "fields");
  return {
    name,
    kind: word === "count" ? "whole" : kind,
    isAggregate: true,
    valueOf: (objects) =>
      aggregate(
        objects.flatMap((object) => object[field] ?? []),
        kind,
        comparing,
      ),
  };
}

function unknownFunction(word: string): Refusal {
  const known = Object.keys(aggregates).join(", ");
  return new Refusal("invalid", `There is no function ${shown(word)}; use ${known}.`, "fields");
}

function sumOf(values: readonly (string | number)[]): bigint {
  return values.reduce((sum, value) => sum + (hundredths(String(value)) ?? 0n), 0n);
}

// Halves go away from zero, as amounts do.
function roundedPart(sum: bigint, count: number): bigint {
  const doubled = 2n * (sum < 0n ? -sum : sum) + BigInt(count);
  const part = doubled / (2n * BigInt(count));
  return sum < 0n ? -part : part;
}

// Decimals are text, as everywhere in Sage Intacct; whole numbers are numbers.
function numberOf(sum: bigint, kind: FieldKind): FieldValue {
  const digits = String(sum < 0n ? -sum : sum).padStart(3, "0");
  const text = `${sum < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
  return kind === "decimal" ? text : Number(text);
}

function extreme(
  values: readonly (string | number)[],
  kind: FieldKind,
  comparing: Comparing,
  isBetter: (value: string | bigint, best: string | bigint) => boolean,
): FieldValue {
  let best: FieldValue = null;
  for (const value of values) {
    const [now, then] = [comparable(value, kind, comparing), comparable(best, kind, comparing)];
    if (now !== null && (then === null || isBetter(now, then))) best = value;
  }
  return best;
}

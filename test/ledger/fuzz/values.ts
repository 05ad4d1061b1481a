import type { Chance } from "./chance";

/** A JSON schema as the ledger's routes have it. */
export type Schema = Readonly<Record<string, unknown>>;

const wild: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  2 ** 53,
  1e308,
  "",
  " ",
  "\u0000",
  "\ud800",
  "'; drop table postings; --",
  "=1+1",
  "../../etc/passwd",
  "%00",
  "x".repeat(300),
  "1970-01-01",
  "9999-12-31",
  "2026-02-30",
  [],
  [[]],
  {},
  { a: null },
  "٣",
  "𝔘𝔫𝔦",
];

const days = ["2025-12-31", "2026-01-01", "2026-01-15", "2026-01-31", "2026-02-01", "2026-02-28", "2026-03-31"];
// The accounts of every business come most often, for most requests need one.
const words = ["A-1", "k1", "10", "ACCUMULATED_DEPRECIATION", "DEPRECIATION", "CASH", "FIXED_ASSETS", "IMPAIRMENT"];
const formats: Readonly<Record<string, readonly string[]>> = {
  day: days,
  "first-of-month": ["2026-01-01", "2026-02-01", "2026-03-01"],
  moment: days.map((day) => `${day}T00:00:00Z`),
};

/** Makes values out of schemas: mostly such as the schema wants, and one in `wrongness` of any other kind. */
export interface Maker {
  readonly chance: Chance;
  readonly wrongness: number;
  /** Texts that the ledger gave out before: ids, names, cursors. */
  readonly known: readonly string[];
  /** The ids of what the ledger keeps. */
  readonly ids: readonly string[];
}

export function valueFor(schema: Schema, maker: Maker): unknown {
  const { chance } = maker;
  if (chance.oneIn(maker.wrongness)) return chance.of(wild);
  if (schema["nullable"] === true && chance.oneIn(6)) return null;
  if ("const" in schema) return schema["const"];
  if (Array.isArray(schema["enum"])) return chance.of(schema["enum"] as readonly unknown[]);
  const choices = schema["anyOf"] ?? schema["oneOf"];
  if (Array.isArray(choices)) return valueFor(chance.of(choices as readonly Schema[]), maker);
  const type: unknown = Array.isArray(schema["type"])
    ? chance.of(schema["type"] as readonly unknown[])
    : schema["type"];
  switch (type) {
    case "object":
      return objectFor(schema, maker);
    case "array":
      return Array.from({ length: 1 + chance.whole(3) }, () => valueFor((schema["items"] ?? {}) as Schema, maker));
    case "string":
      return textFor(schema, maker);
    case "integer":
    case "number":
      return numberFor(schema, chance);
    case "boolean":
      return chance.oneIn(2);
    default:
      return chance.of(wild);
  }
}

function objectFor(schema: Schema, maker: Maker): Readonly<Record<string, unknown>> {
  const properties = Object.entries((schema["properties"] ?? {}) as Readonly<Record<string, Schema>>);
  const required = (schema["required"] ?? []) as readonly string[];
  const made = properties
    .filter(([name]) => (required.includes(name) ? !maker.chance.oneIn(maker.wrongness) : maker.chance.oneIn(3)))
    .map(([name, property]) => [name, valueFor(property, maker)] as const);
  const stray = maker.chance.oneIn(5) ? [[maker.chance.of(["stray", "book", "toString"]), maker.chance.of(wild)]] : [];
  return Object.fromEntries([...made, ...stray]) as Readonly<Record<string, unknown>>;
}

function textFor(schema: Schema, { chance, known, ids }: Maker): string {
  const format = typeof schema["format"] === "string" ? schema["format"] : "";
  if (format in formats) return chance.of(formats[format] ?? []);
  if (format === "uuid" && ids.length > 0 && !chance.oneIn(6)) return chance.of(ids);
  if (known.length > 0 && (format === "uuid" || chance.oneIn(5))) return chance.of(known);
  const longest = Math.min(typeof schema["maxLength"] === "number" ? schema["maxLength"] : 20, 20);
  const text = chance.of(words);
  return text.slice(0, Math.max(1, longest));
}

function numberFor(schema: Schema, chance: Chance): number {
  const least = typeof schema["minimum"] === "number" ? schema["minimum"] : 0;
  const most = typeof schema["maximum"] === "number" ? schema["maximum"] : 1_000_000;
  const usual = least + chance.whole(Math.min(most - least, 200_000) + 1);
  return chance.oneIn(12) ? chance.of([least, most]) : usual;
}

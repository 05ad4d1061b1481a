import { type Cents, type Day, type Result, cents, dayFromText, fail, ok } from "../engine";

/** Reads one thing out of an answer, or says where it is not what it should be: "answer.data.id should be text, but is 17". */
export type Reader<T> = (given: unknown, where: string) => Result<T, string>;

export const text: Reader<string> = (given, where) =>
  typeof given === "string" ? ok(given) : fail(shouldBe(where, "text", given));

export const flag: Reader<boolean> = (given, where) =>
  typeof given === "boolean" ? ok(given) : fail(shouldBe(where, "true or false", given));

/** A whole number that a double holds exactly: beyond 2^53-1 an amount would have been rounded in the reading. */
export const whole: Reader<number> = (given, where) =>
  typeof given === "number" && Number.isSafeInteger(given)
    ? ok(given)
    : fail(shouldBe(where, "a whole number up to 9007199254740991", given));

export const number: Reader<number> = (given, where) =>
  typeof given === "number" && Number.isFinite(given) ? ok(given) : fail(shouldBe(where, "a number", given));

export const amount: Reader<Cents> = mapped(whole, cents);

/** A date, or the first ten characters of a date and time: never through a clock's time zone. */
export const day: Reader<Day> = (given, where) => {
  const found = typeof given === "string" ? dayFromText(given.slice(0, 10)) : undefined;
  return found?.ok === true ? ok(found.value) : fail(shouldBe(where, "a date", given));
};

/** Anything at all, kept as it came. */
export const anything: Reader<unknown> = (given) => ok(given);

export function list<T>(item: Reader<T>): Reader<readonly T[]> {
  return (given, where) => {
    if (!Array.isArray(given)) return fail(shouldBe(where, "a list", given));
    const items: T[] = [];
    for (const [index, entry] of given.entries()) {
      const read = item(entry, `${where}[${index}]`);
      if (!read.ok) return read;
      items.push(read.value);
    }
    return ok(items);
  };
}

/** An object with at least these fields; others are let pass, for systems add fields. */
export function object<T extends object>(fields: { readonly [K in keyof T]: Reader<T[K]> }): Reader<T> {
  const names = Object.keys(fields) as (keyof T & string)[];
  return (given, where) => {
    if (!isObject(given)) return fail(shouldBe(where, "an object", given));
    const found: Partial<T> = {};
    for (const name of names) {
      const read = fields[name](given[name], `${where}.${name}`);
      if (!read.ok) return read;
      found[name] = read.value;
    }
    return ok(found as T);
  };
}

/** Absent and null are undefined. */
export function optional<T>(reader: Reader<T>): Reader<T | undefined> {
  return (given, where) => (given === undefined || given === null ? ok(undefined) : reader(given, where));
}

export function oneOf<const W extends string>(words: readonly W[]): Reader<W> {
  return (given, where) => {
    const found = words.find((word) => word === given);
    return found === undefined ? fail(shouldBe(where, `one of ${words.join(", ")}`, given)) : ok(found);
  };
}

export function mapped<T, U>(reader: Reader<T>, change: (value: T) => U): Reader<U> {
  return (given, where) => {
    const read = reader(given, where);
    return read.ok ? ok(change(read.value)) : read;
  };
}

/** The text at a path of field names, where there is any: for looking into complaints of unsure shape. */
export function textAt(given: unknown, ...names: readonly string[]): string | undefined {
  const found = names.reduce<unknown>((inner, name) => (isObject(inner) ? inner[name] : undefined), given);
  return typeof found === "string" && found.trim() !== "" ? found : undefined;
}

export function isObject(given: unknown): given is Readonly<Record<string, unknown>> {
  return typeof given === "object" && given !== null && !Array.isArray(given);
}

function shouldBe(where: string, what: string, given: unknown): string {
  return `${where} should be ${what}, but is ${shown(given)}`;
}

function shown(given: unknown): string {
  if (given === undefined) return "missing";
  const json = JSON.stringify(given);
  return json.length > 40 ? `${json.slice(0, 39)}…` : json;
}

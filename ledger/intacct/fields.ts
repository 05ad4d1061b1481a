/** What a field of an object holds, which decides how it is compared. */
export type FieldKind = "text" | "whole" | "decimal" | "day" | "moment";

/** The fields of an object by their dotted names, those of related objects included. */
export type Fields = Readonly<Record<string, FieldKind>>;

/** What a field holds: text, also for decimals and dates, or a whole number; null where there is nothing. */
export type FieldValue = string | number | null;

/** An object by its dotted fields. */
export type Fielded = Readonly<Record<string, FieldValue>>;

/** The fields of a related object, under its name. */
export function related<T>(name: string, fields: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => [`${name}.${field}`, value]));
}

/** The named fields of an object, nested as Sage Intacct shows it; what holds nothing is left out. */
export function nested(object: Fielded, names: readonly string[]): object {
  const shown: Record<string, FieldValue | Record<string, FieldValue>> = {};
  for (const name of names) {
    const value = object[name] ?? null;
    if (value === null) continue;
    const [outer = name, inner] = name.split(".", 2);
    if (inner === undefined) shown[outer] = value;
    else shown[outer] = { ...(shown[outer] as Record<string, FieldValue> | undefined), [inner]: value };
  }
  return shown;
}

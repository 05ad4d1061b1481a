import { invalidArgument } from "../host-error";

/** Arguments as they came over the wire, read one by one. Each complains by the parameter's name. */

export function wholeNumber(value: unknown, name: string, fallback?: number): number {
  if (isAbsent(value) && fallback !== undefined) return fallback;
  if (typeof value !== "number" || !Number.isInteger(value)) throw invalidArgument(name);
  return value;
}

export function positiveNumber(value: unknown, name: string): number {
  if (typeof value !== "number" || !(value > 0)) throw invalidArgument(name);
  return value;
}

export function text(value: unknown, name: string): string {
  if (typeof value !== "string") throw invalidArgument(name);
  return value;
}

export function optionalText(value: unknown, name: string): string | undefined {
  return isAbsent(value) ? undefined : text(value, name);
}

export function flag(value: unknown, name: string, fallback?: boolean): boolean {
  if (isAbsent(value) && fallback !== undefined) return fallback;
  if (typeof value !== "boolean") throw invalidArgument(name);
  return value;
}

/** One of a closed list of words. */
export function word<W extends string>(value: unknown, known: readonly W[], name: string, fallback?: W): W {
  if (isAbsent(value) && fallback !== undefined) return fallback;
  const found = known.find((each) => each === value);
  if (found === undefined) throw invalidArgument(name);
  return found;
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}

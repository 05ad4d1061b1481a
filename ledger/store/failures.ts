/** The five characters with which PostgreSQL classes a failure, when the error is one of PostgreSQL. */
export function sqlState(error: unknown): string | undefined {
  return textOf(error, "code");
}

/** The name of the database's rule that a statement broke, when it broke one. */
export function brokenRule(error: unknown): string | undefined {
  return sqlState(error)?.startsWith("23") === true ? textOf(error, "constraint") : undefined;
}

/** True when the statement broke on what it was given, a value or a rule (classes 22 and 23): it wrote nothing. */
export function isOfTheData(error: unknown): boolean {
  return /^2[23]/.test(sqlState(error) ?? "");
}

// 08: connection lost; 57P: the server is going down; 53: out of room or connections; 40001 and 40P01: too much at once,
// even after many tries; the rest are the network's words.
const away = /^(08|57P|53|40001|40P01)|^(ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EPIPE|EAI_AGAIN)$/;

/** True when the database cannot be reached or has no room now, so that trying later is right. */
export function isAway(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isAway);
  return away.test(sqlState(error) ?? "");
}

/** True when the database itself stopped over it: what was being written may be there or not. */
export function isBroken(error: unknown): boolean {
  const severity = textOf(error, "severity");
  return severity === "PANIC" || severity === "FATAL" || error instanceof WebAssembly.RuntimeError;
}

function textOf(error: unknown, key: "code" | "constraint" | "severity"): string | undefined {
  if (typeof error !== "object" || error === null || !(key in error)) return undefined;
  const value = (error as Record<typeof key, unknown>)[key];
  return typeof value === "string" ? value : undefined;
}

import type { Result } from "../../src/engine";

/** The value of a result that must be good; a problem fails the test with its facts. */
export function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

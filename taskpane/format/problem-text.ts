import { wording, type Result } from "../../src/engine";

/** The sentence about a value that is wrong; undefined where it is right. */
export function problemText(result: Result<unknown>): string | undefined {
  return result.ok ? undefined : wording(result.problem);
}

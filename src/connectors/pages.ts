import { fail, ok } from "../engine";
import type { Answer, Connection } from "./connector";
import { unreadable } from "./failures";

/** One page of a list, and the cursor of the next; no cursor means that this was the last. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | undefined;
}

/** Reads a list to its end. A cursor that comes twice would go round for ever, so it ends the reading as a refusal. */
export async function allPages<T>(
  connection: Connection,
  page: (cursor: string | undefined) => Answer<Page<T>>,
): Answer<readonly T[]> {
  const items: T[] = [];
  const seen = new Set<string>();
  for (let cursor: string | undefined; ;) {
    const answer = await page(cursor);
    if (!answer.ok) return answer;
    items.push(...answer.value.items);
    cursor = answer.value.next;
    if (cursor === undefined) return ok(items);
    if (seen.has(cursor)) return fail(unreadable(connection, false, "its pages go round in a circle."));
    seen.add(cursor);
  }
}

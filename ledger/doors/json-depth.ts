import { Refusal } from "../books/refusal";

const deepest = 64;

/** Refuses JSON that is nested so deep that writing it back could run out of stack. Takes its own stack from the heap. */
export function checkDepth(value: unknown, field: string): void {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 1 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next.value !== "object" || next.value === null) continue;
    if (next.depth > deepest)
      throw new Refusal("invalid", `${field} is nested more than ${deepest} levels deep.`, field);
    for (const inner of Object.values(next.value)) open.push({ value: inner, depth: next.depth + 1 });
  }
}

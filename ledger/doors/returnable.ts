import { Refusal } from "../books/refusal";

const deepest = 64;

/**
 * Refuses JSON that could not be given back as it came: nested so deep that writing it could run out of stack, or with a
 * number beyond what JavaScript holds, such as 1e999.
 */
export function checkReturnable(value: unknown, field: string): void {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 1 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next.value === "number" && !Number.isFinite(next.value))
      throw new Refusal("invalid", `${field} holds a number that is too large to be given back.`, field);
    if (typeof next.value !== "object" || next.value === null) continue;
    if (next.depth > deepest)
      throw new Refusal("invalid", `${field} is nested more than ${deepest} levels deep.`, field);
    for (const inner of Object.values(next.value)) open.push({ value: inner, depth: next.depth + 1 });
  }
}

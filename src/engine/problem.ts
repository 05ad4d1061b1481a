/**
 * What went wrong, by code, with the facts that its wording names. `what` is the argument as the user knows it
 * ("life", "salvage"), `given` is what arrived.
 */
interface Facts {
  missing: { readonly what: string };
  "not-a-number": { readonly what: string; readonly given: string | number };
  "not-a-date": { readonly what: string; readonly given: string | number };
  "not-a-month": { readonly what: string; readonly given: string | number };
  "not-true-or-false": { readonly what: string; readonly given: string | number };
  "unknown-word": { readonly what: string; readonly given: string; readonly known: readonly string[] };
  "not-yet": { readonly what: string; readonly given: string };
  "needs-start": { readonly what: string };
  "given-twice": { readonly what: string; readonly first: string; readonly second: string };
  negative: { readonly what: string; readonly given: number };
  "not-positive": { readonly what: string; readonly given: number };
  "not-whole": { readonly what: string; readonly given: number };
  "out-of-range": { readonly what: string; readonly given: number; readonly least: number; readonly most: number };
  "salvage-above-cost": { readonly cost: number; readonly salvage: number };
  "rate-not-a-fraction": { readonly what: string; readonly given: number };
  "not-whole-months": { readonly what: string; readonly given: number };
  "not-whole-years": { readonly what: string; readonly given: number; readonly instead: string };
  "too-many-decimals": { readonly what: string; readonly given: number; readonly decimals: number };
  "too-many-digits": { readonly what: string; readonly given: number };
  "too-large": { readonly what: string; readonly given: number; readonly most: string };
  "too-many-periods": { readonly what: string; readonly most: number };
  "beyond-exactness": { readonly what: string; readonly most: number };
  "too-late": { readonly what: string };
  "life-is-over": { readonly left: string };
  "without-start-only": { readonly what: string; readonly instead: string };
  "event-out-of-turn": { readonly what: string; readonly because: string };
  unread: { readonly sentence: string };
  mixed: { readonly what: string; readonly first: string; readonly second: string };
  reversed: { readonly first: string; readonly second: string; readonly names?: readonly [string, string] };
  "rows-not-computed": { readonly count: number; readonly asset: string; readonly sentence: string };
}

type Code = keyof Facts;
type ProblemOf<C extends Code> = { readonly code: C } & Facts[C];

/** A user's mistake as a value. */
export type Problem = { [C in Code]: ProblemOf<C> }[Code];

/** One sentence that names the argument, its value and what would be right. */
export function wording(problem: Problem): string {
  // The table has one entry a code, each for the facts of that code, so the entry found fits the problem that led to it.
  const word = wordings[problem.code] as (facts: Problem) => string;
  return word(problem);
}

const wordings: { readonly [C in Code]: (facts: Facts[C]) => string } = {
  missing: ({ what }) => `${what} is missing.`,
  "not-a-number": ({ what, given }) => `${what} is "${given}", but must be a number.`,
  "not-a-date": ({ what, given }) =>
    `${what} is "${given}", but must be a date from 1900-03-01 to 9999-12-31, as a date cell or as yyyy-mm-dd.`,
  "not-a-month": ({ what, given }) => `${what} is "${given}", but must be a month as yyyy-mm.`,
  "not-true-or-false": ({ what, given }) => `${what} is "${given}", but must be TRUE or FALSE.`,
  "unknown-word": ({ what, given, known }) => `"${given}" is no ${what}. Use ${known.join(", ")}.`,
  "not-yet": ({ what, given }) => `The ${what} "${given}" is known, but not built yet.`,
  "needs-start": ({ what }) => `${what} counts only with a start date. Give a start, or leave ${what} out.`,
  "given-twice": ({ what, first, second }) => `${what} is given as ${first} and as ${second}. Give only one of them.`,
  negative: ({ what, given }) => `${what} is ${given}, but must be 0 or more.`,
  "not-positive": ({ what, given }) => `${what} is ${given}, but must be more than 0.`,
  "not-whole": ({ what, given }) => `${what} is ${given}, but must be a whole number.`,
  "out-of-range": ({ what, given, least, most }) => `${what} is ${given}, but must be from ${least} to ${most}.`,
  "salvage-above-cost": ({ cost, salvage }) =>
    `salvage is ${salvage}, but must not be more than the cost, which is ${cost}.`,
  "rate-not-a-fraction": ({ what, given }) =>
    `${what} is ${given}, but must be a fraction below 1, such as 0.3, or a percent cell, such as 30%.`,
  "not-whole-months": ({ what, given }) =>
    `${what} is ${given}, but with dates it must be a whole number of months, such as 2.5 years or 30 months.`,
  "not-whole-years": ({ what, given, instead }) =>
    `${what} is ${given}, but must be a whole number of years${instead}.`,
  "too-many-decimals": ({ what, given, decimals }) =>
    `${what} is ${given}, which has more than ${decimals} decimals. Round it to the smallest unit of the currency.`,
  "too-many-digits": ({ what, given }) =>
    `${what} is ${given}, which has more than the 15 digits that Excel keeps. Use a smaller amount.`,
  "too-large": ({ what, given, most }) => `${what} is ${given}, but must not be more than ${most}.`,
  "too-many-periods": ({ what, most }) =>
    `The schedule of ${what} has more than ${most} periods. Use a shorter life, a higher rate or longer periods.`,
  "beyond-exactness": ({ what, most }) =>
    `The exact book value of ${what} comes to more than ${most} digits. Use a life, a higher rate or a rate with fewer decimals.`,
  "too-late": ({ what }) => `The schedule of ${what} runs beyond 9999-12-31, the last day that Excel knows.`,
  "life-is-over": ({ left }) =>
    `The life is over on the opening date, but ${left} is not yet charged. Give a longer life or the whole amount.`,
  "without-start-only": ({ what, instead }) =>
    `${what} has no dates, as Excel's own has none. Leave the start out, or use ${instead}.`,
  "event-out-of-turn": ({ what, because }) => `${what} cannot be: ${because}.`,
  unread: ({ sentence }) => sentence,
  mixed: ({ what, first, second }) =>
    `The register has more than one ${what}: ${first} and ${second}. Give each its own register.`,
  reversed: ({ first, second, names: [from, to] = ["from", "to"] }) =>
    `${from} is ${first}, but must not be after ${to}, which is ${second}.`,
  "rows-not-computed": ({ count, asset, sentence }) =>
    `${count} ${count === 1 ? "row" : "rows"} of the register cannot be computed, the first is asset "${asset}": ${sentence}`,
};

/** The cell error that stands for each problem: "value" is #VALUE!, "number" is #NUM!. */
export const kinds: Readonly<Record<Code, "value" | "number">> = {
  missing: "value",
  "not-a-number": "value",
  "not-a-date": "value",
  "not-a-month": "value",
  "not-true-or-false": "value",
  "unknown-word": "value",
  "not-yet": "value",
  "needs-start": "value",
  "given-twice": "value",
  negative: "number",
  "not-positive": "number",
  "not-whole": "number",
  "out-of-range": "number",
  "salvage-above-cost": "number",
  "rate-not-a-fraction": "number",
  "not-whole-months": "number",
  "not-whole-years": "number",
  "too-many-decimals": "number",
  "too-many-digits": "number",
  "too-large": "number",
  "too-many-periods": "number",
  "beyond-exactness": "number",
  "too-late": "number",
  "life-is-over": "number",
  "without-start-only": "value",
  "event-out-of-turn": "value",
  unread: "value",
  mixed: "value",
  reversed: "number",
  "rows-not-computed": "value",
};

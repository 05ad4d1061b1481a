import { Refusal } from "../books/refusal";
import { shown } from "../doors/complaint";
import type { Calculator, Inputs } from "./calculators";

/** The query as it arrives; whatever it holds, each value is read here and nowhere else. */
export type Query = Readonly<Record<string, unknown>>;

const longestLife = 1_000;

/** Reads what a calculator is asked. Refusals name the value and what would be right. */
export function inputsOf(query: Query, calculator: Calculator): Inputs {
  const cost = numberIn(query, "cost");
  const life = numberIn(query, "life");
  const salvage = numberIn(query, "salvage", 0);
  if (cost < 0) throw refusal("cost", cost, "0 or more");
  if (salvage < 0) throw refusal("salvage", salvage, "0 or more");
  if (salvage > cost) throw refusal("salvage", salvage, `at most the cost, which is ${cost}`);
  if (!Number.isInteger(life) || life < 1 || life > longestLife)
    throw refusal("life", life, `a whole number of years from 1 to ${longestLife}`);
  if (calculator.usualFactor === undefined) return { cost, life, salvage };
  const factor = numberIn(query, "factor", calculator.usualFactor);
  if (factor <= 0) throw refusal("factor", factor, "more than 0");
  return { cost, life, factor, salvage };
}

const most = 1e15;

function numberIn(query: Query, name: string, usual?: number): number {
  const text = query[name];
  if (text === undefined && usual !== undefined) return usual;
  if (text === undefined) throw new Refusal("invalid", `${name} is missing; it must be a number.`, name);
  const number = typeof text === "string" && decimal.test(text) ? Number(text) : NaN;
  if (Math.abs(number) <= most) return number;
  throw refusal(name, text, `a number such as 10000 or 0.5, at most ${most}`);
}

const decimal = /^-?\d{1,20}(\.\d{1,20})?$/;

function refusal(name: string, given: unknown, right: string): Refusal {
  return new Refusal("invalid", `${name} is ${shown(given)}, but must be ${right}.`, name);
}

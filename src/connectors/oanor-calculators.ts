import { amountOf, fail, ok } from "../engine";
import type { Answer, ComputedYear, Connection, PlainTerms, SecondOpinionVerb } from "./connector";
import { unreadable } from "./failures";
import { asked } from "./oanor-wire";
import { type Reader, list, mapped, number, object, optional, text, whole } from "./read";

export const calculators: SecondOpinionVerb = { misfit, compute };

/** One of the calculators: its path, and the word with which it answers. */
interface Calculator {
  /** The word of the engine's method. */
  readonly method: string;
  readonly path: string;
  readonly answersAs: string;
  /** What it is asked beside cost, salvage and life. */
  readonly more: (terms: PlainTerms) => Readonly<Record<string, number>>;
}

const known: readonly Calculator[] = [
  { method: "SL", path: "/v1/straight-line", answersAs: "straight-line", more: () => ({}) },
  {
    method: "DB",
    path: "/v1/declining-balance",
    answersAs: "declining-balance",
    more: ({ factor = 2 }) => ({ factor }),
  },
  { method: "SYD", path: "/v1/sum-of-years", answersAs: "sum-of-years-digits", more: () => ({}) },
];

function misfit({ method, lifeMonths }: PlainTerms): string | undefined {
  if (!known.some((calculator) => calculator.method === method)) {
    const words = known.map((calculator) => calculator.method).join(", ");
    return `oanor has no calculator for ${method}. It has ${words}.`;
  }
  if (lifeMonths % 12 === 0) return undefined;
  return `The life is ${lifeMonths} months, but oanor takes whole years only.`;
}

async function compute(
  connection: Connection,
  terms: PlainTerms,
  signal?: AbortSignal,
): Answer<readonly ComputedYear[]> {
  const calculator = known.find(({ method }) => method === terms.method);
  if (calculator === undefined) throw new Error(`oanor was asked for ${terms.method}.`);
  const inputs = inputsOf(calculator, terms);
  const query = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, String(value)]));
  const answer = await asked(connection, { method: "GET", path: calculator.path, query, signal }, computation);
  if (!answer.ok) return answer;
  const wrong = whatIsWrong(answer.value, calculator, inputs);
  return wrong === undefined ? ok(answer.value.schedule) : fail(unreadable(connection, false, wrong));
}

type Inputs = Readonly<Record<string, number>>;

function inputsOf({ more }: Calculator, terms: PlainTerms): Inputs {
  const { cost, salvage, decimals, lifeMonths } = terms;
  return {
    cost: amountOf(cost, decimals),
    salvage: amountOf(salvage, decimals),
    life: lifeMonths / 12,
    ...more(terms),
  };
}

const year = mapped(
  object({ year: whole, depreciation: number, accumulated: number, book_value: number }),
  ({ year: counted, depreciation, accumulated, book_value }): ComputedYear => ({
    year: counted,
    charge: depreciation,
    accumulated,
    bookValue: book_value,
  }),
);

interface Computation {
  readonly method: string;
  readonly inputs: {
    readonly cost: number;
    readonly salvage: number;
    readonly life: number;
    readonly factor: number | undefined;
  };
  readonly schedule: readonly ComputedYear[];
}

const computation: Reader<Computation> = object({
  method: text,
  inputs: object({ cost: number, salvage: number, life: number, factor: optional(number) }),
  schedule: list(year),
});

/** An answer to another question, or one that does not add up, is no second opinion. */
function whatIsWrong(
  { method, inputs, schedule }: Computation,
  calculator: Calculator,
  asks: Inputs,
): string | undefined {
  if (method !== calculator.answersAs) return `it is about the method ${method}, not ${calculator.answersAs}.`;
  const other = Object.entries(asks).find(([name, value]) => inputs[name as keyof typeof inputs] !== value);
  if (other !== undefined) return `it computed another ${other[0]} than ${other[1]}.`;
  const { cost, life } = inputs;
  if (schedule.length !== life) return `it has ${schedule.length} years, not ${life}.`;
  const odd = schedule.find(
    (one, index) => one.year !== index + 1 || Math.abs(one.accumulated + one.bookValue - cost) > 1e-9 * cost,
  );
  return odd === undefined ? undefined : `its year ${odd.year} does not add up.`;
}

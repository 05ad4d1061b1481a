import { chargesByYear, methodNamed, wording, yearTerms } from "../../src/engine";
import { Refusal } from "../books/refusal";
import type { Result } from "../../src/engine";
import type { Calculator, Inputs } from "./calculators";

interface Year {
  readonly year: number;
  readonly book_value: number;
  readonly accumulated: number;
  readonly depreciation: number;
}

/** A calculator's answer: the schedule of every year of the life, by the same engine as the cells. */
export function calculation(calculator: Calculator, inputs: Inputs) {
  const charges = chargesOf(calculator, inputs);
  const schedule = scheduleOf(inputs.cost, charges);
  return {
    note: calculator.note,
    inputs,
    method: calculator.method,
    schedule,
    ...mapped(calculator.extra(inputs, charges)),
    total_depreciation: schedule.at(-1)?.accumulated ?? 0,
  };
}

function chargesOf({ engineWord }: Calculator, { cost, salvage, life, factor }: Inputs): readonly number[] {
  const terms = yearTerms({ cost, salvage, lifeYears: life, ...(factor === undefined ? {} : { factor }) });
  return asked(chargesByYear(asked(methodNamed(engineWord)), asked(terms)));
}

function asked<T>(result: Result<T>): T {
  if (!result.ok) throw new Refusal("invalid", wording(result.problem));
  return result.value;
}

function scheduleOf(cost: number, charges: readonly number[]): readonly Year[] {
  let taken = 0;
  return charges.map((charge, index) => {
    taken += charge;
    const accumulated = shownNumber(taken);
    return {
      year: index + 1,
      book_value: shownNumber(cost - accumulated),
      accumulated,
      depreciation: shownNumber(charge),
    };
  });
}

function mapped(extra: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(extra).map(([name, value]) => [name, shownNumber(value)]));
}

// Fifteen digits, as Excel shows a number: sums in binary leave dust behind that.
function shownNumber(number: number): number {
  return Number(number.toPrecision(15));
}

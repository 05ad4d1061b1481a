// The worked tables of test/cases. Each table names the authority that its figures come from.
import {
  amountOf,
  chargeBetween,
  chargeOfYear,
  chargesByYear,
  methodNamed,
  schedule,
  wording,
  yearTerms,
} from "../../src/engine";
import type { Result } from "../../src/engine";
import { assetTermsOf, casesIn, tablesNamed, yearTermsOf, type Case } from "./case-table";
import { value } from "./random-assets";

describe("formula values agree to 1e-12 of the cost with", () => {
  test.each(tablesNamed("libreoffice"))("%s", (file) => {
    const cases = casesIn(file);
    expect(cases.length).toBeGreaterThanOrEqual(300);
    const wrong = cases.filter((one) => {
      const tolerance = 1e-12 * yearTermsOf(one).cost + 1e-15;
      return !(Math.abs(chargeOf(one) - Number(one.expected)) <= tolerance);
    });
    expect(wrong.map(({ line }) => line)).toEqual([]);
  });
});

describe("formula values agree with the documented", () => {
  test.each(rows("documented.txt"))("%s", (_line, one) => {
    const places = one.expected.split(".")[1]?.length ?? 0;
    expect(Math.abs(chargeOf(one) - Number(one.expected))).toBeLessThanOrEqual(0.5 * 10 ** -places + 1e-15);
  });
});

describe("schedules in exact amounts", () => {
  test.each(rows("schedules.txt"))("%s", (_line, one) => {
    const terms = assetTermsOf(one);
    const charges = value(schedule(terms)).map((row) => amountOf(row.charge, terms.decimals));
    const printed = one.expected.split(/\s+/).filter((word) => word !== "" && word !== "...");
    const whole = !one.expected.endsWith("...");
    expect(whole ? charges : charges.slice(0, printed.length)).toEqual(printed.map(Number));
  });
});

describe("refusals name the argument, its value and what would be right", () => {
  test.each(rows("refusals.txt"))("%s", (_line, one) => {
    const refused = one.options.has("year") ? yearAnswer(one) : schedule(assetTermsOf(one));
    expect(refused.ok ? refused.value : `${refused.problem.code}: ${wording(refused.problem)}`).toBe(one.expected);
  });
});

function rows(file: string): readonly (readonly [string, Case])[] {
  return casesIn(file).map((one) => [one.line, one] as const);
}

function chargeOf(one: Case): number {
  const method = value(methodNamed(one.words[0] ?? ""));
  const terms = value(yearTerms(yearTermsOf(one)));
  const from = one.options.get("from");
  if (from !== undefined) return value(chargeBetween(method, terms, Number(from), Number(one.options.get("to"))));
  const [first = 0, last = first] = (one.options.get("years") ?? one.options.get("year") ?? "").split("..").map(Number);
  let charge = 0;
  for (let year = first; year <= last; year += 1) charge += value(chargeOfYear(method, terms, year));
  return charge;
}

function yearAnswer(one: Case): Result<unknown> {
  const method = value(methodNamed(one.words[0] ?? ""));
  const terms = yearTerms(yearTermsOf(one));
  if (!terms.ok) return terms;
  const year = one.options.get("year");
  return year === "all" ? chargesByYear(method, terms.value) : chargeOfYear(method, terms.value, Number(year));
}

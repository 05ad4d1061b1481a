// The tables of the Internal Revenue Service, cell by cell. Goal: what the engine charges is what the publication prints.
import { conventionNamed, macrsAmounts, type MacrsTerms } from "../../../src/engine";
import { percentages, type Placed } from "../../../src/engine/methods/macrs/percentages";
import { casesIn } from "../case-table";
import { value } from "../random-assets";

const cases = casesIn("irs-publication-946.txt");

test("the tables have all that is printed", () => {
  expect(cases.flatMap(({ expected }) => expected.split(" ")).length).toBeGreaterThan(1_500);
});

test.each(cases.map((one) => [one.words.join(" "), one] as const))("%s", (_table, one) => {
  const [, placed = "", factor, years] = one.words;
  const { units, unitsOfAll } = percentages({ years: Number(years), factor: Number(factor) / 100 }, placedBy(placed));
  const printed = one.expected.split(" ").filter((word) => word !== "...");
  const count = one.expected.endsWith("...") ? printed.length : units.length;
  const places = printed[0]?.split(".")[1]?.length ?? 2;
  expect(units.slice(0, count).map((part) => ((100 * part) / unitsOfAll).toFixed(places))).toEqual(printed);
});

test("each year is rounded alone, and the last takes the rest", () => {
  // From: Publication 946, Table A-1, 5-year property: 20, 32, 19.2, 11.52, 11.52 and 5.76 percent of 1,000.01, by hand.
  const terms: MacrsTerms = { cost: 100_001, years: 5, system: "GDS" };
  expect(value(macrsAmounts(terms))).toEqual([20_000, 32_000, 19_200, 11_520, 11_520, 5_761]);
});

test("the quarter and the month come from the months that the tax year still has", () => {
  const convention = value(conventionNamed("mid-quarter"));
  const inQuarter = (monthsToYearEnd: number): number | undefined =>
    value(macrsAmounts({ cost: 1_000_000, years: 5, system: "GDS", convention, monthsToYearEnd }))[0];
  // From: Publication 946, Tables, 5-year property, year 1: 35, 25, 15 and 5 percent.
  expect([12, 9, 6, 3].map(inQuarter)).toEqual([350_000, 250_000, 150_000, 50_000]);
});

function placedBy(word: string): Placed {
  if (word === "HY") return { convention: "half-year" };
  if (word.startsWith("MQ")) return { convention: "mid-quarter", quarter: Number(word.slice(2)) };
  return { convention: "mid-month", month: Number(word.slice(2)) };
}

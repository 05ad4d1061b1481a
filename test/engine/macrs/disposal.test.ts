// What the year of a disposal takes. From: IRS, Publication 946 (2024), chapter 4, "Sale or Other Disposition Before the
// Recovery Period Ends"; the publication's own examples where it has one.
import { disposals } from "../../../src/engine/policy/disposal";
import { charges, type Told } from "../events/lives";

const disposal = disposals.find(({ counts }) => counts === "convention");
if (disposal === undefined) throw new Error("no rule of disposal goes by the convention");
const policy = { disposal };

const fiveYears = { method: "MACRS", cost: 10_000, extra: { kind: "class", years: 5, system: "GDS" }, policy } as const;
const rental = {
  method: "MACRS",
  cost: 100_000,
  extra: { kind: "class", years: 27.5, system: "GDS" },
  policy,
} as const;

test.each<readonly [string, Told, readonly number[]]>([
  // Placed in service on December 2, 2021, sold on April 6, 2024: 37.5 % of 1,368 is 513.
  [
    "mid-quarter: to the middle of the quarter",
    { ...fiveYears, start: "2021-12-02", convention: "mid-quarter", events: ["2024-04-06 DISPOSAL 0"] },
    [500, 3800, 2280, 513],
  ],
  // Bought July 2, 2022, sold March 2, 2024: 2.5 of 12 months of 3,636 is 757.50.
  [
    "mid-month: the month of disposition is half a month",
    { ...rental, start: "2022-07-02", convention: "mid-month", events: ["2024-03-02 DISPOSAL 0"] },
    [1667, 3636, 757.5],
  ],
  // "One-half year of depreciation for the year of disposition": half of 1,920.
  [
    "half-year: half of the year",
    { ...fiveYears, start: "2021-03-02", convention: "half-year", events: ["2023-11-30 DISPOSAL 0"] },
    [2000, 3200, 960],
  ],
  [
    "bought and sold in one year: nothing",
    { ...fiveYears, start: "2021-03-02", convention: "half-year", events: ["2021-11-30 DISPOSAL 0"] },
    [0],
  ],
])("%s", (_name, told, expected) => {
  expect(charges(told)).toEqual(expected);
});

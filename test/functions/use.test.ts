import { cell } from "./bundle";

const uop = (...argued: readonly unknown[]): ReturnType<typeof cell> => cell("DEPR.UOP", ...argued);

test("a column of usage gives a column of charges", () => {
  // From: AccountingCoach, Various depreciation methods: 100,000 less 10,000 over 100,000 units.
  expect(uop(100000, 10000, 100000, [[12000], [30000]])).toEqual([[10800], [27000]]);
  // From: a textbook sheet, cost 10000, salvage 2000, 5000 units.
  expect(uop(10000, 2000, 5000, [[1200, 500, 1800, 300, 1100]])).toEqual([[1920, 800, 2880, 480, 1760]]);
  expect(uop(100000, 10000, 100000, 12000)).toEqual([[10800]]);
});

test("what is used beyond the total costs nothing, over all figures and the units before", () => {
  // By the definition: 90 for each of 100 units.
  expect(uop(10000, 1000, 100, [[60], [""], [50], [20]])).toEqual([[5400], [""], [3600], [0]]);
  expect(uop(10000, 1000, 100, [[60], [50]], 30)).toEqual([[5400], [900]]);
  expect(uop(10000, 1000, 100, 10, 120)).toEqual([[0]]);
});

test.each<readonly [readonly unknown[], string, string]>([
  [[null, 0, 10, 1], "#VALUE!", "cost is missing."],
  [[1000, 1500, 10, 1], "#NUM!", "salvage is 1500, but must not be more than the cost, which is 1000."],
  [[1000, 0, 0, 1], "#NUM!", "total_units is 0, but must be more than 0."],
  [[1000, 0, null, 1], "#VALUE!", "total_units is missing."],
  [[1000, 0, 10, null], "#VALUE!", "units is missing."],
  [[1000, 0, 10, [[1], [-2]]], "#NUM!", "units is -2, but must be 0 or more."],
  [[1000, 0, 10, "many"], "#VALUE!", 'units is "many", but must be a number.'],
  [[1000, 0, 10, 1, -1], "#NUM!", "prior_units is -1, but must be 0 or more."],
  [[1000, 0, 10, [[1], ["#N/A"]]], "#N/A", ""],
])("%j is %s: %s", (argued, error, sentence) => {
  expect(uop(...argued)).toEqual({ error, ...(sentence === "" ? {} : { sentence }) });
});

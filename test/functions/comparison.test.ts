import { cell, type Shown } from "./bundle";

function compare(argued: Readonly<Record<string, unknown>>): Shown {
  const names = ["cost", "salvage", "life", "methods", "start", "frequency", "options"];
  const { cost = 10000, salvage = 1000, life = 5, ...others } = argued;
  const all: Readonly<Record<string, unknown>> = { cost, salvage, life, ...others };
  return cell("DEPR.COMPARE", ...names.map((name) => all[name]));
}

test("the three methods of the oanor document stand side by side, with their totals", () => {
  // From: oanor, Depreciation Calculator API, cost 10000, salvage 1000, life 5.
  expect(compare({ methods: [["SL", "DB", "SYD"]] })).toEqual([
    ["Period", "SL", "DB", "SYD"],
    [1, 1800, 4000, 3000],
    [2, 1800, 2400, 2400],
    [3, 1800, 1440, 1800],
    [4, 1800, 864, 1200],
    [5, 1800, 296, 600],
    ["Total", 9000, 9000, 9000],
  ]);
});

test("a column that ends earlier is blank below its end", () => {
  // From: the definition of the reducing balance by 50 %: 400, 200, 100 and 50 down to the salvage of 50.
  const shown = compare({ cost: 800, salvage: 50, life: 2, methods: [["SL"], ["RB"]], options: [["rate", 0.5]] });
  expect(shown).toEqual([
    ["Period", "SL", "RB"],
    [1, 375, 400],
    [2, 375, 200],
    ["Total", 750, 600],
  ]);
  expect(compare({ cost: 800, salvage: 50, life: 2, methods: "SL", options: [["headers", false]] })).toEqual([
    [1, 375],
    [2, 375],
    ["Total", 750],
  ]);
});

test("a profile's word takes the method of the options", () => {
  const shown = compare({ methods: [["excel", "oanor"]], options: [["method", "SYD"]] });
  expect(shown).toEqual(expect.arrayContaining([["Total", 9000, 9000]]));
});

test("the options count for every column", () => {
  // From: Excel's VDB with switch: 10000, 0, 5 charges 4000 2400 1440 1080 1080 (Microsoft, VDB function).
  const shown = compare({ salvage: 0, methods: [["DB"]], options: [["switch", true]] }) as unknown[][];
  expect(shown.map(([, charge]) => charge)).toEqual(["DB", 4000, 2400, 1440, 1080, 1080, 10000]);
});

test.each([
  [{ methods: "QUICK" }, '"QUICK" is no method or profile.'],
  [{ methods: [[null, ""]] }, "methods is missing."],
  [{ methods: "SL", cost: "ten" }, 'cost is "ten"'],
])("%j says what would be right", (argued, sentence) => {
  expect(compare(argued)).toMatchObject({ error: "#VALUE!", sentence: expect.stringContaining(sentence) as string });
});

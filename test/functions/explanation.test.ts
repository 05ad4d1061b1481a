/** DEPR.EXPLAIN: the steps lead to the charge of the schedule, and each figure follows from those above it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { addMonths, dayFromText, dayText, firstDay, freedoms, frequencies, monthOf } from "../../src/engine";
import { value } from "../engine/random-assets";
import { assetCells, inOrder, type AssetCells } from "./asset-terms";
import { cell } from "./bundle";

const names = ["method", "start", "frequency", "convention", "options", "events"];

function explain(asset: AssetCells, period: unknown): ReturnType<typeof cell> {
  const { cost, salvage, life } = asset;
  return cell("DEPR.EXPLAIN", cost, salvage, life, period, ...inOrder(asset, names));
}

function schedule(asset: AssetCells): readonly (readonly unknown[])[] | undefined {
  const { cost, salvage, life } = asset;
  const shown = cell("DEPR.SCHEDULE", cost, salvage, life, ...inOrder(asset, names));
  return Array.isArray(shown) ? shown.slice(1) : undefined;
}

/** The figures of the steps of one name, in their order. */
function figures(shown: ReturnType<typeof cell>, name: string): readonly number[] {
  const rows = shown as readonly (readonly unknown[])[];
  return rows.filter(([step]) => step === name).map(([, figure]) => Number(figure));
}

const frequency = fc.constantFrom(...frequencies.map(({ word }) => word));

/** One freedom settled otherwise, as often as not none. */
const policy = fc.oneof(
  fc.constant([]),
  fc.constantFrom(...freedoms.flatMap(({ word, values }) => values.map((one) => [[word, one.word]]))),
);

const improved = fc.boolean();

const assets = fc.tuple(assetCells, frequency, policy, improved).map(([asset, rows, options, isImproved]) => {
  const inMidLife = (start: string): string => dayText(firstDay(addMonths(monthOf(value(dayFromText(start))), 7)));
  const start = asset["start"];
  const events = isImproved && typeof start === "string" ? [[inMidLife(start), "IMPROVEMENT", 120.5]] : undefined;
  return { ...asset, frequency: rows, options: [...(asset["options"] as unknown[][]), ...options], events };
});

function near(left: number, right: number): boolean {
  return Math.abs(left - right) <= 1e-9 * Math.max(1, Math.abs(left));
}

test("the result is the charge of DEPR.SCHEDULE, and exact charges and totals lead to it", () => {
  let explained = 0;
  fc.assert(
    fc.property(assets, fc.nat(), (asset, drawn) => {
      const rows = schedule(asset);
      const row = rows?.[drawn % Math.max(1, rows.length)];
      // What DEPR.SCHEDULE refuses has nothing to explain.
      if (rows === undefined || row === undefined) return;
      explained += 1;
      const shown = explain(asset, row[0]) as readonly (readonly unknown[])[];
      expect(shown[0]).toEqual(["Step", "Figure", "Rule"]);
      expect(shown[1]?.slice(0, 2)).toEqual(["Period", row[0]]);
      expect(shown.at(-1)?.slice(0, 2)).toEqual(["Depreciation", row[2]]);
      const total = (name: string): number => figures(shown, name).reduce((sum, figure) => sum + figure, 0);
      const charged = total("Exact charge") - total("Not charged");
      expect(near(total("Exact total after") - total("Exact total before"), charged)).toBe(true);
      const posted = total("Accumulated after") - total("Accumulated before") + total("Caught up");
      expect(near(posted, Number(row[2]))).toBe(true);
    }),
    { numRuns: 250 },
  );
  expect(explained).toBeGreaterThan(150);
});

test("the days before an event that nobody charges are told as such", () => {
  // 10 over 12 months; the six months from February to July go by uncharged: 10 / 12 x 6.
  const events = [["1990-08-01", "IMPROVEMENT", 120.5]];
  const options = [
    ["year end", 1],
    ["days before an event", "lost"],
  ];
  const asset = {
    method: "SL",
    cost: 10,
    salvage: 0,
    life: 1,
    start: "1990-01-01",
    frequency: "year",
    options,
    events,
  };
  const second = schedule(asset)?.[1]?.[0];
  const shown = explain(asset, second);
  expect(figures(shown, "Not charged")).toEqual([5]);
  expect(figures(shown, "Depreciation")).toEqual([129.67]);
});

test("what is charged at once on an event's day is told beside the formula", () => {
  // Seven of twelve months of 120.50 more are caught up: 70.29 by the cent; the year then takes all that is left, 130.50.
  const asset = { method: "SL", cost: 10, salvage: 0, life: 1, start: "1990-01-01", frequency: "year" };
  const given = { ...asset, options: [["addition", "catch-up"]], events: [["1990-08-01", "IMPROVEMENT", 120.5]] };
  const shown = explain(given, schedule(given)?.[0]?.[0]);
  expect(figures(shown, "Caught up")).toEqual([70.29]);
  expect(figures(shown, "Depreciation")).toEqual([130.5]);
});

test("the exact charge follows from the figures above it", () => {
  fc.assert(
    fc.property(assetCells, frequency, fc.nat(), (asset, rows, drawn) => {
      const given = { ...asset, frequency: rows };
      const all = schedule(given) ?? [];
      const shown = explain(given, all[drawn % Math.max(1, all.length)]?.[0] ?? 1);
      if (!Array.isArray(shown)) return;
      const one = (name: string): number => figures(shown, name)[0] ?? NaN;
      const [exact, left] = [one("Exact charge"), one("Left to charge")];
      const byAge = Math.min(left, one("Base") * (one("Share gone at the end") - one("Share gone at the start")));
      const byYear = [one("Charge of the year"), one("Amount of the year"), one("Charge of the row")].map(
        (charge) => charge * (Number.isNaN(one("Share")) ? 1 : one("Share")),
      );
      expect(exact === 0 || [byAge, ...byYear].some((charge) => near(charge, exact))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

describe("a charge that is known", () => {
  test("declining balance", () => {
    // From: oanor, Depreciation Calculator API, cost 10000, salvage 1000, life 5, factor 2, the second year.
    const shown = explain({ cost: 10000, salvage: 1000, life: 5, method: "DB" }, 2);
    for (const [name, figure] of Object.entries({ Base: 6000, Rate: 0.4, "Exact charge": 2400, Depreciation: 2400 })) {
      expect(figures(shown, name)).toEqual([figure]);
    }
  });

  test("the percentage of a tax year", () => {
    // From: IRS, Publication 946, Table A-1, 5-year property, year 2: 32 percent.
    const shown = explain({ cost: 10000, salvage: 0, life: 5, method: "MACRS" }, 2);
    expect(figures(shown, "Part of the cost")).toEqual([0.32]);
    expect(figures(shown, "Depreciation")).toEqual([3200]);
  });

  test("units", () => {
    // From: AccountingCoach, Various depreciation methods, units of the second year.
    const options = [
      ["total units", 100000],
      ["units", 12000],
      ["units", 30000],
    ];
    const shown = explain({ cost: 100000, salvage: 10000, method: "UOP", options }, 2);
    expect(figures(shown, "Units left")).toEqual([88000]);
    expect(figures(shown, "Depreciation")).toEqual([27000]);
  });

  test("days, and a rounding that moves a cent", () => {
    // By hand: 1,000 over 36 months from 16 December 2025; 31 of the 365 days of 2026 take 333.33.. x 31 / 365.
    const asset = {
      cost: 1000,
      salvage: 0,
      life: 3,
      start: "2025-12-16",
      frequency: "month",
      convention: "actual-days",
    };
    const shown = explain(asset, "2026-01-10");
    expect(figures(shown, "Days of life in the period")).toEqual([31]);
    expect(figures(shown, "Exact charge")[0]).toBeCloseTo(((1000 / 3) * 31) / 365, 10);
    expect(figures(shown, "Depreciation")).toEqual([28.31]);
  });
});

describe("the period", () => {
  const asset = { cost: 12000, salvage: 0, life: 5, start: "2026-03-15", frequency: "month" };

  test("is a number or any date in it", () => {
    const [first] = figures(explain(asset, 1), "Period");
    for (const period of ["2026-03-01", "2026-03-31", 46096, "46112", first]) {
      expect(explain(asset, period)).toEqual(explain(asset, 1));
    }
  });

  test.each<readonly [unknown, string, string]>([
    [null, "#VALUE!", "period is missing."],
    [0, "#NUM!", "period is 0, but must be from 1 to 60."],
    [1.5, "#NUM!", "period is 1.5, but must be a whole number."],
    ["first", "#VALUE!", 'period is "first", but must be a date'],
    [
      "2026-02-28",
      "#VALUE!",
      "period is 2026-02-28, but the periods of the schedule go from 2026-03-01 to 2031-02-28.",
    ],
    ["2031-03-01", "#VALUE!", "period is 2031-03-01, but the periods"],
  ])("%s is %s: %s", (period, error, sentence) => {
    expect(explain(asset, period)).toEqual({ error, sentence: expect.stringContaining(sentence) as string });
  });

  test("errors passed in come out as they are, and the header row can be taken off", () => {
    expect(explain(asset, "#N/A")).toEqual({ error: "#N/A" });
    const bare = explain({ ...asset, options: [["headers", false]] }, 1) as readonly unknown[];
    expect(bare).toEqual((explain(asset, 1) as readonly unknown[]).slice(1));
  });
});

test("the table of the help page is what the formula spills", () => {
  const text = readFileSync(join(__dirname, "../../docs/functions/DEPR.EXPLAIN.md"), "utf8");
  const [, table = ""] = text.split("spills\n\n");
  const printed = table.split("\n\n")[0]?.split("\n") ?? [];
  const rows = printed.map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((part) => part.trim().replace(/(?<=\d),(?=\d)/g, "")),
  );
  const shown = explain({ cost: 10000, salvage: 1000, life: 5, method: "DB" }, 2) as readonly (readonly unknown[])[];
  expect(rows.filter((_row, at) => at !== 1)).toEqual(shown.map((row) => row.map(String)));
});

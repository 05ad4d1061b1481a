// DEPR.SCHEDULE with the terms that single methods need, and with what happens in mid-life.
import { charges, column, headers, schedule } from "./schedule-cells";

describe("methods with terms of their own", () => {
  test.each<readonly [string, Readonly<Record<string, unknown>>, readonly number[]]>([
    // IRS, Publication 946, Table A-1: 20.00 32.00 19.20 11.52 11.52 5.76 percent, whatever the salvage.
    ["MACRS", { method: "MACRS" }, [2000, 3200, 1920, 1152, 1152, 576]],
    // Table A-3, placed in service in the second quarter: 25.00 30.00 18.00 11.37 11.37 4.26 percent.
    [
      "MACRS by its quarter",
      { method: "MACRS", start: "2026-05-05", convention: "mid-quarter" },
      [2500, 3000, 1800, 1137, 1137, 426],
    ],
    // Table A-7a, in service in month 1: 2.461, then 2.564 percent.
    ["MACRS of real property", { method: "MACRS", life: 39, start: "2026-01-05" }, [246.1, 256.4, 256.4]],
    // Microsoft, DB function.
    [
      "FDB",
      { method: "FDB", cost: 1_000_000, salvage: 100_000, life: 6, options: [["month", 7]] },
      [186083.33, 259639.42, 176814.44, 120410.64, 81999.64, 55841.76, 15845.1],
    ],
    // A textbook's sheet (scribd 911432383): 5,000 units in all.
    [
      "UOP",
      {
        method: "UOP",
        salvage: 2000,
        life: null,
        options: [["total units", 5000], ...[1200, 500, 1800, 300, 1100].map((units) => ["units", units])],
      },
      [1920, 800, 2880, 480, 1760],
    ],
    [
      "MANUAL",
      { method: "MANUAL", life: null, options: [500, 0, 250.25].map((one) => ["charges", one]) },
      [500, 0, 250.25],
    ],
    ["SL by amount", { life: null, salvage: 8500, options: [["amount", 1000]] }, [1000, 500]],
  ])("%s", (_, argued, expected) => {
    expect(charges(schedule(argued)).slice(0, Math.max(expected.length, 3))).toEqual(expected);
  });
});

describe("events", () => {
  const headersWithEvents = [...headers, "Adjustment", "Event"];
  // IAS 36.117's example in Illustrative Example 4 style: 100,000 over 10 years, impaired to 42,000 after 4 years.
  const impaired = { cost: 100_000, salvage: 0, life: 10, start: "2026-01-01" };

  test("add two columns: what else changed the book value, and what it was", () => {
    const shown = schedule({ ...impaired, events: [["2030-01-01", "IMPAIRMENT", 18_000]] });
    expect(Array.isArray(shown) && shown[0]).toEqual(headersWithEvents);
    expect(Array.isArray(shown) && shown[5]).toEqual([47848, 60000, 7000, 47000, 35000, -18000, "IMPAIRMENT"]);
    expect(Array.isArray(shown) && shown[4]).toEqual([47483, 70000, 10000, 40000, 60000, 0, ""]);
  });

  test("may have a header row, in any order of columns, and blank rows", () => {
    const events = [
      ["Type", "Value", "Date"],
      [null, null, null],
      ["impairment", 18_000, 47484],
    ];
    const plain = [[47484, "IMPAIRMENT", 18_000]];
    expect(schedule({ ...impaired, events })).toEqual(schedule({ ...impaired, events: plain }));
  });

  test.each([
    ["a header row alone", [["Date", "Type", "Value"]]],
    [
      "a header row and blank rows",
      [
        ["Date", "Type", "Value"],
        [null, "", null],
      ],
    ],
    [
      "blank cells",
      [
        [null, null],
        ["", ""],
      ],
    ],
  ])("%s tells of no event", (_, events) => {
    expect(schedule({ ...impaired, events })).toEqual(schedule(impaired));
    expect(schedule({ events })).toEqual(schedule({}));
  });

  test("a new life, in months, goes over what is left", () => {
    // Emile Woolf, ACCA P2: 200,000 less 30,000 a year for two years; then salvage 50,000 and two more years: 45,000 each.
    const terms = { cost: 200_000, salvage: 50_000, life: 5, start: "2026-01-01" };
    const shown = schedule({ ...terms, events: [["2028-01-01", "LIFE", 24]] });
    expect(charges(shown)).toEqual([30_000, 30_000, 45_000, 45_000]);
  });

  test("half of an asset may go", () => {
    const events = [["2028-01-01", "DISPOSAL", 30_000, 0.5]];
    const shown = schedule({ ...impaired, events });
    expect(charges(shown).slice(0, 4)).toEqual([10_000, 10_000, 5000, 5000]);
    expect(column(shown, 5)[2]).toBe(-40_000);
  });
});

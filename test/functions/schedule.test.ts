import { charges, column, headers, periods, schedule } from "./schedule-cells";

describe("the three schedules of the oanor document come out to the digit", () => {
  // From: oanor, Depreciation Calculator API: depreciation, accumulated and book_value of years 1 to 5.
  test.each([
    ["SL", "1800 1800 8200 | 1800 3600 6400 | 1800 5400 4600 | 1800 7200 2800 | 1800 9000 1000"],
    ["DB", "4000 4000 6000 | 2400 6400 3600 | 1440 7840 2160 | 864 8704 1296 | 296 9000 1000"],
    ["SYD", "3000 3000 7000 | 2400 5400 4600 | 1800 7200 2800 | 1200 8400 1600 | 600 9000 1000"],
  ])("%s", (method, document) => {
    const rows = document.split(" | ").map((row) => row.split(" ").map(Number));
    const opening = (year: number): number | undefined => (year === 0 ? 10000 : rows[year - 1]?.[2]);
    const expected = rows.map((row, year) => [year + 1, opening(year), ...row]);
    expect(schedule({ method, options: [["profile", "oanor"]] })).toEqual([headers, ...expected]);
  });
});

test("straight line is meant where no method is given", () => {
  expect(charges(schedule({}))).toEqual([1800, 1800, 1800, 1800, 1800]);
});

describe("words may be written in any way", () => {
  test.each(["half-year", "Half Year", "HALFYEAR", "half_year"])("the convention %s", (convention) => {
    // From: the rule of the half-year convention: half of the first year's 40 %, and the rest half a year later.
    const shown = schedule({ salvage: 0, method: "db", start: "2026-07-01", convention });
    expect(charges(shown)).toEqual([2000, 3200, 1920, 1152, 691.2, 207.36]);
  });

  test.each(["declining-balance", "Declining Balance", "DDB"])("the method %s", (method) => {
    expect(charges(schedule({ method }))).toEqual([4000, 2400, 1440, 864, 296]);
  });

  test.each(["year end", "Year-End", "YEAREND"])("the option %s", (name) => {
    expect(periods(schedule({ life: 1, start: "2026-01-01", options: [[name, 6]] }))).toHaveLength(2);
  });
});

describe("periods", () => {
  test("are numbered without a start, by the frequency", () => {
    expect(periods(schedule({ life: 1, frequency: "quarter" }))).toEqual([1, 2, 3, 4]);
  });

  // 46053 is 2026-01-31: Excel's DATEVALUE("2026-01-31").
  test("are dated by their last day with a start", () => {
    const monthly = schedule({ life: 0.25, start: "2026-01-15", frequency: "month" });
    expect(periods(monthly)).toEqual([46053, 46081, 46112]);
  });

  test("follow the year end", () => {
    const shown = schedule({ life: 2, start: "2026-01-15", options: [["year end", 3]] });
    // 2026-03-31, 2027-03-31 and 2028-03-31; three of the first year's months, then twelve, then nine.
    expect(periods(shown)).toEqual([46112, 46477, 46843]);
    expect(charges(shown)).toEqual([1125, 4500, 3375]);
  });

  test("count from the other day in a workbook of the 1904 date system", () => {
    const options = [["date system", 1904]];
    const serial = schedule({ life: 1, start: 46037 - 1462, options });
    expect(periods(serial)).toEqual([46387 - 1462]);
    expect(serial).toEqual(schedule({ life: 1, start: "2026-01-15", options }));
  });

  test("of a start with a time of day are those of its day", () => {
    expect(schedule({ start: 46037.75 })).toEqual(schedule({ start: "2026-01-15" }));
  });
});

describe("options", () => {
  test.each<readonly [string, readonly (readonly unknown[])[], Readonly<Record<string, unknown>>, readonly number[]]>([
    ["factor", [["factor", 1.5]], { method: "DB", life: 4, salvage: 0 }, [3750, 2343.75, 1464.84, 915.53]],
    ["switch", [["switch", true]], { method: "DB", salvage: 0 }, [4000, 2400, 1440, 1080, 1080]],
    ["rate", [["rate", 0.5]], { method: "RB", life: 3, salvage: 0 }, [5000, 2500, 1250]],
    ["rate as text", [["rate", "50%"]], { method: "RB", life: 3, salvage: 0 }, [5000, 2500, 1250]],
    ["decimals", [["decimals", 0]], { cost: 100, salvage: 0, life: 3 }, [33, 34, 33]],
    ["method", [["method", "SYD"]], {}, [3000, 2400, 1800, 1200, 600]],
  ])("%s counts", (_, options, argued, expected) => {
    expect(charges(schedule({ ...argued, options }))).toEqual(expected);
  });

  test("headers FALSE takes the header row off", () => {
    expect(schedule({ life: 1, options: [["headers", false]] })).toEqual([[1, 10000, 9000, 9000, 1000]]);
  });

  test("an argument beats the option", () => {
    expect(charges(schedule({ method: "SL", options: [["method", "DB"]] }))).toEqual(charges(schedule({})));
  });

  test("the option beats the profile", () => {
    const options = [
      ["profile", "excel"],
      ["convention", "half-year"],
    ];
    const shown = schedule({ salvage: 0, method: "DB", start: "2026-07-01", options });
    expect(charges(shown)).toEqual([2000, 3200, 1920, 1152, 691.2, 207.36]);
  });

  test.each<readonly [string, readonly (readonly unknown[])[]]>([
    ["a factor with SL", [["factor", 3]]],
    ["a factor with SL that DB would refuse", [["factor", -3]]],
    ["a switch with SL", [["switch", true]]],
    ["a year end without a start", [["year end", 6]]],
    ["a convention among the options without a start", [["convention", "half-year"]]],
    ["the day count where months count", [["day count", "actual"]]],
    ["a blank value", [["decimals", null]]],
    [
      "blank rows",
      [
        ["", ""],
        [null, null],
      ],
    ],
    ["further columns that are blank", [["factor", 3, null]]],
  ])("%s changes nothing", (_, options) => {
    expect(schedule({ options })).toEqual(schedule({}));
  });
});

test("opening balances begin the schedule where the other books ended", () => {
  const options = [
    ["opening accumulated", 3600],
    ["opening date", "2027-12-31"],
  ];
  const shown = schedule({ start: "2026-01-01", options });
  expect(periods(shown)).toHaveLength(3);
  expect(charges(shown)).toEqual([1800, 1800, 1800]);
});

test("freedoms are options", () => {
  const options = [
    ["declining end", "rest-last"],
    ["rounding", "each-period"],
  ];
  // 10,000 at 40 % a year, and the whole rest, 1,296, last.
  expect(charges(schedule({ method: "DB", salvage: 0, options }))).toEqual([4000, 2400, 1440, 864, 1296]);
});

test("reducing balance needs no life", () => {
  const options = [["rate", 0.3]];
  expect(column(schedule({ method: "RB", life: null, options }), 4).at(-1)).toBe(1000);
});

describe("a bad argument is named with its value and what would be right", () => {
  const known =
    "Use factor, rate, amount, month, switch, decimals, headers, year end, profile, date system, total units";

  test.each<readonly [Readonly<Record<string, unknown>>, string, string]>([
    [{ method: "MAGIC" }, "#VALUE!", '"MAGIC" is no method. Use SL, DB, SYD, RB, FDB, UOP, MACRS, MANUAL, NONE.'],
    [{ frequency: "week" }, "#VALUE!", '"week" is no frequency. Use year, half-year, quarter, month.'],
    [{ method: "MACRS", life: 6 }, "#VALUE!", '"6" is no class. Use 3, 5, 7, 10, 15, 20, 27.5, 39, 40.'],
    [{ method: "UOP" }, "#VALUE!", "total units is missing."],
    [{ method: "MANUAL" }, "#VALUE!", "a list of charges is missing."],
    [{ method: "FDB", start: 46037 }, "#VALUE!", "FDB has no dates, as Excel's own has none."],
    [{ convention: "full-month" }, "#VALUE!", "convention counts only with a start date."],
    [{ events: [["2026-01-01", "IMPAIRMENT", 5]] }, "#VALUE!", "events counts only with a start date."],
    [{ start: 46037, events: [["x", "STOP", 1]] }, "#VALUE!", 'the date of an event is "x", but must be a date'],
    [{ start: 46037, events: [[46100, "y", 1]] }, "#VALUE!", '"y" is no event type. Use IMPROVEMENT,'],
    [{ start: 46037, events: [[null, "STOP", 1]] }, "#VALUE!", "the date of an event is missing."],
    [{ start: 46037, events: [[46100, "IMPROVEMENT", null]] }, "#VALUE!", "the value of IMPROVEMENT is missing."],
    [{ start: 46037, events: [[46100, "RESUME", null]] }, "#VALUE!", "the asset is not stopped"],
    [{ start: 46037, options: [["opening accumulated", 5]] }, "#VALUE!", "opening date is missing."],
    [{ start: 46037, options: [["opening date", 46100]] }, "#VALUE!", "opening accumulated is missing."],
    [{ start: "15.01.2026" }, "#VALUE!", 'start is "15.01.2026", but must be a date from 1900-03-01'],
    [{ start: "2026-02-30" }, "#VALUE!", 'start is "2026-02-30", but must be a date from 1900-03-01'],
    [{ start: 60 }, "#VALUE!", 'start is "60", but must be a date from 1900-03-01'],
    [{ start: true }, "#VALUE!", 'start is "TRUE", but must be a date from 1900-03-01'],
    [{ life: null }, "#VALUE!", "life is missing."],
    [{ life: 2.55, start: 46037 }, "#NUM!", "life is 2.55, but with dates it must be a whole number of months"],
    [{ cost: 10.005 }, "#NUM!", "cost is 10.005, which has more than 2 decimals."],
    [{ salvage: 20000 }, "#NUM!", "salvage is 20000, but must not be more than the cost, which is 10000."],
    [{ method: "RB" }, "#VALUE!", "rate is missing."],
    [{ method: "RB", options: [["rate", 30]] }, "#NUM!", "rate is 30, but must be a fraction below 1"],
    [{ options: [["colour", 1]] }, "#VALUE!", `"colour" is no option. ${known}`],
    [{ options: [["decimals", 5]] }, "#NUM!", "decimals is 5, but must be from 0 to 4."],
    [{ options: [["decimals", 1.5]] }, "#NUM!", "decimals is 1.5, but must be a whole number."],
    [{ options: [["year end", 13]] }, "#NUM!", "year end is 13, but must be from 1 to 12."],
    [{ options: [["headers", "perhaps"]] }, "#VALUE!", 'headers is "perhaps", but must be TRUE or FALSE.'],
    [{ options: [["profile", "abacus"]] }, "#VALUE!", '"abacus" is no profile. Use excel, oanor'],
    [{ life: 4.5, options: [["profile", "oanor"]] }, "#NUM!", "life is 4.5, but must be a whole number of years"],
    [{ options: [["date system", 1905]] }, "#VALUE!", '"1905" is no date system. Use 1900, 1904.'],
    [{ options: [["day count", "lunar"]] }, "#VALUE!", '"lunar" is no day count. Use actual, actual/365,'],
    [
      {
        options: [
          ["factor", 1],
          ["Factor", 2],
        ],
      },
      "#VALUE!",
      "The option factor is given as 1 and as 2.",
    ],
    [{ options: [["factor"]] }, "#VALUE!", "options must have two columns"],
    [{ options: [["factor", 1, 2]] }, "#VALUE!", "options must have two columns"],
    [{ options: [[null, 2]] }, "#VALUE!", "In options, the value 2 has no name beside it."],
  ])("%j is %s: %s", (argued, error, sentence) => {
    expect(schedule(argued)).toEqual({ error, sentence: expect.stringContaining(sentence) as string });
  });

  test("an error among the options or events comes out as it is", () => {
    expect(schedule({ options: [["factor", "#N/A"]] })).toEqual({ error: "#N/A" });
    expect(schedule({ events: [["#REF!", null, null]] })).toEqual({ error: "#REF!" });
  });
});

// Goal: what is posted stays as it was posted, whatever is corrected in the register; the difference goes where the
// accountant says. Method: a van whose figures are written out by hand from the register's terms. Authority for the two
// ways: IAS 8.36 (a change in estimate concerns the future) and IAS 8.42 (an error is put right at once).
import { dayText, frequencies, type Frequency } from "../../src/engine";
import {
  buildSchedule,
  changes,
  noAccounts,
  noEvents,
  readEvents,
  readRegister,
  type BuildHow,
  type BuiltSchedule,
  type Cell,
  type Events,
  type Register,
  type ScheduleLine,
} from "../../src/sheet";
import { month } from "./two-assets";
import { usualSettings as settings } from "./worked-tables";

const monthly = frequencies.find(({ months }) => months === 1) as Frequency;
const quarterly = frequencies.find(({ months }) => months === 3) as Frequency;
const estimate = changes.find(({ goes }) => goes === "forward");
const error = changes.find(({ goes }) => goes === "at-once");

/** A van of 10,000.00 less 1,000.00 over so many months, in service on 2026-01-15 (46037). */
function van(life: number, cost = 10_000): Register {
  const header = ["Asset", "Description", "Cost", "Salvage", "In service", "Life (months)"];
  return readRegister([header, ["A-1", "Van", cost, 1000, 46_037, life]], settings);
}

function build(register: Register, to: string, how: Partial<BuildHow> = {}, events: Events = noEvents): BuiltSchedule {
  const all = { frequency: monthly, posted: [], ...how };
  return buildSchedule(register, noAccounts, events, month("2026-01"), month(to), all);
}

function shown({ lines }: Pick<BuiltSchedule, "lines">): readonly string[] {
  return lines.map(({ periodStart, periodEnd, amount, chargedToDate = 0, change = "" }) =>
    [periodStart === undefined ? "-" : dayText(periodStart), dayText(periodEnd), amount, chargedToDate, change].join(
      " ",
    ),
  );
}

// 9,000.00 over 60 months: 150.00 a month.
const twoPosted = build(van(60), "2026-02").lines;

describe("rows of other lengths", () => {
  // oanor, Depreciation Calculator API: 10,000 less 1,000 over five years is 1,800 a year.
  test.each([
    ["month", 12, "2026-01-01 2026-01-31 15000 15000 ", "2026-12-01 2026-12-31 15000 180000 "],
    ["quarter", 4, "2026-01-01 2026-03-31 45000 45000 ", "2026-10-01 2026-12-31 45000 180000 "],
    ["half-year", 2, "2026-01-01 2026-06-30 90000 90000 ", "2026-07-01 2026-12-31 90000 180000 "],
    ["year", 1, "2026-01-01 2026-12-31 180000 180000 ", "2026-01-01 2026-12-31 180000 180000 "],
  ])("a %s: %i rows a year, each with the days that it stands for", (word, count, first, last) => {
    const rows = shown(
      build(van(60), "2026-12", { frequency: frequencies.find((one) => one.word === word) as Frequency }),
    );
    expect([rows.length, rows[0], rows.at(-1)]).toEqual([count, first, last]);
  });

  test("a period that is asked for in part has the months that are asked for", () => {
    expect(shown(build(van(60), "2026-05", { frequency: quarterly }))).toEqual([
      "2026-01-01 2026-03-31 45000 45000 ",
      "2026-04-01 2026-05-31 30000 75000 ",
    ]);
  });

  test("months that are posted are covered, and a longer row takes only the others of its period", () => {
    const { lines, differences } = build(van(60), "2026-06", { frequency: quarterly, posted: twoPosted });
    expect(differences).toEqual([]);
    expect(shown({ lines })).toEqual([
      "2026-01-01 2026-01-31 15000 15000 ",
      "2026-02-01 2026-02-28 15000 30000 ",
      "2026-03-01 2026-03-31 15000 45000 ",
      "2026-04-01 2026-06-30 45000 90000 ",
    ]);
  });

  test("what is charged to date counts the months that have no row, and the opening balance", () => {
    const { lines } = buildSchedule(van(60), noAccounts, noEvents, month("2026-04"), month("2026-04"));
    expect(shown({ lines })).toEqual(["2026-04-01 2026-04-30 15000 60000 "]);
    const header = ["Asset", "Cost", "Salvage", "In service", "Life", "Opening accumulated", "Opening date"];
    // 1,800.00 until 2026-12-31 (46387).
    const opened = readRegister([header, ["A-1", 10_000, 1000, 46_037, 5, 1800, 46_387]], settings);
    const next = buildSchedule(opened, noAccounts, noEvents, month("2027-01"), month("2027-01"));
    expect(shown(next)).toEqual(["2027-01-01 2027-01-31 15000 195000 "]);
  });
});

describe("a life corrected after two months were posted", () => {
  test("changes no posted month, and offers no open one before somebody has said what it is", () => {
    const { lines, differences } = build(van(36), "2026-04", { posted: twoPosted });
    // 9,000.00 over 36 months is 250.00 a month.
    expect(differences).toEqual([{ asset: "A-1", posted: 300_00, computed: 500_00 }]);
    expect(shown({ lines })).toEqual(shown({ lines: twoPosted }));
  });

  test("as an estimate: what is left is spread over the months that are left", () => {
    const { lines, findings } = build(van(36), "2026-04", { posted: twoPosted, change: estimate });
    expect(findings).toEqual([]);
    // 9,000.00 - 300.00 = 8,700.00 over 34 months: 255.88, and 255.89 where the total rounds up.
    expect(shown({ lines })).toEqual([
      ...shown({ lines: twoPosted }),
      "2026-03-01 2026-03-31 25588 55588 ESTIMATE",
      "2026-04-01 2026-04-30 25588 81176 ",
    ]);
    expect(lines[2]?.memo).toBe("Depreciation 2026-03, Van (change in estimate)");
  });

  test("an estimate that is posted is not asked about again, and goes on as it began", () => {
    const { lines } = build(van(36), "2026-03", { posted: twoPosted, change: estimate });
    const next = build(van(36), "2026-04", { posted: lines });
    expect(next.differences).toEqual([]);
    expect(shown(next).at(-1)).toBe("2026-04-01 2026-04-30 25588 81176 ");
  });

  test("as an error: one row makes up for what is posted, beside the charge of the first open month", () => {
    const { lines } = build(van(36), "2026-04", { posted: twoPosted, change: error });
    expect(shown({ lines })).toEqual([
      ...shown({ lines: twoPosted }),
      "2026-03-01 2026-03-31 25000 55000 ",
      "- 2026-03-31 20000 75000 ERROR",
      "2026-04-01 2026-04-30 25000 100000 ",
    ]);
    expect(lines[3]?.memo).toBe("Catch-up 2026-03, Van (correction of an error)");
    const next = build(van(36), "2026-05", { posted: lines });
    expect([next.differences, shown(next).at(-1)]).toEqual([[], "2026-05-01 2026-05-31 25000 125000 "]);
  });

  test("as an error the other way: the next charge is so much less", () => {
    // 9,000.00 over 75 months is 120.00: 60.00 too much were posted, and 120.00 - 60.00 = 60.00.
    const { lines } = build(van(75), "2026-04", { posted: twoPosted, change: error });
    expect(shown({ lines }).slice(2)).toEqual([
      "2026-03-01 2026-03-31 6000 36000 ERROR",
      "2026-04-01 2026-04-30 12000 48000 ",
    ]);
    expect(lines[2]?.memo).toBe("Depreciation 2026-03, Van, less 60.00 (correction of an error)");
    expect(build(van(75), "2026-04", { posted: lines }).differences).toEqual([]);
  });

  test("an error that the next charge cannot bear is a sentence, and nothing is offered", () => {
    // 9,000.00 over 180 months is 50.00: 200.00 too much, and 50.00 - 200.00 is below 0.
    const { lines, findings } = build(van(180), "2026-04", { posted: twoPosted, change: error });
    expect(shown({ lines })).toEqual(shown({ lines: twoPosted }));
    expect(findings).toMatchObject([{ table: "register", row: 1, code: "correction-below-zero" }]);
    expect(findings[0]?.sentence).toBe(
      'The correction of asset "A-1" would make the charge of 2026-03 -150.00, which is not above 0. ' +
        "Reverse the posted months, or post the correction in the ledger by hand.",
    );
  });

  test("a second correction starts from the first", () => {
    const { lines } = build(van(36), "2026-03", { posted: twoPosted, change: estimate });
    // 9,000.00 - 555.88 = 8,444.12 over 21 months is 402.10.
    const second = build(van(24), "2026-04", { posted: lines, change: estimate });
    expect(second.differences).toHaveLength(1);
    expect(shown(second).at(-1)).toBe("2026-04-01 2026-04-30 40210 95798 ESTIMATE");
  });
});

test("a cost below what is posted is refused with the engine's words, and what is posted stays", () => {
  const { lines, findings } = build(van(60, 1000), "2026-04", {
    posted: twoPosted.map((line) => ({ ...line, amount: 900_00 as ScheduleLine["amount"] })),
    change: estimate,
  });
  expect(lines).toHaveLength(2);
  expect(findings).toMatchObject([{ table: "register", row: 1 }]);
});

test("an improvement before the change stays in what is spread", () => {
  const header = ["Asset", "Date", "Type", "Value"];
  // 46073 is 2026-02-20.
  const rows: readonly (readonly Cell[])[] = [header, ["A-1", 46_073, "IMPROVEMENT", 600]];
  const events = readEvents(rows, settings);
  const posted = build(van(60), "2026-02", {}, events).lines.filter(({ type }) => type === "DEPRECIATION");
  // 150.00 and 160.17 are posted; (9,600.00 - 310.17) over 34 months is 273.23.
  expect(posted.map(({ amount }) => amount)).toEqual([15_000, 16_017]);
  const { lines } = build(van(36), "2026-03", { posted, change: estimate }, events);
  expect(shown({ lines: lines.slice(-1) })).toEqual(["2026-03-01 2026-03-31 27323 58340 ESTIMATE"]);
});

test("posted charges of assets that are no longer in the register stay in the sheet", () => {
  const gone = twoPosted.map((line) => ({ ...line, asset: "A-9" }));
  expect(build(van(60), "2026-01", { posted: gone }).lines.map(({ asset }) => asset)).toEqual(["A-1", "A-9", "A-9"]);
});

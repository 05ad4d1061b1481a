// Goal: no day of an asset is charged twice by one sheet, and a sheet from before there were periods reads as months.
// Method: the cells of schedules as people may have edited them.
import { dayText } from "../../src/engine";
import { coveredRange, rangeText, readSchedule, scheduleMatrix, type Cell } from "../../src/sheet";
import { built } from "./two-assets";
import { usualSettings as settings } from "./worked-tables";

const header = [
  "Asset",
  "Period end",
  "Type",
  "Amount",
  "Counter account",
  "Memo",
  "Period start",
  "Change",
  "Posting date",
];
// 46023 is 2026-01-01, 46053 2026-01-31, 46081 2026-02-28, 46112 2026-03-31.
interface More {
  readonly type?: string;
  readonly amount?: number;
  readonly change?: string;
  readonly posting?: Cell;
}
const row = (end: number, start: Cell = null, more: More = {}) => {
  const { type = "DEPRECIATION", amount = 150, change = "", posting = null } = more;
  return ["A-1", end, type, amount, "DEPRECIATION", "", start, change, posting];
};
const read = (...rows: readonly (readonly Cell[])[]) => readSchedule([header, ...rows], settings);
const told = ({ findings }: ReturnType<typeof readSchedule>) => findings.map(({ row: at, code }) => [at, code]);

test("a schedule is read back with its periods, totals and changes as it was written", () => {
  const { lines } = built();
  const marked = lines.map((line, index) => (index === 1 ? { ...line, change: "ESTIMATE" as const } : line));
  const again = readSchedule(scheduleMatrix(marked, settings), settings);
  expect(again.lines).toMatchObject(marked);
  expect(again.lines).toHaveLength(marked.length);
});

test("a sheet from before there were periods reads as months", () => {
  const old = [header.slice(0, 6), row(46_081).slice(0, 6)];
  const [line] = readSchedule(old, settings).lines;
  expect(line).not.toHaveProperty("periodStart");
  expect(line && coveredRange(line)).toEqual({ first: 20_485, last: 20_512 });
  expect([dayText(20_485 as never), dayText(20_512 as never)]).toEqual(["2026-02-01", "2026-02-28"]);
});

describe("two rows that stand for the same days", () => {
  test("are both refused, with both periods and amounts", () => {
    const { lines, findings } = read(row(46_112, 46_023, { amount: 450 }), row(46_081));
    expect(lines).toEqual([]);
    expect(findings.map(({ row: at, code, sentence }) => [at, code, sentence])).toEqual([
      [
        2,
        "overlapping-line",
        'Asset "A-1" is charged 150.00 for 2026-02 here and 450.00 for 2026-01 to 2026-03 in row 2. ' +
          "Keep one of the two, or mend their periods: no day is charged twice.",
      ],
      [
        1,
        "overlapping-line",
        'Asset "A-1" is charged 450.00 for 2026-01 to 2026-03 here and 150.00 for 2026-02 in row 3. ' +
          "Keep one of the two, or mend their periods: no day is charged twice.",
      ],
    ]);
  });

  test("are found across a row between them, and a row beside them is not refused", () => {
    const { lines, findings } = read(
      row(46_053, 46_023),
      row(46_112, 46_023),
      row(46_081, 46_054),
      row(46_142, 46_113),
    );
    expect(
      told({ lines, findings })
        .map(([at]) => at)
        .sort(),
    ).toEqual([1, 2, 3]);
    expect(lines.map((line) => line.row)).toEqual([4]);
  });

  test("may be an improvement beside a charge, or a correction that has no period", () => {
    const improvement = row(46_081, null, { type: "IMPROVEMENT" });
    const { lines, findings } = read(row(46_081), improvement, row(46_081, null, { change: "ERROR" }));
    expect([lines.length, findings]).toEqual([3, []]);
  });

  test("may not be two assets' rows", () => {
    const other = ["A-2", ...row(46_112, 46_023).slice(1)];
    expect(told(read(row(46_081), other))).toEqual([]);
  });
});

test("two improvements of one day are two rows, unless all of them is the same", () => {
  const one = row(46_073, null, { type: "IMPROVEMENT", amount: 600 });
  const other = row(46_073, null, { type: "IMPROVEMENT", amount: 300 });
  expect(told(read(one, other))).toEqual([]);
  expect(told(read(one, one))).toEqual([
    [1, "duplicate-line"],
    [2, "duplicate-line"],
  ]);
});

test("a row may be posted after its period, and stays the charge of its period", () => {
  const { lines, findings } = read(row(46_053, 46_023, { posting: 46_081 }));
  expect(findings).toEqual([]);
  expect(lines.map(({ periodEnd, postingDate }) => [dayText(periodEnd), postingDate && dayText(postingDate)])).toEqual([
    ["2026-01-31", "2026-02-28"],
  ]);
  expect(lines[0] && coveredRange(lines[0])).toEqual({ first: 20_454, last: 20_484 });
  const again = readSchedule(scheduleMatrix(lines, settings), settings);
  expect(again.lines).toMatchObject([{ periodEnd: 20_484, postingDate: 20_512 }]);
});

test("a posting date that is the period's end says nothing; one before it is refused", () => {
  expect(read(row(46_081, 46_054, { posting: 46_081 })).lines[0]).not.toHaveProperty("postingDate");
  const { lines, findings } = read(row(46_081, 46_054, { posting: 46_053 }));
  expect(lines).toEqual([]);
  expect(findings).toMatchObject([{ row: 1, column: 8, code: "posting-date-early" }]);
  expect(findings[0]?.sentence).toBe(
    "Posting date is 2026-01-31, before the period's end 2026-02-28. It must be a later day; left empty, it is the period's end.",
  );
});

test("a period that begins after its end is refused at its start", () => {
  const { findings } = read(row(46_053, 46_054));
  expect(findings).toMatchObject([{ row: 1, column: 6, code: "period-reversed" }]);
  expect(findings[0]?.sentence).toBe(
    "Period start is 2026-02-01, after the period's end 2026-01-31. It must be the period's first day.",
  );
});

test.each([
  ["2026-01", 20_454, 20_484],
  ["2026-01 to 2026-02", 20_454, 20_512],
  ["2026-01-02 to 2026-01-31", 20_455, 20_484],
])("%s is said so", (text, first, last) => {
  expect(rangeText({ first: first as never, last: last as never })).toBe(text);
});

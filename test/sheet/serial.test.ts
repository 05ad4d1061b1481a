import { dayText, type Result } from "../../src/engine";
import { dayFromCell } from "../../src/sheet/cell-day";
import { looksLikeNumber, numberFromCell } from "../../src/sheet/cell-number";
import { dateSystems, dayFromSerial, serialOfDay, type DateSystem } from "../../src/sheet/serial";

function shown<T>(read: Result<T>): T | string {
  return read.ok ? read.value : read.problem.code;
}

describe("a serial number is the day that Excel shows for it", () => {
  // From: Microsoft, "Date systems in Excel": July 5, 2011 is 40729 in the 1900 system and 39267 in the 1904 system;
  // ECMA-376, part 1, 18.17.4.1: the last day of both systems is 9999-12-31.
  test.each<readonly [number, DateSystem, string]>([
    [61, "1900", "1900-03-01"],
    [25569, "1900", "1970-01-01"],
    [40729, "1900", "2011-07-05"],
    [39267, "1904", "2011-07-05"],
    [0, "1904", "1904-01-01"],
    [2958465, "1900", "9999-12-31"],
    [2957003, "1904", "9999-12-31"],
    [40729.999, "1900", "2011-07-05"],
  ])("%d in the %s system", (serial, system, text) => {
    const day = dayFromSerial(serial, system);
    expect(day.ok && dayText(day.value)).toBe(text);
    expect(day.ok && serialOfDay(day.value, system)).toBe(Math.floor(serial));
  });

  test.each<readonly [number, DateSystem]>([
    [60, "1900"],
    [0, "1900"],
    [-1, "1904"],
    [2958466, "1900"],
    [2957004, "1904"],
    [NaN, "1900"],
    [Infinity, "1904"],
  ])("%d is no day in the %s system", (serial, system) => {
    expect(shown(dayFromSerial(serial, system))).toBe("not-a-date");
  });

  test("the same day is 1462 apart in the two systems", () => {
    const [late, early] = dateSystems.map((system) => dayFromSerial(40729, system));
    expect(early?.ok === true && late?.ok === true && early.value - late.value).toBe(1462);
  });
});

describe("text that looks like a number is one", () => {
  test.each<readonly [string, number]>([
    ["5", 5],
    [" 5 ", 5],
    ["-5", -5],
    ["+5", 5],
    ["5.", 5],
    [".5", 0.5],
    ["1,234", 1234],
    ["1,234,567.89", 1234567.89],
    ["1e3", 1000],
    ["1.5E-2", 0.015],
    ["30%", 0.3],
    ["33.3 %", 0.333],
    ["-1,000%", -10],
  ])("%j is %d", (text, number) => {
    expect(shown(numberFromCell(text, "cost"))).toBe(number);
    expect(looksLikeNumber(text)).toBe(true);
  });

  test.each([
    "1,5",
    "1,23",
    "12,34,567",
    "1.234,56",
    "$5",
    "5 €",
    "(5)",
    "0x10",
    "Infinity",
    "NaN",
    ".",
    "-",
    "%",
    "e3",
  ])("%j is none", (text) => {
    expect(shown(numberFromCell(text, "cost"))).toBe("not-a-number");
    expect(looksLikeNumber(text)).toBe(false);
  });

  test.each([null, undefined, "", "  "])("%j is missing", (blank) => {
    expect(shown(numberFromCell(blank, "cost"))).toBe("missing");
  });

  test.each([true, NaN, Infinity, [[1, 2]], {}, "1e999"])("%j is no number", (value) => {
    expect(shown(numberFromCell(value, "cost"))).toBe("not-a-number");
  });
});

describe("a date cell", () => {
  test.each<readonly [unknown, string]>([
    [46037, "2026-01-15"],
    [46037.5, "2026-01-15"],
    ["46037", "2026-01-15"],
    ["2026-01-15", "2026-01-15"],
    [" 2026-01-15 ", "2026-01-15"],
  ])("%j is a day", (value, text) => {
    const day = dayFromCell(value, "start", "1900");
    expect(day.ok && dayText(day.value)).toBe(text);
  });

  test.each<readonly [unknown, string]>([
    ["15.01.2026", "not-a-date"],
    ["2026-13-01", "not-a-date"],
    ["tomorrow", "not-a-date"],
    [true, "not-a-date"],
    [59, "not-a-date"],
    [null, "missing"],
    ["", "missing"],
  ])("%j is none", (value, code) => {
    expect(shown(dayFromCell(value, "start", "1900"))).toBe(code);
  });
});

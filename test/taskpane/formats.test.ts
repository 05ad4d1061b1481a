import { cents } from "../../src/engine";
import type { Finding } from "../../src/sheet";
import { counted, money, moneyIn } from "../../taskpane/format/amounts";
import { groupProblems, rowsConcerned } from "../../taskpane/format/problem-groups";
import { progressText, timeText } from "../../taskpane/format/progress";

describe("amounts", () => {
  // The languages' own ways of writing numbers are those of Unicode CLDR, through Intl.
  test.each([
    [1820417, "en-US", 2, "18,204.17"],
    [1820417, "de-DE", 2, "18.204,17"],
    [-45000, "en-US", 2, "−450.00"],
    [0, "en-US", 2, "0.00"],
    [1820417, "ja-JP", 0, "1,820,417"],
    [1234567, "en-US", 3, "1,234.567"],
  ] as const)("%i minor units in %s with %i decimals are %s", (amount, language, decimals, text) => {
    expect(money(cents(amount), { language, decimals })).toBe(text);
  });

  test("the currency stands after the amount, where there is one", () => {
    const style = { language: "en-US", decimals: 2 } as const;
    expect(moneyIn(cents(100), style, "USD")).toBe("1.00 USD");
    expect(moneyIn(cents(100), style, undefined)).toBe("1.00");
  });

  test.each([
    [0, "0 rows"],
    [1, "1 row"],
    [1200, "1,200 rows"],
  ])("%i is counted as %s", (number, text) => {
    expect(counted(number, "row", "en-US")).toBe(text);
  });
});

describe("progress", () => {
  test("says how many, how fast and how long", () => {
    const progress = { done: 312, total: 1200, rowsPerSecond: 64, secondsLeft: 13.9 };
    expect(progressText(progress, "en-US")).toBe("312 of 1,200 · 64 rows/s · 14 s left");
  });

  test("leaves out what is not known yet", () => {
    const progress = { done: 0, total: 24, rowsPerSecond: 0, secondsLeft: undefined };
    expect(progressText(progress, "en-US")).toBe("0 of 24");
  });

  test("says slow rates with one decimal", () => {
    const progress = { done: 1, total: 3, rowsPerSecond: 0.25, secondsLeft: 8 };
    expect(progressText(progress, "en-US")).toBe("1 of 3 · 0.3 rows/s · 8 s left");
  });

  test.each([
    [-1, "0 s"],
    [0.2, "1 s"],
    [59, "59 s"],
    [60, "1 min"],
    [185, "3 min 5 s"],
    [3600, "1 h"],
    [7800, "2 h 10 min"],
  ])("%d seconds are %s", (seconds, text) => {
    expect(timeText(seconds)).toBe(text);
  });
});

describe("problems", () => {
  const finding = (code: string, row: number, severity: Finding["severity"] = "error"): Finding => ({
    table: "register",
    row,
    column: 0,
    severity,
    code,
    sentence: `${code} in row ${row}.`,
  });

  test("one of a kind is its sentence, more of a kind are the kind in words", () => {
    const groups = groupProblems([finding("duplicate-asset", 1), finding("missing", 2), finding("duplicate-asset", 3)]);
    expect(groups.map(({ title, findings }) => [title, findings.length])).toEqual([
      ["Duplicate asset", 2],
      ["missing in row 2.", 1],
    ]);
  });

  test("errors come before warnings, however many there are", () => {
    const groups = groupProblems([finding("a", 1, "warning"), finding("a", 2, "warning"), finding("b", 3)]);
    expect(groups.map(({ severity }) => severity)).toEqual(["error", "warning"]);
  });

  test("a row with two problems needs attention once", () => {
    expect(rowsConcerned([finding("a", 1), finding("b", 1), finding("a", 2)])).toBe(2);
  });
});

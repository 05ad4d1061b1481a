import { conventions, frequencies, methods } from "../../src/engine";
import { builtText } from "../manifest/built";
import { formulas, metadata } from "./bundle";

interface Choice {
  readonly id: string;
  readonly type: string;
  readonly values: readonly { readonly name: string; readonly stringValue: string; readonly tooltip: string }[];
}

interface Parameter {
  readonly name: string;
  readonly type: string;
  readonly optional?: boolean;
  readonly customEnumId?: string;
}

const announced = metadata.functions as readonly { readonly id: string; readonly parameters: readonly Parameter[] }[];
const { enums: choices } = metadata as unknown as { readonly enums: readonly Choice[] };

test.each([
  ["DEPR.SL", "cost, salvage, life, [period]"],
  ["DEPR.DB", "cost, salvage, life, [period], [factor], [switch]"],
  ["DEPR.SYD", "cost, salvage, life, [period]"],
  ["DEPR.DDB", "cost, salvage, life, [period], [factor]"],
  ["DEPR.VDB", "cost, salvage, life, start, end, [factor], [no_switch]"],
  ["DEPR.FDB", "cost, salvage, life, [period], [month]"],
  ["DEPR.UOP", "cost, salvage, total_units, units, [prior_units]"],
  ["DEPR.MACRS", "cost, class, [year], [convention], [placed_in_service], [method], [options]"],
  ["DEPR.ACCUMULATED", "cost, salvage, life, as_of, [method], [start], [convention], [options], [events]"],
  ["DEPR.BOOKVALUE", "cost, salvage, life, as_of, [method], [start], [convention], [options], [events]"],
  ["DEPR.BETWEEN", "cost, salvage, life, from, to, [method], [start], [convention], [options], [events]"],
  ["DEPR.EXPLAIN", "cost, salvage, life, period, [method], [start], [frequency], [convention], [options], [events]"],
  ["DEPR.COMPARE", "cost, salvage, life, methods, [start], [frequency], [options]"],
  ["DEPR.REGROUP", "schedule, frequency, [options]"],
  ["DEPR.CHARGES", "register, from, to, [frequency], [options], [events]"],
  ["DEPR.ROLLFORWARD", "register, from, to, [by], [options], [events]"],
  ["DEPR.JOURNAL", "register, period, [accounts], [options], [events]"],
  ["DEPR.CHECK", "register, [policy], [options], [events]"],
  ["DEPR.SCHEDULE", "cost, salvage, life, [method], [start], [frequency], [convention], [options], [events]"],
])("Excel shows %s(%s)", (id, expected) => {
  const shown = announced
    .find((one) => one.id === id)
    ?.parameters.map(({ name, optional }) => (optional === true ? `[${name}]` : name));
  expect(shown?.join(", ")).toBe(expected);
});

test("every formula spills, or Excel would show its first cell alone", () => {
  expect(metadata.functions.map((one) => (one as { result?: unknown }).result)).toEqual(
    announced.map(() => ({ dimensionality: "matrix" })),
  );
});

test("the bundle associates the announced functions and no others", () => {
  expect([...formulas.keys()].sort()).toEqual(announced.map(({ id }) => id).sort());
});

describe("the closed choices are the engine's own lists", () => {
  test.each([
    ["Method", methods],
    ["Frequency", frequencies],
    ["Convention", conventions],
  ])("%s", (id, list) => {
    const values = choices.find((choice) => choice.id === id)?.values ?? [];
    expect(values.map(({ stringValue }) => stringValue)).toEqual(list.map(({ word }) => word));
    expect(values.map(({ tooltip }) => tooltip)).toEqual(list.map(({ label }) => label));
  });

  test("and a parameter offers each of them", () => {
    const offered = announced.flatMap(({ parameters }) => parameters.map(({ customEnumId }) => customEnumId));
    expect(choices.map(({ id }) => id).filter((id) => !offered.includes(id))).toEqual([]);
  });

  test("a name is an identifier, as Excel's own generator makes them", () => {
    expect(choices.flatMap(({ values }) => values).filter(({ name }) => !/^[A-Za-z]\w*$/.test(name))).toEqual([]);
  });
});

test("the formulas stay small", async () => {
  const { gzipSync } = await import("node:zlib");
  expect(gzipSync(builtText("functions.js")).length).toBeLessThan(56_000);
});

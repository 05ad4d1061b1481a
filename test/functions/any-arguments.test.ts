// Whatever is typed into a formula, the cell shows values or one of Excel's errors: no exception, no NaN, no endless wait.
import fc from "fast-check";
import { cell, metadata } from "./bundle";

const scalars = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    "",
    " ",
    true,
    false,
    0,
    1,
    -1,
    2.5,
    12,
    60,
    1000,
    10_000.01,
    46_037,
    47_483,
  ),
  fc.constantFrom<unknown>(1e-9, 1e15, 1.797e308, 5e-324, -0, 2_958_466),
  fc.constantFrom<unknown>(
    "SL",
    "db",
    "MACRS",
    "UOP",
    "MANUAL",
    "FDB",
    "xero",
    "month",
    "half-year",
    "mid-month",
    "class",
  ),
  fc.constantFrom<unknown>("2026-01-15", "2026-02-30", "#N/A", "#REF!", "=1+1", "'x", "12%", "1,000", "ten"),
);
const names = fc.constantFrom<unknown>(
  "factor",
  "rate",
  "headers",
  "decimals",
  "year end",
  "units",
  "profile",
  "nonsense",
);
const events = fc.constantFrom<unknown>("IMPROVEMENT", "LIFE", "DISPOSAL", "STOP", "METHOD", "USAGE");
const columns = ["Asset", "Cost", "In service", "Life", "Method", "Class"];
const matrices = fc.oneof(
  fc.array(fc.tuple(names, scalars), { minLength: 1, maxLength: 3 }),
  fc.array(fc.tuple(scalars, events, scalars), { minLength: 1, maxLength: 3 }),
  fc.array(fc.array(scalars, { minLength: 6, maxLength: 6 }), { maxLength: 4 }).map((rows) => [columns, ...rows]),
  fc.array(fc.array(scalars, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
  fc.constantFrom([[]], [[null]], [[""]], []),
);

// NaN and Infinity come out of JSON as null.
const shownWell = (value: unknown): boolean =>
  typeof value === "string" || typeof value === "boolean" || Number.isFinite(value);

test.each(metadata.functions.map(({ id, parameters }) => [id, parameters.length] as const))("%s", (id, count) => {
  const argued = fc.array(fc.oneof({ weight: 3, arbitrary: scalars }, matrices), { maxLength: count });
  fc.assert(
    fc.property(argued, (given) => {
      const started = Date.now();
      const shown = cell(id, ...given);
      expect(Date.now() - started).toBeLessThan(5_000);
      if (!Array.isArray(shown)) return;
      expect((shown as readonly (readonly unknown[])[]).flat().every(shownWell)).toBe(true);
    }),
    { numRuns: 400 },
  );
});

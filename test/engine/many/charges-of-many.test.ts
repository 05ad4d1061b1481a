// Many assets at once must be charged what each is charged alone: every cent is compared with `schedule`.
import fc from "fast-check";
import {
  chargesOfMany,
  conventionNamed,
  dayFromText,
  frequencies,
  frequencyNamed,
  methodNamed,
} from "../../../src/engine";
import { kernelOf, kernels } from "../../../src/engine/many/kernels";
import { value } from "../random-assets";
import { alone, columns, row, together, type Row, type Together } from "./assets-in-columns";

const rows = fc.array(row, { minLength: 1, maxLength: 10 });
const words = [...kernels.map(({ method }) => method.word), "150DB"];
const each = words.flatMap((word) =>
  frequencies.map((frequency) => [word, frequency.word, value(methodNamed(word)), frequency] as const),
);

test("the methods that are charged many at a time", () => {
  expect(words).toEqual(["SL", "DB", "SYD", "150DB"]);
});

describe.each(each)("%s by %s", (_word, _frequency, method, frequency) => {
  test.each([
    ["without dates", false, 1_250],
    ["with dates", true, 130],
  ])("charges each asset %s what its schedule does", (_dates, isDated, mostPeriods) => {
    const how = { method, frequency, isDated };
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: mostPeriods }), fc.boolean(), (drawn, periods, isTyped) => {
        expect(together(how, drawn, periods, isTyped)).toEqual(alone(how, drawn, periods));
      }),
      { numRuns: isDated && kernelOf(method)?.dated === undefined ? 10 : 40 },
    );
  });
});

const month = value(frequencyNamed("month"));
const of = (word: string, isDated = false): Together => ({
  method: value(methodNamed(word)),
  frequency: month,
  isDated,
});
const fullMonth = {
  inService: value(dayFromText("2024-02-29")),
  yearEnd: 12,
  convention: value(conventionNamed("full-month")),
};
const plain: Row = { cost: 120_000, salvage: 0, lifeMonths: 12, factor: 2, dated: fullMonth };

describe("half cents", () => {
  test.each([
    ["SL", { cost: 1, lifeMonths: 2 }, [1, 0]],
    ["SL", { cost: 999_999_999_999_99, lifeMonths: 2 }, [50_000_000_000_000, 49_999_999_999_999]],
    ["SYD", { cost: 3, lifeMonths: 24 }, [0, 0, 1, 0, 0, 0]],
    ["DB", { cost: 15, lifeMonths: 60 }, [1, 0, 1, 0, 1, 0]],
    ["DB", { cost: 7, salvage: 1, lifeMonths: 12 }, [1, 0, 1, 0, 1, 0]],
  ])("%s rounds the running total up: %j", (word, own, charges) => {
    const asset = { ...plain, ...own };
    expect(together(of(word), [asset], charges.length)).toEqual([charges]);
    expect(alone(of(word), [asset], charges.length)).toEqual([charges]);
  });

  test("costs that make one of nearly every total", () => {
    const drawn = fc.record({
      odd: fc.nat(5_000),
      lifeMonths: fc.constantFrom(8, 16, 24, 40, 48, 60, 80, 96, 120, 240),
      part: fc.constantFrom(0, 0, 0.1, 0.25),
      scale: fc.constantFrom(1, 3, 15, 25, 75, 625, 3_125, 2 ** 20, 2 ** 30),
    });
    fc.assert(
      fc.property(fc.array(drawn, { minLength: 20, maxLength: 40 }), fc.constantFrom(...words), (many, word) => {
        const assets = many.map(({ odd, lifeMonths, part, scale }): Row => {
          const cost = (2 * odd + 1) * scale;
          return { ...plain, cost, salvage: Math.floor(cost * part), lifeMonths };
        });
        expect(together(of(word), assets, 60)).toEqual(alone(of(word), assets, 60));
      }),
      { numRuns: 60 },
    );
  });
});

test("a declining balance of billions, where an estimate alone is wrong now and then", () => {
  const drawn = fc.record({
    cost: fc.integer({ min: 2 ** 39, max: 2 ** 40 }),
    lifeMonths: fc.integer({ min: 300, max: 1_200 }),
  });
  fc.assert(
    fc.property(fc.array(drawn, { minLength: 20, maxLength: 20 }), (many) => {
      const assets = many.map((own): Row => ({ ...plain, ...own }));
      expect(together(of("DB"), assets, 1_200)).toEqual(alone(of("DB"), assets, 1_200));
    }),
    { numRuns: 15 },
  );
});

describe("a bad row", () => {
  test.each([
    ["a salvage above the cost", { salvage: 120_001 }, "salvage-above-cost"],
    ["a negative cost", { cost: -1 }, "negative"],
    ["part of a cent", { cost: 100.5 }, "too-many-decimals"],
    ["a cost that is no number", { cost: NaN }, "not-a-number"],
    ["a cost beyond 15 digits", { cost: 9_007_199_254_740_991 }, "too-many-digits"],
    ["no life", { lifeMonths: 0 }, "not-positive"],
    ["a life without end", { lifeMonths: Infinity }, "not-a-number"],
    ["a life of too many periods", { lifeMonths: 2_000_000 }, "too-many-periods"],
    ["a year end that is no month", { dated: { ...fullMonth, yearEnd: 13 } }, "out-of-range"],
    ["a day that is none", { dated: { ...fullMonth, inService: NaN as typeof fullMonth.inService } }, "not-a-date"],
    ["a life to the year 10001", { lifeMonths: 96_000 }, "too-late"],
  ])("with %s has its problem, and no figure that could be taken for a charge", (_what, own, code) => {
    const isDated = code === "too-late" || "dated" in own;
    const bad: Row = { ...plain, ...own };
    for (const word of words) {
      const found = value(chargesOfMany(columns(of(word, isDated), [plain, bad, plain]), 12));
      expect(found.notComputed.map(({ row: at, problem }) => [at, problem.code])).toEqual([[1, code]]);
      expect([...found.charges.subarray(12, 24)].every(Number.isNaN)).toBe(true);
      expect(found.charges.subarray(24)).toEqual(found.charges.subarray(0, 12));
    }
  });

  test("with a factor that is none has its problem", () => {
    const { notComputed } = value(chargesOfMany(columns(of("DB"), [{ ...plain, factor: 0 }]), 12));
    expect(notComputed).toEqual([{ row: 0, problem: { code: "not-positive", what: "factor", given: 0 } }]);
  });

  test("is one whose column is too short", () => {
    const assets = { ...columns(of("SL"), [plain, plain]), salvage: [0] };
    expect(value(chargesOfMany(assets, 12)).notComputed.map(({ row: at }) => at)).toEqual([1]);
  });
});

describe("the call", () => {
  test.each([
    [0, "out-of-range"],
    [1.5, "not-whole"],
    [1_048_576, "out-of-range"],
  ])("refuses %d periods", (periods, code) => {
    expect(chargesOfMany(columns(of("SL"), []), periods)).toMatchObject({ ok: false, problem: { code } });
  });

  test("writes into an array that is given, and over all that stood there", () => {
    const into = new Float64Array(26).fill(7);
    const { charges } = value(chargesOfMany(columns(of("SL"), [plain, { ...plain, lifeMonths: 3 }]), 12, into));
    expect(charges).toBe(into);
    const twelfths = Array<number>(12).fill(10_000);
    expect([...into]).toEqual([...twelfths, 40_000, 40_000, 40_000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7, 7]);
  });

  test("takes a life of half months, and a method that has no way of its own, through the schedule", () => {
    const half = { ...plain, lifeMonths: 2.5 };
    expect(together(of("SL"), [half], 3)).toEqual([[48_000, 48_000, 24_000]]);
    expect(together(of("NONE"), [plain], 2)).toEqual([[0, 0]]);
  });
});

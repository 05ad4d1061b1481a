import fc from "fast-check";
import { addMonths, monthOf, schedule, type Day, type Month } from "../../src/engine";
import {
  buildSchedule,
  noAccounts,
  noEvents,
  readRegister,
  readSchedule,
  registerSettings,
  scheduleMatrix,
  type Cell,
  type Finding,
  type Matrix,
  type Register,
  type ScheduleLine,
} from "../../src/sheet";
import { matrixOf, soundRegister, spelling } from "./sound-registers";
import { usualSettings as settings } from "./worked-tables";

// A register holds up to three assets with all of their months, so that fewer runs say as much.
fc.configureGlobal({ numRuns: 50 });

const [first, last] = [(1950 * 12) as Month, (2199 * 12) as Month];

const linesOf = (register: Register, from = first, to = last): readonly ScheduleLine[] =>
  buildSchedule(register, noAccounts, noEvents, from, to).lines;

/** What was read, without where it stood. */
const contentOf = (register: Register) => register.assets.map((asset) => ({ ...asset, row: undefined }));

// What a cell can hold (Microsoft, "Excel specifications and limits").
const cellRange = { min: -9.99999999999999e307, max: 9.99999999999999e307 };

describe("a register means the same", () => {
  test("in any order of its columns", () => {
    const shuffled = soundRegister.chain((register) => {
      const order = register.headers.map((_, index) => index);
      return fc.tuple(fc.constant(register), fc.shuffledSubarray(order, { minLength: order.length }));
    });
    fc.assert(
      fc.property(shuffled, ([register, order]) => {
        const moved = matrixOf(register).map((row) => order.map((from) => row[from] ?? null));
        const [plain, other] = [readRegister(matrixOf(register), settings), readRegister(moved, settings)];
        expect(plain.findings).toEqual([]);
        expect(plain.assets).toHaveLength(register.rows.length);
        expect(other.assets).toEqual(plain.assets);
      }),
    );
  });

  test("under any known header word, in any spelling", () => {
    fc.assert(
      fc.property(soundRegister, spelling, (register, headers) => {
        const other = readRegister(matrixOf({ ...register, headers }), settings);
        expect(other.findings).toEqual([]);
        expect(other.assets).toEqual(readRegister(matrixOf(register), settings).assets);
      }),
    );
  });

  test("with blank rows anywhere", () => {
    const blanks = fc.array(fc.tuple(fc.nat(6), fc.constantFrom<Cell>(null, "", "  ")), { maxLength: 4 });
    fc.assert(
      fc.property(soundRegister, blanks, (register, places) => {
        const rows = [...register.rows];
        for (const [place, blank] of places) rows.splice(place, 0, [blank, blank]);
        const other = readRegister(matrixOf({ ...register, rows }), settings);
        expect(contentOf(other)).toEqual(contentOf(readRegister(matrixOf(register), settings)));
      }),
    );
  });

  test("with a bad row anywhere, which alone is told about", () => {
    const cell = fc.oneof(fc.constantFrom<Cell>("ten", -1, true, "#N/A", "2026-01-15"), fc.double(cellRange));
    const bad = fc.array(cell, { minLength: 19, maxLength: 19 });
    fc.assert(
      fc.property(soundRegister, bad, fc.nat(5), (register, cells, place) => {
        // Its currency is the others': another one refuses the register, which is a law of its own.
        const badRow = cells.map((value, column) => (register.headers[column] === "Currency" ? "USD" : value));
        const rows = [...register.rows];
        rows.splice(place, 0, badRow);
        const read = readRegister(matrixOf({ ...register, rows }), settings);
        const at = rows.indexOf(badRow) + 1;
        expect(contentOf(read)).toEqual(contentOf(readRegister(matrixOf(register), settings)));
        expect(read.findings.length).toBeGreaterThan(0);
        expect(read.findings.filter(({ row }) => row !== at)).toEqual([]);
      }),
    );
  });
});

/** What Excel does with written cells: it takes the apostrophe that marks text off. */
const throughExcel = (matrix: Matrix): Matrix =>
  matrix.map((row) => row.map((cell) => (typeof cell === "string" ? cell.replace(/^'/, "") : cell)));

describe("a schedule", () => {
  test("reads back as it was written, in Excel and where the apostrophe of a text cell can be seen", () => {
    fc.assert(
      fc.property(soundRegister, fc.constantFrom("1900" as const, "1904" as const), (given, dateSystem) => {
        const register = readRegister(matrixOf(given), settings);
        const own = { ...registerSettings(register, settings), dateSystem };
        const lines = linesOf(register, (2000 * 12) as Month, (2003 * 12) as Month);
        for (const matrix of [scheduleMatrix(lines, own), throughExcel(scheduleMatrix(lines, own))]) {
          const read = readSchedule(matrix, own);
          expect(read.findings).toEqual([]);
          expect(read.lines.map((line) => ({ ...line, row: undefined, status: undefined }))).toEqual(lines);
        }
      }),
    );
  });

  test("reads the same in any order of its rows", () => {
    const sorted = soundRegister.chain((given) => {
      const lines = linesOf(readRegister(matrixOf(given), settings), first, last);
      return fc.tuple(fc.constant(lines), fc.shuffledSubarray([...lines.keys()], { minLength: lines.length }));
    });
    fc.assert(
      fc.property(sorted, ([lines, order]) => {
        const [header = [], ...rows] = scheduleMatrix(lines, settings);
        const read = readSchedule([header, ...order.map((from) => rows[from] ?? [])], settings);
        expect(read.lines.map(({ amount }) => amount)).toEqual(order.map((from) => lines[from]?.amount));
      }),
      { numRuns: 25 },
    );
  });

  test("adds up to what the engine charges, and to cost less salvage where the method uses an asset up", () => {
    const usesUp = new Set(["SL", "SYD"]);
    fc.assert(
      fc.property(soundRegister, (given) => {
        const register = readRegister(matrixOf(given), settings);
        for (const asset of register.assets) {
          const lines = linesOf(register).filter((line) => line.asset === asset.id);
          const sum = lines.reduce((total, { amount }) => total + amount, 0);
          const rows = schedule(asset.terms);
          expect(rows.ok && (rows.value.at(-1)?.accumulated ?? 0)).toBe(sum);
          expect(lines.filter(({ amount }) => amount <= 0)).toEqual([]);
          if (usesUp.has(asset.terms.method.word)) expect(sum).toBe(asset.cost - asset.salvage);
          else expect(sum).toBeLessThanOrEqual(asset.cost - asset.salvage);
        }
      }),
    );
  });

  test("of a stretch of months is a part of the whole, and has no month twice", () => {
    fc.assert(
      fc.property(soundRegister, fc.integer({ min: 1990 * 12, max: 2080 * 12 }), (given, cut) => {
        const register = readRegister(matrixOf(given), settings);
        const [before, after] = [
          linesOf(register, first, cut as Month),
          linesOf(register, addMonths(cut as Month, 1), last),
        ];
        const whole = linesOf(register);
        expect(whole.filter(({ periodEnd }) => monthOf(periodEnd) <= cut)).toEqual(before);
        expect(whole.filter(({ periodEnd }) => monthOf(periodEnd) > cut)).toEqual(after);
        expect(new Set(whole.map(({ asset, periodEnd }) => `${asset} ${periodEnd}`)).size).toBe(whole.length);
      }),
    );
  });

  test("offers no month that ends on or before the opening date, and charges what the opening left", () => {
    fc.assert(
      fc.property(soundRegister, fc.nat(400), (given, months) => {
        const whole = readRegister(matrixOf(given), settings);
        for (const asset of whole.assets) {
          const rows = schedule(asset.terms);
          const row = rows.ok ? rows.value[months % Math.max(1, rows.value.length)] : undefined;
          if (row?.lastDay === undefined) continue;
          const resumed = resume(given.rows[asset.row - 1] ?? [], given.headers, row.accumulated, row.lastDay);
          const register = readRegister([given.headers, resumed], settings);
          const left = linesOf(whole).filter((line) => line.asset === asset.id && line.periodEnd > asOf(row.lastDay));
          const total = (lines: readonly ScheduleLine[]) => lines.reduce((sum, { amount }) => sum + amount, 0);
          expect(register.findings).toEqual([]);
          expect(linesOf(register).filter(({ periodEnd }) => periodEnd <= asOf(row.lastDay))).toEqual([]);
          expect(Math.abs(total(linesOf(register)) - total(left))).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 25 },
    );
  });
});

const asOf = (day: Day | undefined): Day => day ?? (0 as Day);

/** The same row, taken over with what was charged to a day. */
function resume(cells: readonly Cell[], headers: readonly string[], accumulated: number, day: Day): readonly Cell[] {
  const opening: Readonly<Record<string, Cell>> = {
    "Opening accumulated": accumulated / 100,
    "Opening date": day + 25_569,
  };
  return cells.map((cell, column) => opening[headers[column] ?? ""] ?? cell);
}

describe("whatever the cells hold", () => {
  const anyCell: fc.Arbitrary<Cell> = fc.oneof(
    fc.constantFrom<Cell>(null, "", "A-1", "SL", "DB", "RB", "USD", "EUR", "#REF!", 46_037, 5, 0.2, 1000, 60, true),
    fc.string(),
    fc.double({ min: -1e6, max: 1e6 }),
    fc.constantFrom(NaN, Infinity, -Infinity, 1e300, -0, 2 ** 53),
  );
  const headers = fc.shuffledSubarray(
    [
      "Asset",
      "Cost",
      "In service",
      "Life",
      "Life (months)",
      "Salvage",
      "Rate",
      "Method",
      "Currency",
      "Opening date",
      "Cost",
      "?",
    ],
    { minLength: 3 },
  );
  const anyTable = fc.tuple(headers, fc.array(fc.array(anyCell, { maxLength: 13 }), { maxLength: 6 }));

  const isInside = (matrix: Matrix) => (finding: Finding) =>
    finding.row >= 0 && finding.row < Math.max(1, matrix.length) && finding.column >= 0;

  test("reading never throws, and every finding names a cell and says something", () => {
    fc.assert(
      fc.property(anyTable, ([header, rows]) => {
        const matrix: Matrix = [header, ...rows];
        const register = readRegister(matrix, settings);
        const { findings } = readSchedule(matrix, settings);
        for (const finding of [...register.findings, ...findings]) {
          expect(isInside(matrix)(finding)).toBe(true);
          expect(finding.sentence).not.toMatch(/undefined|\[object/);
          expect(finding.sentence).toMatch(/[.]$/);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("every row that is not blank is read or told about", () => {
    fc.assert(
      fc.property(anyTable, ([header, rows]) => {
        const { assets, findings, rowCount } = readRegister([header, ...rows], settings);
        const errors = findings.filter(({ severity }) => severity === "error");
        const isRefused = errors.some(({ row, code }) => row === 0 || code === "mixed-currencies");
        const toldAbout = new Set(errors.map(({ row }) => row)).size;
        if (isRefused) expect(assets).toEqual([]);
        else expect(assets.length + toldAbout).toBe(rowCount);
      }),
      { numRuns: 200 },
    );
  });

  test("an empty sheet is a register without anything in it", () => {
    const { assets, rowCount, currency } = readRegister([], settings);
    expect({ assets, rowCount, currency }).toEqual({ assets: [], rowCount: 0, currency: undefined });
  });
});

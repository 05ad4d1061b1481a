/** Registers without a fault, at random: every method and convention of the engine, any spelling of the header. */
import fc from "fast-check";
import { conventions, dayOf, methods } from "../../src/engine";
import { type Cell, type Matrix, registerColumns, serialOfDay } from "../../src/sheet";

export interface SoundRegister {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export function matrixOf({ headers, rows }: SoundRegister): Matrix {
  return [headers, ...rows];
}

const serial = fc
  .record({
    year: fc.integer({ min: 1990, max: 2060 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, day }) => {
    const read = dayOf(year, month, day);
    if (!read.ok) throw new Error("every year has a 28th in each month");
    return serialOfDay(read.value, "1900");
  });

/** The cells of one asset by header word; those that are left out are blank. */
const asset = fc
  .record({
    cost: fc.integer({ min: 0, max: 100_000_000 }),
    salvageShare: fc.integer({ min: 0, max: 100 }),
    life: fc.integer({ min: 1, max: 240 }),
    inMonths: fc.boolean(),
    // Those that go by the usual terms, and one by its units; the others take what columns alone cannot say.
    method: fc.constantFrom(...methods.filter(({ course }) => course !== undefined).map(({ word }) => word), "UOP"),
    convention: fc.constantFrom(null, ...conventions.map(({ word }) => word)),
    rate: fc.integer({ min: 5, max: 95 }),
    inService: serial,
    words: fc.array(fc.constantFrom("Van", "=SUM(A1)", "-5", "@home", "'quoted", "+49", "Tür"), {
      minLength: 4,
      maxLength: 4,
    }),
  })
  .map((given) => ({
    Description: given.words[0] ?? null,
    Class: given.words[1] ?? null,
    "Cost centre": given.words[2] ?? null,
    "Ledger id": given.words[3] ?? null,
    "In service": given.inService,
    Cost: given.cost / 100,
    Salvage: Math.floor((given.cost * given.salvageShare) / 100) / 100,
    "Life (years)": given.inMonths ? null : given.life / 12,
    "Life (months)": given.inMonths ? given.life : null,
    Method: given.method,
    Rate: given.rate / 100,
    "Total units": given.method === "UOP" ? given.life * 1000 : null,
    Convention: given.convention,
    Currency: "USD",
  }));

const ids = fc.uniqueArray(fc.constantFrom("A-1", "7", "=A2", "-3", "@x", "Büro", "1e5", "'s", "a b"), {
  minLength: 1,
  maxLength: 3,
});

/** Our own header words in our own order. */
export const soundRegister: fc.Arbitrary<SoundRegister> = ids.chain((names) =>
  fc.array(asset, { minLength: names.length, maxLength: names.length }).map((assets) => ({
    headers: registerColumns.map(({ header }) => header),
    rows: assets.map((cells, index) => {
      const byHeader: Readonly<Record<string, Cell>> = { ...cells, Asset: names[index] ?? null };
      return registerColumns.map(({ header }) => byHeader[header] ?? null);
    }),
  })),
);

/** Each header word or one of its aliases, with other letters' case and other signs between the letters. */
export const spelling: fc.Arbitrary<readonly string[]> = fc.tuple(
  ...registerColumns.map(({ header, aliases }) =>
    fc
      .tuple(
        fc.constantFrom(header, ...aliases),
        fc.constantFrom("lower", "upper", "as is"),
        fc.constantFrom(" ", "-", "_", "  "),
      )
      .map(([word, letters, between]) => {
        const cased = letters === "lower" ? word.toLowerCase() : letters === "upper" ? word.toUpperCase() : word;
        return cased.replace(/[ -]/g, between);
      }),
  ),
);

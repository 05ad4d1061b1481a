// The laws of depreciation, on every listed method and frequency and on conventions drawn at random. A method, a
// convention or a frequency is judged by being listed.
import fc from "fast-check";
import { addMonths, chargeOfYear, chargesByYear, conventionNamed, firstDay, frequencies } from "../../src/engine";
import { monthOf, schedule, yearTerms } from "../../src/engine";
import type { AssetTerms, Dated, Day, Frequency, ScheduleRow } from "../../src/engine";
import { dated, terms, undatedTerms, value, walks, usualMethods } from "./random-assets";

const numRuns = 100;
const [yearly, , , monthly] = frequencies as readonly [Frequency, Frequency, Frequency, Frequency];
const each = usualMethods.map((method) => [method.word, method] as const);

describe.each(walks)("%s by %s", (_method, _frequency, method, frequency) => {
  const drawn = terms(method, frequency);

  test("a life that is used up ends at cost less salvage", () => {
    holds(drawn, (asset) => {
      const closing = rowsOf(asset).at(-1)?.closing ?? NaN;
      const salvage = minor(asset.salvage, asset);
      return method.usesUp(asset) ? closing === salvage : closing >= salvage;
    });
  });

  test("cost less what is accumulated is the book value, and each opening is the closing before", () => {
    holds(drawn, (asset) =>
      rowsOf(asset).every((row, index, rows) => {
        const before = rows[index - 1]?.closing ?? minor(asset.cost, asset);
        const balances = row.closing === minor(asset.cost, asset) - row.accumulated;
        return balances && row.opening === before && row.closing === row.opening - row.charge;
      }),
    );
  });

  test("no charge is negative and none takes the book value below salvage", () => {
    holds(drawn, (asset) => {
      const salvage = minor(asset.salvage, asset);
      return rowsOf(asset).every((row) => row.charge >= 0 && row.closing >= salvage);
    });
  });

  test("rows are the sums of the monthly rows, cent for cent", () => {
    holds(drawn, (asset) => {
      const months = rowsOf({ ...asset, frequency: monthly });
      const totals = new Map(months.map((row) => [endOf(row, monthly), row.accumulated]));
      const rows = rowsOf(asset);
      const ends = rows.slice(0, -1).every((row) => totals.get(endOf(row, frequency)) === row.accumulated);
      return ends && rows.at(-1)?.accumulated === months.at(-1)?.accumulated;
    });
  });

  test("the first row is the fiscal period of the in-service date, and the days follow each other", () => {
    holds(fc.tuple(drawn, dated), ([asset, inTime]) => {
      const rows = rowsOf({ ...asset, dated: inTime }).map(daysOf);
      const [first] = rows;
      if (first === undefined) return false;
      const starts = first.firstDay <= inTime.inService && inTime.inService <= first.lastDay;
      const fiscal = monthOf(first.lastDay) % frequency.months === (inTime.yearEnd - 1) % frequency.months;
      return starts && fiscal && rows.every((row, index) => follows(row, rows[index - 1], frequency));
    });
  });
});

describe.each(each)("%s", (_word, method) => {
  test("an asset split in proportion charges what its parts charge, to a unit a total and two a charge", () => {
    const shares = fc.record({ unit: fc.nat(1e9), salvageUnit: fc.nat(1e9), whole: fc.integer({ min: 2, max: 9 }) });
    holds(fc.tuple(terms(method, monthly), shares), ([asset, { unit, salvageUnit, whole }]) => {
      const salvage = Math.min(unit, salvageUnit);
      const part = (share: number): readonly ScheduleRow[] =>
        rowsOf({ ...asset, decimals: 0, cost: unit * share, salvage: salvage * share });
      const [one, other] = [part(1), part(whole - 1)];
      return part(whole).every((row, index) => {
        const parts = { left: one[index], right: other[index] };
        const total = Math.abs(row.accumulated - sum(parts.left?.accumulated, parts.right?.accumulated));
        return total <= 1 && Math.abs(row.charge - sum(parts.left?.charge, parts.right?.charge)) <= 2;
      });
    });
  });

  test("resumed from its rounded balance at any month, every total is within one unit and the end is the same", () => {
    holds(fc.tuple(terms(method, monthly), dated, fc.nat()), ([asset, inTime, at]) => {
      const whole = rowsOf({ ...asset, dated: inTime });
      const index = at % whole.length;
      const rest = whole.slice(index + 1);
      const known = whole[index];
      if (known?.lastDay === undefined || rest.length === 0) return true;
      const opening = { accumulated: known.accumulated / 10 ** asset.decimals, asOf: known.lastDay };
      const resumed = rowsOf({ ...asset, dated: inTime, opening });
      const near = resumed.every((row, step) => isNear(row, rest[step]));
      const sameEnd = !method.usesUp(asset) || resumed.at(-1)?.closing === rest.at(-1)?.closing;
      return resumed.length === rest.length && resumed[0]?.opening === known.closing && near && sameEnd;
    });
  });

  test("in service on the first day of a fiscal year, dates change no number", () => {
    const convention = value(conventionNamed("full-month"));
    holds(fc.tuple(undatedTerms(method, yearly), dated), ([asset, inTime]) => {
      const inYears = rowsOf({ ...asset, dated: { ...inTime, convention, inService: startOfYear(inTime) } });
      const numbered = rowsOf(asset);
      return inYears.length === numbered.length && inYears.every((row, at) => row.charge === numbered[at]?.charge);
    });
  });

  test("the amounts of an undated schedule by year are its formula values, rounded", () => {
    holds(undatedTerms(method, yearly), (asset) => {
      const years = { ...asset, lifeYears: (asset.lifeMonths ?? 0) / 12 };
      const charges = chargesByYear(method, value(yearTerms(years)));
      // A method whose formula needs a whole life says so; its schedule takes any.
      if (!charges.ok) return charges.problem.code === "not-whole-years";
      let total = 0;
      const error = 0.5 + 1e-11 * minor(asset.cost, asset) + 1e-9;
      return rowsOf(asset).every((row, index) => {
        total += (charges.value[index] ?? NaN) * 10 ** asset.decimals;
        return Math.abs(row.accumulated - total) <= error;
      });
    });
  });

  test("all money times ten is every formula value times ten, to 1e-12 of the cost", () => {
    holds(terms(method, yearly), (asset) => {
      const years = { ...asset, lifeYears: Math.ceil((asset.lifeMonths ?? 0) / 12) };
      const charges = value(chargesByYear(method, value(yearTerms(years))));
      const tenfold = { ...years, cost: years.cost * 10, salvage: years.salvage * 10 };
      const scaled = value(chargesByYear(method, value(yearTerms(tenfold))));
      const tolerance = 1e-12 * tenfold.cost;
      const same = scaled.every((charge, index) => Math.abs(charge - 10 * (charges[index] ?? NaN)) <= tolerance);
      return same && scaled.length === charges.length;
    });
  });

  test("one year's formula value is that of its row", () => {
    holds(fc.tuple(terms(method, yearly), fc.nat()), ([asset, at]) => {
      const years = value(yearTerms({ ...asset, lifeYears: Math.ceil((asset.lifeMonths ?? 0) / 12) }));
      const charges = value(chargesByYear(method, years));
      const index = at % charges.length;
      return value(chargeOfYear(method, years, index + 1)) === charges[index];
    });
  });
});

function holds<T>(drawn: fc.Arbitrary<T>, law: (terms: T) => boolean): void {
  fc.assert(fc.property(drawn, law), { numRuns });
}

interface Days {
  readonly firstDay: Day;
  readonly lastDay: Day;
}

function daysOf({ firstDay: first, lastDay: last }: ScheduleRow): Days {
  if (first === undefined || last === undefined) throw new Error("a dated row carries both days");
  return { firstDay: first, lastDay: last };
}

function follows(row: Days, before: Days | undefined, { months }: Frequency): boolean {
  const adjoins = before === undefined || row.firstDay === before.lastDay + 1;
  return adjoins && monthOf(row.lastDay) - monthOf(row.firstDay) === months - 1;
}

function isNear(row: ScheduleRow, other: ScheduleRow | undefined): boolean {
  return row.period === other?.period && Math.abs(row.accumulated - other.accumulated) <= 1;
}

function rowsOf(asset: AssetTerms): readonly ScheduleRow[] {
  return value(schedule(asset));
}

function minor(amount: number, { decimals }: AssetTerms): number {
  return Math.round(amount * 10 ** decimals);
}

function endOf(row: ScheduleRow, { months }: Frequency): number {
  return row.lastDay ?? row.period * months;
}

function sum(left: number | undefined, right: number | undefined): number {
  return (left ?? NaN) + (right ?? NaN);
}

function startOfYear({ inService, yearEnd }: Dated): Day {
  const month = monthOf(inService);
  return firstDay(addMonths(month, -((month - yearEnd) % 12)));
}

import { amountOf, dayText, monthFromText, type Month } from "../../src/engine";
import { buildSchedule, noAccounts, noEvents, readRegister, type ScheduleLine } from "../../src/sheet";
import { usualSettings, workedTables } from "./worked-tables";

const month = (text: string): Month => {
  const read = monthFromText(text);
  if (!read.ok) throw new Error(text);
  return read.value;
};
const [first, last] = [month("1950-01"), month("2199-12")];

function yearly(lines: readonly ScheduleLine[], decimals: 0 | 1 | 2 | 3 | 4): readonly number[] {
  const years = new Map<string, number>();
  for (const { periodEnd, amount } of lines) {
    const year = dayText(periodEnd).slice(0, 4);
    years.set(year, (years.get(year) ?? 0) + amount);
  }
  return [...years.values()].map((sum) => amountOf(sum as ScheduleLine["amount"], decimals));
}

describe("the lines of a schedule add up to published yearly charges", () => {
  const cases = workedTables("figures.txt").flatMap((table) => table.read.map((line) => ({ table, line })));
  test.each(cases.map(({ table, line }) => [`${table.name}: ${line}`, table, line] as const))(
    "%s",
    (_, table, line) => {
      const register = readRegister(table.matrix, usualSettings);
      expect(register.findings).toEqual([]);
      const [asset = "", ...years] = line.split(" ");
      const built = buildSchedule(register, noAccounts, noEvents, first, last);
      const charges = yearly(
        built.lines.filter((one) => one.asset === asset),
        register.decimals,
      );
      const isPart = years.at(-1) === "...";
      const expected = years.filter((year) => year !== "...").map(Number);
      expect(isPart ? charges.slice(0, expected.length) : charges).toEqual(expected);
    },
  );
});

test("half-year straight line over five years from April 2020 ends in June 2025 (Microsoft, Dynamics 365 Finance, half-year)", () => {
  const matrix = [
    ["Asset", "Cost", "Life", "Convention", "In service"],
    ["A", 50_000, 5, "half-year", 43_936],
  ];
  const { lines } = buildSchedule(readRegister(matrix, usualSettings), noAccounts, noEvents, first, last);
  const days = lines.map(({ periodEnd }) => dayText(periodEnd));
  expect([days[0], days.at(-1), days.length]).toEqual(["2020-04-30", "2025-06-30", 63]);
});

/** The sheets of examples in the sample workbook: every function is there, and gives its figures in the grid. */
import { columnLetters } from "../../workbench/host/area";
import { exampleSheets, formulaRow, placed } from "../../workbench/sample/examples";
import { metadata } from "../functions/bundle";
import { openWorkbench, type OpenWorkbench } from "./open";
import { doorOf, type Door } from "./script-door";

const places = exampleSheets.flatMap(({ name: sheet, examples }) => placed(examples).map((one) => ({ ...one, sheet })));

describe("the examples of the sample workbook", () => {
  let workbench: OpenWorkbench;
  let door: Door;

  beforeAll(async () => {
    workbench = await openWorkbench();
    door = doorOf(workbench.page);
    await door.settled();
  });

  afterAll(async () => workbench.close());

  /** What an example fills, without the blank rows below it. */
  const filled = async (name: string): Promise<readonly (readonly unknown[])[]> => {
    const found = places.find((one) => one.name === name);
    if (found === undefined) throw new Error(`There is no example of ${name}.`);
    const [first, last] = [columnLetters(found.column), columnLetters(found.column + found.columns.length - 1)];
    const cells = await door.read(`${found.sheet}!${first}${formulaRow + 1}:${last}${formulaRow + 200}`);
    return cells.filter((row) => row.some((cell) => cell !== ""));
  };

  const column = async (name: string, header: string): Promise<readonly unknown[]> => {
    const [headers = [], ...rows] = await filled(name);
    return rows.map((row) => row[headers.indexOf(header)]);
  };

  test("show every function that is announced, and none is an error", async () => {
    expect(places.map(({ name }) => name).sort()).toEqual(metadata.functions.map(({ id }) => id).sort());
    for (const { name } of places) {
      const cells = (await filled(name)).flat();
      expect(cells.length).toBeGreaterThan(0);
      expect(cells.filter((cell) => /^#[A-Z]/.test(String(cell)))).toEqual([]);
    }
  });

  // From: oanor, Depreciation Calculator API, cost 10000, salvage 1000, life 5.
  test.each([
    ["DEPR.SL", [1800, 1800, 1800, 1800, 1800]],
    ["DEPR.DB", [4000, 2400, 1440, 864, 296]],
    ["DEPR.SYD", [3000, 2400, 1800, 1200, 600]],
    ["DEPR.DDB", [4000, 2400, 1440, 864, 296]],
    // From: Microsoft, VDB function and DB function.
    ["DEPR.VDB", [315]],
    ["DEPR.FDB", [186083.33, 259639.42, 176814.44, 120410.64, 81999.64, 55841.76, 15845.1]],
    // From: a textbook's sheet (scribd 911432383), 5,000 units in all.
    ["DEPR.UOP", [1920, 800, 2880, 480, 1760]],
    // From: IRS, Publication 946, Table A-1.
    ["DEPR.MACRS", [2000, 3200, 1920, 1152, 1152, 576]],
    // 12,000 over 60 months is 200 a month, from March on.
    ["DEPR.ACCUMULATED", [2000]],
    ["DEPR.BOOKVALUE", [10000]],
    ["DEPR.BETWEEN", [1200]],
  ])("%s", async (name, figures) => {
    const rounded = (await filled(name)).flat().map((value) => Math.round(Number(value) * 100) / 100);
    expect(rounded).toEqual(figures);
  });

  test("of one asset's schedules", async () => {
    expect(await column("DEPR.SCHEDULE", "Depreciation")).toEqual([900, 1800, 1800, 1800, 1800, 900]);
    expect(await column("DEPR.COMPARE", "DB")).toEqual([4000, 2400, 1440, 864, 296, 9000]);
    expect(await column("DEPR.REGROUP", "Depreciation")).toEqual([3000, 2400, 1800, 1200, 600]);
  });

  test("of what is behind a charge: 6,000 at 40 % is 2,400", async () => {
    const [headers, ...steps] = await filled("DEPR.EXPLAIN");
    expect(headers).toEqual(["Step", "Figure", "Rule"]);
    expect(steps.map((step) => step[1])).toEqual(expect.arrayContaining([6000, 0.4, 2400]));
    expect(steps.at(-1)?.[1]).toBe(2400);
  });

  test("of the register's charges", async () => {
    const rows = await filled("DEPR.CHARGES");
    const of = (id: string): readonly unknown[] => rows.find(([asset]) => asset === id) ?? [];
    // 84,000 / 120 a month, 35 months gone; 21,600 / 36; 9,000 / 24; the rest of 30,000 over 60 months, 12 of them gone.
    expect(of("A-1002").slice(2)).toEqual([84_000, 24_500, 700, 700, 700, 700, 700, 700, 4200, 28_700, 55_300, ""]);
    expect(of("A-1003").slice(4, 10)).toEqual([600, 600, 600, 600, 600, 600]);
    expect(of("A-1011").slice(3, 5)).toEqual([0, 375]);
    expect(of("A-1009").slice(2, 5)).toEqual([60_000, 36_000, 500]);
    expect(of("A-1007").slice(2)).toEqual([120_000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 120_000, ""]);
    expect(rows.at(-1)?.[0]).toBe("Total");
    expect(rows).toHaveLength(14);
  });

  test("the roll-forward ties to the charges, cent for cent, and its checks read 0", async () => {
    const [charged, rolled] = [await filled("DEPR.CHARGES"), await filled("DEPR.ROLLFORWARD")];
    const [chargeHeaders = [], ...assets] = charged;
    const [noteHeaders = [], ...classes] = rolled;
    const inCents = (value: unknown): number => Math.round(Number(value) * 100);
    const charges = assets.map((row) => ({ assetClass: row[1], total: inCents(row[chargeHeaders.indexOf("Total")]) }));
    for (const row of classes.slice(0, -2)) {
      const own = charges.filter(({ assetClass }) => assetClass === row[0]).reduce((sum, { total }) => sum + total, 0);
      expect([row[0], inCents(row[noteHeaders.indexOf("Charge")])]).toEqual([row[0], own]);
    }
    expect(inCents(classes.at(-2)?.[noteHeaders.indexOf("Charge")])).toBe(charges.at(-1)?.total);
    expect(
      classes
        .at(-1)
        ?.slice(1)
        .every((value) => value === 0),
    ).toBe(true);
    expect(classes.every((row) => row.at(-1) === 0)).toBe(true);
    expect(await column("DEPR.ROLLFORWARD", "Additions")).toContain(9000);
  });

  test("the journal of January balances, and posts what is charged in January", async () => {
    const lines = (await filled("DEPR.JOURNAL")).slice(1);
    const sum = (at: number, of = lines): number =>
      Math.round(of.reduce((total, row) => total + Number(row[at]), 0) * 100);
    expect(sum(4)).toBe(sum(5));
    const expense = lines.filter((row) => row[2] === "DEPRECIATION");
    const total = (await filled("DEPR.CHARGES")).at(-1)?.[4];
    expect(sum(4, expense)).toBe(Math.round(Number(total) * 100));
  });

  test("the check names the server rack, of which something is left at the end", async () => {
    const found = (await filled("DEPR.CHECK")).find(([, asset]) => asset === "A-1006");
    expect(found?.slice(0, 5)).toEqual(["warning", "A-1006", 7, "Salvage", "value-left-at-end"]);
  });
});

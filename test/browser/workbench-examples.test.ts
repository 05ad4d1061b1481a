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
  }, 120_000);

  jest.setTimeout(30_000);

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
  ])("%s", async (name, figures) => {
    expect((await filled(name)).flat()).toEqual(figures);
  });

  test("of one asset's schedules", async () => {
    expect(await column("DEPR.SCHEDULE", "Depreciation")).toEqual([900, 1800, 1800, 1800, 1800, 900]);
    expect(await column("DEPR.COMPARE", "DB")).toEqual([4000, 2400, 1440, 864, 296, 9000]);
    expect(await column("DEPR.REGROUP", "Depreciation")).toEqual([3000, 2400, 1800, 1200, 600]);
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

import type { Frame } from "playwright-core";
import { openWorkbench, type OpenWorkbench } from "./open";
import { doorOf, selectInFirstColumn, type Door } from "./script-door";

type Mappings = Record<string, (...given: unknown[]) => unknown>;

interface AddInWindow {
  readonly CustomFunctions: { readonly _association: { readonly mappings: Mappings } };
  seen?: unknown[];
}

/** A cost by which a call of these tests is known. */
const marked = 987_654;

describe("the add-in's functions in the grid", () => {
  let workbench: OpenWorkbench;
  let door: Door;
  let addIn: Frame;

  beforeAll(async () => {
    workbench = await openWorkbench();
    door = doorOf(workbench.page);
    addIn = workbench.page.frames().find((frame) => frame.url().endsWith("/taskpane.html")) as Frame;
  });

  afterAll(async () => workbench.close());

  /** Puts another function in the place of DEPR.SL, as an add-in under development may. */
  const replace = async (kind: "note" | "throw" | "later" | "refuse"): Promise<void> =>
    addIn.evaluate(
      ([how, marked]) => {
        const window_ = window as unknown as AddInWindow;
        const later = async (): Promise<number[][]> =>
          new Promise((resolve) => setTimeout(() => resolve([[1], [2]]), 300));
        const kinds: Mappings = {
          note: (...given) => {
            // Other cells of the workbook call the function too.
            if (given[0] === marked) window_.seen = given;
            return 1;
          },
          throw: () => {
            throw new TypeError("x is undefined");
          },
          later,
          refuse: async () => Promise.reject(new Error("no answer")),
        };
        window_.CustomFunctions._association.mappings["DEPR.SL"] = kinds[how] ?? later;
      },
      [kind, marked] as const,
    );

  test("spill, and give the figures of the functions themselves", async () => {
    await door.write("Sheet1!A1", [['=DEPR.SCHEDULE(10000,1000,5,"DB")']]);
    // From: oanor, Depreciation Calculator API, declining balance of 10000, salvage 1000, life 5, factor 2.
    expect(await door.read("Sheet1!A1:E7")).toEqual([
      ["Period", "Opening value", "Depreciation", "Accumulated", "Book value"],
      [1, 10000, 4000, 4000, 6000],
      [2, 6000, 2400, 6400, 3600],
      [3, 3600, 1440, 7840, 2160],
      [4, 2160, 864, 8704, 1296],
      [5, 1296, 296, 9000, 1000],
      ["", "", "", "", ""],
    ]);
  });

  test("are all recalculated, five hundred of them and chains three deep", async () => {
    const rows = Array.from({ length: 500 }, (_, row) => [
      `=DEPR.SL($AK$1,0,${row + 1},1)`,
      `=ROUND(DEPR.SL(AL${row + 1},0,2,1),6)`,
      `=AM${row + 1}*2`,
    ]);
    await door.write("Sheet1!AK1", [[1000]]);
    await door.write("Sheet1!AL1", rows);
    await door.settled();
    await door.write("Sheet1!AK1", [[6000]]);
    const last = await door.read("Sheet1!AN1:AN500");
    const wrong = last.filter(([value], row) => Math.abs(Number(value) - 6000 / (row + 1)) > 1e-5);
    expect(wrong).toEqual([]);
  });

  test("are offered while one types, and say what the argument means that comes next", async () => {
    const { page } = workbench;
    await selectInFirstColumn(page, "Sheet1", 16);
    await page.keyboard.type("=depr.sch", { delay: 30 });
    await page.getByText("DEPR.SCHEDULE", { exact: true }).waitFor();
    await page.keyboard.press("Tab");
    // The editor puts the name in a moment later, on a canvas that no selector can watch; a person waits to see it.
    await page.waitForTimeout(1000);
    await page.keyboard.type("10000,1000,5,", { delay: 30 });
    await page.getByText("One of SL, DB, SYD").waitFor();
    await page.keyboard.type('"SYD"', { delay: 30 });
    await page.keyboard.press("Enter");
    await door.settled();
    expect(await door.read("Sheet1!C17:C21")).toEqual([[3000], [2400], [1800], [1200], [600]]);
    await door.write("Sheet1!A16", [[""]]);
  });

  test("say in a sentence what is wrong with the selected cell", async () => {
    const { page } = workbench;
    await door.write("Sheet1!A10", [["=DEPR.SL(10000,1000,-5)"]]);
    await door.settled();
    await selectInFirstColumn(page, "Sheet1", 10);
    await page.waitForFunction(() => (document.getElementById("sentence")?.textContent ?? "") !== "");
    const sentence = await page.textContent("#sentence");
    expect(sentence).toContain("#NUM!");
    expect(sentence).toContain("-5");
  });

  test("get omitted and blank arguments as null, and a matrix as rows", async () => {
    await replace("note");
    await door.write("Sheet1!A20", [[`=DEPR.SL(${marked},Z9,,AA90:AA91)`]]);
    expect(await door.read("Sheet1!A20")).toEqual([[1]]);
    expect(await addIn.evaluate(() => (window as unknown as AddInWindow).seen)).toEqual([
      marked,
      null,
      null,
      [[null], [null]],
    ]);
    await door.write("Sheet1!A20", [[`=DEPR.SL(${marked},2,3)`]]);
    await door.settled();
    expect(await addIn.evaluate(() => (window as unknown as AddInWindow).seen)).toEqual([marked, 2, 3, null]);
  });

  test("may throw without harm: the cell shows an error, and the grid goes on", async () => {
    await replace("throw");
    await door.write("Sheet1!A20", [["=DEPR.SL(1,2,4)", "=1+2"]]);
    expect(await door.read("Sheet1!A20:B20")).toEqual([["#VALUE!", 3]]);
    await door.write("Sheet1!B20", [["=2+2"]]);
    expect(await door.read("Sheet1!B20")).toEqual([[4]]);
  });

  test("may answer later: everything else goes on, and whoever waits gets the answer", async () => {
    await replace("later");
    await door.write("Sheet1!A30", [["=DEPR.SL(1,2,5)", "=SUM(A30:A31)", "=1+2"]]);
    expect(await door.read("Sheet1!A30:C31")).toEqual([
      [1, 3, 3],
      [2, "", ""],
    ]);
    await replace("refuse");
    await door.write("Sheet1!A40", [["=DEPR.SL(1,2,6)"]]);
    expect(await door.read("Sheet1!A40")).toEqual([["#VALUE!"]]);
  });

  test("say how many arguments they take when there are too few", async () => {
    await door.write("Sheet1!A50", [["=DEPR.DB(1,2)"]]);
    expect(await door.read("Sheet1!A50")).toEqual([["#VALUE!"]]);
  });
});

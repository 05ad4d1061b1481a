import { readFileSync } from "node:fs";
import { read, utils } from "@e965/xlsx";
import { openWorkbench, type OpenWorkbench } from "./open";
import { doorOf, type Door } from "./script-door";

describe("the workbench's page", () => {
  let workbench: OpenWorkbench;
  let door: Door;

  beforeAll(async () => {
    workbench = await openWorkbench();
    door = doorOf(workbench.page);
  });

  afterAll(async () => workbench.close());

  test("opens with a register of twelve assets, one of them half depreciated", async () => {
    const rows = await door.read("Register!A1:S14");
    const [header = [], ...assets] = rows;
    expect(header.slice(0, 3)).toEqual(["Asset", "Description", "Class"]);
    expect(assets.filter(([id]) => id !== "")).toHaveLength(12);
    const [cost, opening] = ["Cost", "Opening accumulated"].map((word) => header.indexOf(word));
    const half = assets.filter((row) => row[0] !== "" && Number(row[opening ?? -1]) * 2 === Number(row[cost ?? -1]));
    expect(half.map(([id]) => id)).toEqual(["A-1009"]);
  });

  test("opens with formulas that give what they say", async () => {
    expect(await door.read("Formulas!B11:D15")).toEqual([
      [1800, 4000, 3000],
      [1800, 2400, 2400],
      [1800, 1440, 1800],
      [1800, 864, 1200],
      [1800, 296, 600],
    ]);
    const everything = (await door.read("Formulas!A1:V80")).flat();
    expect(everything.filter((value) => String(value).startsWith("#"))).toEqual([]);
  });

  test("has a Sheet1 that is empty from column AA on, and large sheets", async () => {
    const far = await door.read("Sheet1!AA1:GR200");
    expect(far.flat().every((value) => value === "")).toBe(true);
    for (const sheet of ["Register", "Formulas", "Examples", "Reports", "Sheet1"]) {
      const columns = await door.read(`${sheet}!A:A`);
      const rows = await door.read(`${sheet}!1:1`);
      expect(columns.length).toBeGreaterThanOrEqual(10_000);
      expect(rows[0]?.length).toBeGreaterThanOrEqual(200);
    }
  });

  test("takes and gives raw values, and refuses what is no address", async () => {
    await door.write("Sheet1!AB1", [
      [1.5, "text", true, "=1/0"],
      ["2026-01-31", "=DATE(2026,1,31)", "", null],
    ]);
    expect(await door.read("Sheet1!AB1:AE2")).toEqual([
      [1.5, "text", true, "#DIV/0!"],
      ["2026-01-31", 46053, "", ""],
    ]);
    await expect(door.read("Nowhere!A1")).rejects.toThrow('"Nowhere!A1" is no address of this workbook.');
  });

  test("shows the buttons of the add-in's manifest", async () => {
    const labels = await workbench.page.locator("#commands button").allTextContents();
    expect(labels).toHaveLength(3);
    const widths = await workbench.page
      .locator("#commands img")
      .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));
    expect(widths.every((width) => width > 0)).toBe(true);
  });

  test("closes the pane, opens it again and makes it wider by keyboard, and formulas never notice", async () => {
    const { page } = workbench;
    const width = async (): Promise<number> => (await page.locator("#pane").boundingBox())?.width ?? 0;
    expect(await width()).toBe(320);
    await page.click("#close-pane");
    expect(await page.locator("#pane").getAttribute("data-closed")).not.toBeNull();
    await door.write("Sheet1!AG1", [["=DEPR.SL(100,0,4,1)"]]);
    expect(await door.read("Sheet1!AG1")).toEqual([[25]]);
    await page.locator("#commands button").first().click();
    expect(await page.locator("#pane").getAttribute("data-closed")).toBeNull();
    await page.focus("#divider");
    for (let press = 0; press < 20; press += 1) await page.keyboard.press("ArrowLeft");
    expect(await width()).toBe(480);
    for (let press = 0; press < 20; press += 1) await page.keyboard.press("ArrowRight");
    expect(await width()).toBe(320);
  });

  test("keeps workbook and settings over a reload", async () => {
    const { page } = workbench;
    await door.write("Sheet1!AJ1", [["kept", "=DEPR.SL(10000,1000,5)"]]);
    const addIn = page.frames().find((frame) => frame.url().endsWith("/taskpane.html"));
    await addIn?.evaluate(async () => {
      Office.context.document.settings.set("kept", { answer: 42 });
      await new Promise<void>((resolve) => Office.context.document.settings.saveAsync(() => resolve()));
    });
    await door.settled();
    await page.waitForFunction(() => document.getElementById("saved")?.textContent === "Saved");
    await page.reload();
    await page.evaluate("window.workbench.ready");
    expect(await door.read("Sheet1!AJ1:AK5")).toEqual([
      ["kept", 1800],
      ["", 1800],
      ["", 1800],
      ["", 1800],
      ["", 1800],
    ]);
    const again = page.frames().find((frame) => frame.url().endsWith("/taskpane.html"));
    await again?.evaluate(async () => Office.onReady());
    expect(await again?.evaluate(() => Office.context.document.settings.get("kept") as unknown)).toEqual({
      answer: 42,
    });
    const table = await again?.evaluate(async () =>
      Excel.run(async (context) => {
        const range = context.workbook.tables.getItem("Register").getRange().load("address");
        await context.sync();
        return range.address;
      }),
    );
    expect(table).toBe("Register!A1:S13");
  });

  test("hands the workbook out as an .xlsx file", async () => {
    const { page } = workbench;
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("#download")]);
    expect(download.suggestedFilename()).toBe("DEPR workbook.xlsx");
    const book = read(readFileSync(await download.path()), { cellFormula: true, cellNF: true });
    expect(book.SheetNames).toEqual(["Register", "Formulas", "Examples", "Reports", "Sheet1"]);
    const formulas = book.Sheets["Formulas"] ?? {};
    expect(formulas["B11"]).toMatchObject({ t: "n", v: 1800, f: "DEPR.SL($B$3,$B$4,$B$5)", z: "#,##0.00" });
    const register = utils.sheet_to_json(book.Sheets["Register"] ?? {});
    expect(register).toHaveLength(12);
  });

  test("shows the ledger to who has its token, and says so to who has not", async () => {
    const { page, token } = workbench;
    await page.click("#tab-ledger");
    await page.fill("#ledger-token", "wrong");
    await page.keyboard.press("Enter");
    await page.getByText("The ledger does not know this token.").waitFor();
    await page.fill("#ledger-token", token);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Trial balance" }).waitFor();
    await page.getByText("Nothing is posted yet.").waitFor();
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(token);
    await page.click("#tab-workbook");
  });

  test("complained about nothing, but for the token that was wrong", () => {
    const others = workbench.complaints.filter((complaint) => !complaint.includes("401"));
    expect(others).toEqual([]);
  });
});

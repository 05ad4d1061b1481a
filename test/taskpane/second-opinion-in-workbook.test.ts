// Goal: the second opinion as the pane gives it, from the register in the workbook to the sheet "Second opinion": real
// office.js, the reference ledger's calculators on a real server.
import { askForOpinion, opinionState } from "../../taskpane/state/second-opinion";
import { startOffice, type StartedOffice } from "../office/start";
import { type StartedLedger, startLedger } from "../ledger/start";
import { emptyBrowser } from "../sync/browser-database";
import { connectTo } from "./connected";

let ledger: StartedLedger;
let office: StartedOffice;

beforeAll(async () => {
  emptyBrowser();
  ledger = await startLedger();
  office = await startOffice();
  connectTo("oanor", `${ledger.baseUrl}/oanor`);
});
afterAll(async () => {
  office.close();
  await ledger.close();
});

const formula = '=WEBSERVICE("http://127.0.0.1/?"&A1)';

async function writeRegister(rows: readonly (readonly unknown[])[]): Promise<void> {
  await office.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    const range = sheet.getRangeByIndexes(0, 0, rows.length, rows[0]?.length ?? 0);
    range.numberFormat = rows.map((row) => row.map((cell) => (typeof cell === "string" ? "@" : "General")));
    range.values = rows.map((row) =>
      row.map((cell) => (typeof cell === "string" && cell.startsWith("=") ? `'${cell}` : cell)),
    );
    range.select();
    await context.sync();
  });
}

async function readSheet(name: string, address: string): Promise<unknown[][]> {
  return office.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(name).getRange(address);
    range.load("values");
    await context.sync();
    return range.values as unknown[][];
  });
}

test("without a register there is a sentence, and nothing is written", async () => {
  await askForOpinion();
  expect(opinionState.get()).toMatchObject({
    step: { at: "start" },
    trouble: expect.stringContaining("register") as string,
  });
});

test("every asset is told of, agreed year by year, and a name that looks like a formula stays a name", async () => {
  await writeRegister([
    ["Asset", "Description", "In service", "Cost", "Salvage", "Life (years)", "Method", "Currency"],
    ["A-1", formula, 46023, 10000, 1000, 5, "SYD", "USD"],
    ["A-2", "Van", 46023, 500, 0, 2.5, "SL", "USD"],
  ]);
  await askForOpinion();
  const { step, trouble } = opinionState.get();
  expect(trouble).toBeUndefined();
  expect(step).toMatchObject({ at: "done", sheet: "Second opinion", unread: 0 });
  const values = await readSheet("Second opinion", "A1:J7");
  // From: oanor, Depreciation Calculator API, sum-of-years: cost 10000, salvage 1000, life 5.
  expect(values.slice(1, 6).map((row) => row.slice(2, 9))).toEqual([
    [1, 3000, 3000, 7000, 7000, 0, "Agrees"],
    [2, 2400, 2400, 4600, 4600, 0, "Agrees"],
    [3, 1800, 1800, 2800, 2800, 0, "Agrees"],
    [4, 1200, 1200, 1600, 1600, 0, "Agrees"],
    [5, 600, 600, 1000, 1000, 0, "Agrees"],
  ]);
  expect(values[6]).toEqual([
    ...["A-2", "Van", "", "", "", "", "", "", "Not computed"],
    "The life is 30 months, but oanor takes whole years only.",
  ]);
  // A formula's value would be what it computes, and #NAME? on this plain grid.
  expect(values[1]?.[1]).toBe(formula);
});

test("asked again, the same sheet is written over, and rows that cannot be read are counted", async () => {
  await writeRegister([
    ["Asset", "Description", "In service", "Cost", "Salvage", "Life (years)", "Method", "Currency"],
    ["A-1", "Press", 46023, 10000, 1000, 5, "SL", "USD"],
    ["A-2", "Van", 46023, "lots", 0, 2, "SL", "USD"],
  ]);
  await askForOpinion();
  expect(opinionState.get().step).toMatchObject({ at: "done", sheet: "Second opinion", unread: 1 });
  const values = await readSheet("Second opinion", "A6:J8");
  expect(values.map(([asset]) => asset)).toEqual(["A-1", "", ""]);
});

test("another ledger in use forgets what this one said", async () => {
  connectTo("layer", `${ledger.baseUrl}/layer`);
  expect(opinionState.get().step).toEqual({ at: "start" });
  await askForOpinion();
  expect(opinionState.get().trouble).toMatch(/Layer gives no second opinion/);
});

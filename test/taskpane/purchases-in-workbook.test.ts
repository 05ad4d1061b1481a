// Goal: the way of a purchase through the pane: from the register to an expense with its profile, the address back beside
// the asset, and capital assets pulled below the register. Method: real office.js, the reference ledger's FreeAgent.
import { connectorOf } from "../../src/connectors";
import {
  choosePurchaseTerms,
  compareDepreciation,
  previewPurchases,
  pullCapitalAssets,
  purchasesState,
  pushAgreed,
} from "../../taskpane/state/purchases";
import { connectionTo, purchase, sure } from "../connectors/systems";
import { startOffice, type StartedOffice } from "../office/start";
import { type StartedLedger, startLedger } from "../ledger/start";
import { emptyBrowser } from "../sync/browser-database";
import { connectTo } from "./connected";
import { valueOf } from "./value-of";

let ledger: StartedLedger;
let office: StartedOffice;
beforeAll(async () => {
  emptyBrowser();
  ledger = await startLedger();
  office = await startOffice();
  connectTo("freeagent", `${ledger.baseUrl}/freeagent`, ledger.token);
  await office.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:J2");
    range.values = [
      [
        "Asset",
        "Description",
        "Acquired",
        "In service",
        "Cost",
        "Life (years)",
        "Method",
        "Rate",
        "Profile",
        "Ledger id",
      ],
      ["P-1", "Press", 45658, 45658, 12000, 10, "SL", "", "freeagent", ""],
    ];
    const table = context.workbook.tables.add("Sheet1!A1:J2", true);
    table.name = "Assets";
    await context.sync();
  });
});
afterAll(async () => {
  office.close();
  await ledger.close();
});

const formula = '=WEBSERVICE("http://127.0.0.1/?"&A1)';

async function sheet(address: string): Promise<unknown[][]> {
  return office.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange(address);
    range.load("values");
    await context.sync();
    return range.values as unknown[][];
  });
}

test("a preview asks for what the register does not say", async () => {
  await previewPurchases();
  expect(purchasesState.get().trouble).toMatch(/address of the user.*category/);
});

test("a new asset is pushed as an expense, and its address stands beside it", async () => {
  choosePurchaseTerms({ user: purchase().user, category: purchase().category });
  await previewPurchases();
  const { step } = purchasesState.get();
  if (step.at !== "preview") throw new Error(purchasesState.get().trouble);
  expect(step.proposal.plan.steps).toMatchObject([{ kind: "create", purchase: { profile: { years: 10 } } }]);
  await pushAgreed(step.proposal);
  const after = purchasesState.get().step;
  expect(after).toMatchObject({ at: "done", report: { outcomes: [{ word: "Posted", sentence: "Created." }] } });
  expect((await sheet("J2"))[0]?.[0]).toMatch(/\/v2\/capital_assets\/[0-9a-f-]+$/);
  await previewPurchases();
  expect(purchasesState.get().step).toMatchObject({
    at: "preview",
    proposal: { plan: { steps: [{ kind: "unchanged" }] } },
  });
});

test("what FreeAgent booked is compared with the register", async () => {
  await compareDepreciation();
  expect(purchasesState.get().step).toMatchObject({ at: "compared", assets: [{ asset: "P-1", standing: "compared" }] });
});

test("capital assets that the register lacks are written below it once, a formula as a name only", async () => {
  const verb = await sure(sure(connectorOf({ system: "freeagent" })).purchases)();
  const connection = { ...connectionTo(`${ledger.baseUrl}/freeagent`, "freeagent"), token: ledger.token };
  const profile = { method: "reducing_balance", percent: 25, frequency: "monthly" } as const;
  valueOf(await verb.create(connection, { ...purchase(), asset: "P-2", name: formula, profile }));
  await pullCapitalAssets();
  expect(purchasesState.get()).toMatchObject({
    trouble: undefined,
    note: "1 assets added to the register, 1 were in it.",
  });
  const [row] = await sheet("A3:I3");
  // 2024-02-01 is the serial number 45323.
  expect(row).toEqual(["P-2", formula, 45323, 45323, 20000, "", "RB", 0.25, "freeagent"]);
  await pullCapitalAssets();
  expect(purchasesState.get().note).toBe("0 assets added to the register, 2 were in it.");
});

test("nothing is written over what stands below the register", async () => {
  const verb = await sure(sure(connectorOf({ system: "freeagent" })).purchases)();
  const connection = { ...connectionTo(`${ledger.baseUrl}/freeagent`, "freeagent"), token: ledger.token };
  valueOf(await verb.create(connection, { ...purchase(), asset: "P-3" }));
  await office.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("C4").values = [["a note"]];
    await context.sync();
  });
  await pullCapitalAssets();
  expect(purchasesState.get().trouble).toMatch(/right below the register/);
  expect((await sheet("A4:C4"))[0]).toEqual(["", "", "a note"]);
});

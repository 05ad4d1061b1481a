// Goal: the way of a rule through the pane: pulled into the sheet, edited there, previewed field by field, pushed, and its
// terms into the register. Method: the real office.js, the reference ledger's Sage Intacct on a real server.
import { connectorOf, type LedgerRule } from "../../src/connectors";
import { askRules, previewRules, pullRules, pushProposal, rulesState } from "../../taskpane/state/rules";
import { copyIntoRegister, termsByAsset } from "../../taskpane/state/rules-into-register";
import { readTables } from "../../taskpane/workbook/tables";
import { understand } from "../../taskpane/state/understand";
import { connectionTo, newAsset, sure } from "../connectors/systems";
import { startOffice, type StartedOffice } from "../office/start";
import { type StartedLedger, startLedger } from "../ledger/start";
import { emptyBrowser } from "../sync/browser-database";
import { connectTo } from "./connected";
import { valueOf } from "./value-of";

// Sage Intacct, "Get an asset depreciation rule": the name in the response sample; and one that would ask the web.
const strange = "Asset Name _~!@#$%^*()_+=-`1682315965";
const formula = '=WEBSERVICE("http://127.0.0.1/?"&A1)';

let ledger: StartedLedger;
let office: StartedOffice;
beforeAll(async () => {
  ledger = await startLedger();
});
afterAll(() => ledger.close());

beforeEach(async () => {
  emptyBrowser();
  office = await startOffice();
  connectTo("intacct", `${ledger.baseUrl}/intacct`, ledger.token);
});
afterEach(() => office.close());

const connection = () => ({ ...connectionTo(`${ledger.baseUrl}/intacct`, "intacct"), token: ledger.token });

async function held(): Promise<readonly LedgerRule[]> {
  const verb = await sure(sure(connectorOf({ system: "intacct" })).rules)();
  return valueOf(await verb.rules(connection()));
}

async function makeAsset(asset: string, name: string): Promise<void> {
  const toLayer = {
    ...connectionTo(`${ledger.baseUrl}/layer`, "layer"),
    token: ledger.token,
    businessId: ledger.businessId,
  };
  valueOf(await sure(sure(connectorOf({ system: "layer" })).post).createAsset(toLayer, { ...newAsset, asset, name }));
}

async function cells(address: string, values?: readonly (readonly unknown[])[]): Promise<unknown[][]> {
  return office.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Rules").getRange(address);
    if (values !== undefined) range.values = values.map((row) => [...row]);
    range.load("values");
    await context.sync();
    return range.values as unknown[][];
  });
}

async function pushed(): Promise<readonly (readonly [string, string])[]> {
  await previewRules();
  const { step, trouble } = rulesState.get();
  if (step.at !== "preview") throw new Error(trouble ?? step.at);
  askRules(step.proposal);
  await pushProposal(step.proposal);
  const after = rulesState.get().step;
  if (after.at !== "done") throw new Error(rulesState.get().note ?? after.at);
  return after.report.outcomes.map(({ word, sentence }) => [word, sentence]);
}

test("without a table a preview says what to do, and an empty pull still gives the table to type into", async () => {
  await previewRules();
  expect(rulesState.get().trouble).toMatch(/no Rules table.*Pull the rules first/);
  await pullRules();
  expect(rulesState.get().note).toMatch(/0 rules are on sheet Rules/);
  expect((await cells("A1:L1"))[0]?.slice(0, 4)).toEqual(["Rule key", "Asset", "Asset name", "Posting rule"]);
});

test("typed rules are created, edited ones changed, marked ones deleted; what is not marked stays", async () => {
  await makeAsset("I-1", strange);
  await makeAsset("I-2", formula);
  await makeAsset("I-3", "Saw");
  await pullRules();
  await cells("B2:H4", [
    ["I-1", "", "2", "DB", 60, "months", "30.00"],
    ["I-2", "", "1", "-1", 5, "years", ""],
    ["I-3", "", "2", "SL", 48, "months", ""],
  ]);
  expect(await pushed()).toEqual(Array(3).fill(["Posted", "Created."]));
  const keys = (await held()).map(({ key }) => key);
  expect((await cells("A2:A4")).flat()).toEqual(keys);
  expect((await cells("K2:L2"))[0]).toEqual(["Posted", "Created."]);

  await pullRules();
  // A formula's value would be what it computes, and #NAME? on this plain grid.
  expect((await cells("C2:C4")).flat()).toEqual([strange, formula, "Saw"]);
  await cells("F2:F2", [[72]]);
  await cells("I3:I3", [["delete"]]);
  await cells("A4:L4", [["", "", "", "", "", "", "", "", "", "", "", ""]]);
  await previewRules();
  const { step } = rulesState.get();
  if (step.at !== "preview") throw new Error(step.at);
  expect(step.proposal.plan).toMatchObject({
    untouched: 1,
    steps: [{ kind: "change", changes: [{ field: "usefulLife", before: "60", after: "72" }] }, { kind: "delete" }],
  });
  expect(await pushed()).toEqual([
    ["Posted", "Changed."],
    ["Posted", "Deleted."],
  ]);
  expect((await held()).map(({ asset, usefulLife }) => [asset.id, usefulLife])).toEqual([
    ["I-1", 72],
    ["I-3", 48],
  ]);
});

test("limits are told at the cell, and the row is not sent", async () => {
  await makeAsset("L-1", "Press");
  await pullRules();
  await cells("A2:H5", [
    ["", "L-1", "", "2", "SL", 501, "months", ""],
    ...Array.from({ length: 3 }, () => Array.from({ length: 8 }, () => "")),
  ]);
  await previewRules();
  const { step } = rulesState.get();
  if (step.at !== "preview") throw new Error(step.at);
  expect(step.proposal.plan.steps).toEqual([]);
  expect(step.proposal.read.findings).toMatchObject([{ row: 1, column: 5, code: "rule-life-too-long" }]);
});

test("a pull asks before it overwrites what was not pushed", async () => {
  await pullRules();
  const [before] = await cells("F2:F2");
  await cells("F2:F2", [[99]]);
  await pullRules();
  expect(rulesState.get().step).toEqual({ at: "asking-pull", edited: 1 });
  expect(await cells("F2:F2")).toEqual([[99]]);
  await pullRules(true);
  expect(await cells("F2:F2")).toEqual([before]);
});

test("where the sheet has changed since the preview, nothing is sent and the new one is shown", async () => {
  await pullRules();
  await cells("F2:F2", [[80]]);
  await previewRules();
  const { step } = rulesState.get();
  if (step.at !== "preview") throw new Error(step.at);
  await cells("F2:F2", [[81]]);
  const before = await held();
  await pushProposal(step.proposal);
  expect(rulesState.get()).toMatchObject({
    step: { at: "preview" },
    note: expect.stringContaining("nothing was sent") as string,
  });
  expect(await held()).toEqual(before);
});

test("a rule's terms go into the register, which then computes by them", async () => {
  await office.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    const range = sheet.getRange("A1:I3");
    range.values = [
      ["Asset", "In service", "Cost", "Salvage", "Life (years)", "Life (months)", "Method", "Rate", "Profile"],
      ["R-1", 46023, 10000, 0, 10, "", "SL", "", ""],
      ["R-2", 46023, 500, 0, 5, "", "SL", "", ""],
    ];
    range.select();
    await context.sync();
  });
  const rule = { row: 1, key: "7", asset: "R-1", postingRule: "2", modified: "", isDeletion: false };
  const terms = { ...rule, method: "DB", usefulLife: 60, unit: "months", rate: "30.00" } as const;
  expect(valueOf(await copyIntoRegister([terms]))).toMatch(/Terms of 1 assets/);
  const read = sure(understand(valueOf(await readTables()), { dateSystem: "1900", decimals: 2, yearEnd: 12 }));
  expect(read.findings).toEqual([]);
  const [asset, other] = read.register.assets;
  expect(asset?.terms).toMatchObject({
    method: { word: "DB" },
    lifeMonths: 60,
    rate: 0.3,
    profile: { word: "intacct" },
  });
  expect(other?.terms.profile).toBeUndefined();
});

test("what the register cannot say is left out with its reason", () => {
  const { register } = sure(
    understand(
      {
        register: {
          place: {} as never,
          matrix: [
            ["Asset", "In service", "Cost", "Life (years)"],
            ["R-1", 46023, 1, 5],
          ],
        },
      },
      { dateSystem: "1900", decimals: 2, yearEnd: 12 },
    ),
  );
  const rule = { row: 1, key: "7", asset: "R-1", postingRule: "2", modified: "", isDeletion: false, usefulLife: 60 };
  const why = (change: object) =>
    termsByAsset([{ ...rule, method: "SL", unit: "months", ...change }], register).get("R-1");
  expect(why({ method: "SYD" })).toMatch(/its method is SYD/);
  expect(why({ unit: undefined })).toMatch(/Life unit is blank/);
  expect(why({})).toMatch(/no column Method/);
  expect(why({ isDeletion: true })).toBeUndefined();
});

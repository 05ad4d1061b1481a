// Goal: a month gets a tick only where it is in order, and each thing that is not says where to look. Method: the real push
// and reconciliation against the reference ledger; each test then spoils one thing.
import { connectorOf } from "../../src/connectors";
import { cents } from "../../src/engine";
import { type Finding, noAccounts, noEvents } from "../../src/sheet";
import {
  type CloseChecklist,
  type CloseInput,
  closeChecklist,
  closeReport,
  closeVerdict,
  readHoldings,
  reconcile,
} from "../../src/sync";
import { sure } from "../connectors/systems";
import { month, nth, registerFrom, rowsOf, threeAssets } from "./books";
import { ledgerBench } from "./ledger-bench";
import { type Office, officeAt } from "./office";

const layer = sure(connectorOf({ system: "layer" }));
const register = registerFrom(threeAssets);
const rows = rowsOf(register, "2026-01", "2026-02");

const bench = ledgerBench();
let office: Office;
beforeEach(() => {
  office = officeAt(bench.connection("layer"), register, rows);
});

async function checklist(more: Partial<CloseInput> = {}): Promise<CloseChecklist> {
  const read = await readHoldings(layer, office.connection, "GAAP");
  if (!read.ok) throw new Error(read.problem.sentence);
  const journal = await (await office.journal()).records();
  const tables = { register, accounts: noAccounts, events: noEvents, rows };
  const input = { book: "GAAP", decimals: 2, ...tables, holdings: read.value, journal, ...more } as const;
  const asked = more.month ?? month("2026-02");
  const proof = await reconcile({ ...input, from: asked, to: asked });
  return closeChecklist({ findings: [], preparer: "Ada", approver: "Grace", ...input, month: asked, proof });
}

const open = ({ checks }: CloseChecklist): readonly string[] =>
  checks.filter(({ points }) => points.length > 0).map(({ word }) => word);

const pointsOf = ({ checks }: CloseChecklist, word: string) => sure(checks.find((one) => one.word === word)).points;

test("a month that was posted whole can be closed", async () => {
  await office.post();
  const list = await checklist();
  expect(open(list)).toEqual([]);
  expect(closeVerdict(list)).toBe("2026-02 can be closed: all 7 checks are done.");
});

test("an asset that is not charged is named, with its row, and the totals do not tie", async () => {
  await office.post(
    {},
    rows.filter(({ row }) => row !== 2),
  );
  const list = await checklist();
  expect(open(list)).toEqual(["charged", "totals", "agrees"]);
  const [point] = pointsOf(list, "charged");
  expect(point?.sentence).toBe("A-1: The sheet has 333.34 and the ledger nothing. Post it.");
  expect(point?.cell).toEqual({ table: "schedule", row: 2, column: 0 });
  // 333.34 + 100.00 + 45.00, of which the first is missing.
  expect(pointsOf(list, "totals").map(({ sentence }) => sentence)).toEqual([
    "The schedule has 478.34 for the month, the ledger 145.00.",
  ]);
});

test("an earlier month that is missing is a hole, though the month itself is there", async () => {
  await office.post();
  const read = await readHoldings(layer, office.connection, "GAAP");
  if (!read.ok) throw new Error(read.problem.sentence);
  const postings = read.value.postings.filter(({ key }) => key?.includes("A-2.2026-01") !== true);
  const list = await checklist({ holdings: { ...read.value, postings } });
  expect(pointsOf(list, "no-hole")).toEqual([
    { sentence: "A-2: 2026-01 not posted.", cell: { table: "register", row: 2, column: 0 } },
  ]);
});

test("an unknown outcome keeps the month open", async () => {
  await office.post();
  const sent = { state: "UNKNOWN", body: "{}", fingerprint: "f", attempt: 1, batch: "b" } as const;
  await (
    await office.journal()
  ).settle({ key: "dx1.X.2026-02-28.DEPRECIATION.GAAP.0.r0", ...sent, firstSentAt: 1, lastSentAt: 1 });
  expect(open(await checklist())).toEqual(["no-unknown"]);
});

test("an unknown outcome of another book does not", async () => {
  await office.post();
  const sent = { state: "UNKNOWN", body: "{}", fingerprint: "f", attempt: 1, batch: "b" } as const;
  await (
    await office.journal()
  ).settle({ key: "dx1.X.2026-02-28.DEPRECIATION.TAX.0.r0", ...sent, firstSentAt: 1, lastSentAt: 1 });
  expect(open(await checklist())).toEqual([]);
});

test("an error in a cell keeps it open and leads to the cell; a warning does not", async () => {
  await office.post();
  const finding = (severity: Finding["severity"]): Finding => ({
    ...{ table: "register", row: 1, column: 4, code: "x", severity },
    sentence: "Cost is lots.",
  });
  const list = await checklist({ findings: [finding("error"), finding("warning")] });
  expect(open(list)).toEqual(["findings"]);
  expect(pointsOf(list, "findings")).toEqual([
    { sentence: "Cost is lots.", cell: { table: "register", row: 1, column: 4 } },
  ]);
});

test("a row that goes to another account than the register's is off by account, though not in sum", async () => {
  const moved = rows.map((row) => (row.row === 2 ? { ...row, counterAccount: "IMPAIRMENT" } : row));
  await office.post({}, moved);
  const list = await checklist({ rows: moved });
  expect(open(list)).toEqual(["totals"]);
  expect(pointsOf(list, "totals").map(({ sentence }) => sentence)).toEqual([
    "DEPRECIATION: the schedule has 145.00, the journal of the register 478.34.",
    "IMPAIRMENT: the schedule has 333.34, the journal of the register 0.00.",
  ]);
});

test("an edited amount is a difference with a row to look at", async () => {
  await office.post();
  const edited = rows.map((row) => (row.row === 2 ? { ...row, amount: cents(333_30) } : row));
  const [point] = pointsOf(await checklist({ rows: edited }), "agrees");
  expect(point?.sentence).toMatch(/^A-1: Sheet edited\. .*333\.34; the row in the sheet has 333\.30\.$/);
  expect(point?.cell).toEqual({ table: "schedule", row: 2, column: 0 });
});

test.each([
  ["", "Grace", "Nobody is named as preparer. Type who prepared the month."],
  ["Ada", " ", "Nobody is named as approver. Type who approves the month."],
  ["Ada", "ada ", '"Ada" both prepared and approves. Name a second person as approver.'],
])("prepared by %p and approved by %p is not by two people", async (preparer, approver, sentence) => {
  await office.post();
  expect(pointsOf(await checklist({ preparer, approver }), "names")).toEqual([{ sentence }]);
});

test("the report has a line for each check and room to sign", async () => {
  await office.post();
  const head = { madeBy: "Ada", madeAt: "2026-03-01 09:00:00", target: "test", currency: "" };
  const { sheet, rows: lines } = closeReport(await checklist(), head);
  expect(sheet).toBe("Close 2026-02");
  const shown = lines.map(({ cells }) => cells.map(({ value }) => value));
  expect(shown).toContainEqual(["Yes", "Every asset in service is charged", ""]);
  expect(nth(shown, shown.length - 2)).toEqual(["Prepared by", "Ada"]);
});

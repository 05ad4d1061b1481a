// Goal: reports and log come to stand in the workbook as values, whatever a ledger or a person put into their texts.
// Method: the real office.js against the host in memory.
import { cents } from "../../src/engine";
import { amountCell, factRow, headRow, reportRow, textCell, type Report } from "../../src/sheet";
import { closeReport, reconciliationReport, type LogEntry, type Reconciliation } from "../../src/sync";
import { writeLogSheet } from "../../taskpane/workbook/log-sheet";
import { writeReport } from "../../taskpane/workbook/report-sheet";
import { startOffice, type StartedOffice } from "../office/start";
import { month } from "../sync/books";
import { valueOf } from "./value-of";

// OWASP, "CSV Injection"; and what a spreadsheet may take for a number.
const nasty = ['=WEBSERVICE("http://x")', "+1", "-1", "@x", "\t=1+1", "\r=1+1", "＝1+1", "007", "1e5", "'=1"];

let office: StartedOffice;
beforeEach(async () => {
  office = await startOffice();
});
afterEach(() => office.close());

interface Cells {
  readonly values: unknown[][];
  readonly formulas: unknown[][];
}

async function cellsOf(sheet: string): Promise<Cells> {
  return office.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getUsedRange(true);
    range.load("values,formulas");
    await context.sync();
    return { values: range.values as unknown[][], formulas: range.formulas as unknown[][] };
  });
}

async function expectNoFormula(sheet: string): Promise<void> {
  const { values, formulas } = await cellsOf(sheet);
  expect(formulas).toEqual(values);
  // What a spreadsheet computed from "=1+1" or read as a number would be no text any more.
  const texts = values.flat().filter((value) => typeof value === "string");
  for (const text of nasty) expect(texts.some((one) => one.includes(text.replace(/^'/, "")))).toBe(true);
}

const proofOf = (text: string): Reconciliation => {
  const nothing = { sheet: cents(0), ledger: cents(0), register: cents(0) };
  const asked = { from: month("2026-01"), to: month("2026-01"), book: text, decimals: 2 } as const;
  const word = { word: "amount-differs", label: "Amount differs", what: text, row: 1 } as const;
  const difference = {
    ...word,
    ...nothing,
    asset: text,
    period: "2026-01-31",
    sentence: text,
    key: text,
    refs: [text],
  };
  const account = {
    account: text,
    use: "cost",
    register: cents(100),
    ledger: cents(99),
    difference: cents(1),
  } as const;
  return { ...asked, ...nothing, charges: 1, accounts: [account], differences: [difference], agrees: false };
};

const headOf = (text: string) => ({ madeBy: text, madeAt: text, target: text, currency: text });

test("a reconciliation's texts are texts", async () => {
  const proofs = nasty.map((text) => reconciliationReport(proofOf(text), headOf(text)));
  const rows = proofs.flatMap((report, at) => (at === 0 ? report.rows : report.rows.slice(1)));
  const report: Report = { ...(proofs[0] as Report), rows };
  expect(valueOf(await writeReport(report))).toBe("Reconciliation");
  await expectNoFormula("Reconciliation");
});

test("a checklist's texts are texts", async () => {
  const lists = nasty.map((text) =>
    closeReport(
      {
        ...{ month: month("2026-01"), book: text, preparer: text, approver: text, isReady: false },
        checks: [{ word: "w", title: text, points: [{ sentence: text }, { sentence: text }] }],
      },
      headOf(text),
    ),
  );
  const rows = lists.flatMap((report, at) => (at === 0 ? report.rows : report.rows.slice(1)));
  expect(valueOf(await writeReport({ ...(lists[0] as Report), rows }))).toBe("Close 2026-01");
  await expectNoFormula("Close 2026-01");
});

const entry = (id: string, text = "fine"): LogEntry => ({
  ...{ id, at: 0, who: text, target: text, key: text, batch: "b", state: "POSTED", attempt: 1 },
  ...{ amount: cents(12_34), ledgerRef: text, sentence: text },
});

test("the log's texts are texts, and its amounts numbers", async () => {
  const entries = nasty.map((text, at) => entry(`id-${at}`, text));
  expect(valueOf(await writeLogSheet(entries, 2))).toEqual({ sheet: "Ledger log", added: nasty.length });
  await expectNoFormula("Ledger log");
  expect((await cellsOf("Ledger log")).values[1]?.[5]).toBe(12.34);
});

test("the log grows: what is there stays, and each entry is there once", async () => {
  valueOf(await writeLogSheet([entry("one")], 2));
  await office.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Ledger log").getRange("J2").values = [["seen by the auditor"]];
    await context.sync();
  });
  expect(valueOf(await writeLogSheet([entry("one"), entry("two")], 2)).added).toBe(1);
  expect(valueOf(await writeLogSheet([entry("one"), entry("two")], 2)).added).toBe(0);
  const { values } = await cellsOf("Ledger log");
  expect(values.map((cells) => [cells[9], cells[10]])).toEqual([
    ["Message", "Entry"],
    ["seen by the auditor", "one"],
    ["fine", "two"],
  ]);
});

test("a colleague's entries are kept below each other", async () => {
  valueOf(await writeLogSheet([entry("mine")], 2));
  valueOf(await writeLogSheet([entry("theirs")], 2));
  expect((await cellsOf("Ledger log")).values.map((cells) => cells[10])).toEqual(["Entry", "mine", "theirs"]);
});

const report = (words: string): Report => ({
  ...{ title: "A report of ours", sheet: "Report", widths: [20, 20] },
  rows: [headRow("A report of ours"), factRow("Words", words), reportRow(textCell("Sum"), amountCell(cents(5), 2))],
});

test("a report replaces the older one of its kind", async () => {
  const longer = report("old");
  valueOf(await writeReport({ ...longer, rows: [...longer.rows, ...longer.rows] }));
  expect(valueOf(await writeReport(report("new")))).toBe("Report");
  expect((await cellsOf("Report")).values).toEqual([
    ["A report of ours", ""],
    ["Words", "new"],
    ["Sum", 0.05],
  ]);
});

test("a sheet of that name that is none of ours stays as it is", async () => {
  await office.Excel.run(async (context) => {
    context.workbook.worksheets.add("Report").getRange("A1").values = [["My own"]];
    await context.sync();
  });
  expect(valueOf(await writeReport(report("new")))).toBe("Report 2");
  expect((await cellsOf("Report")).values).toEqual([["My own"]]);
});

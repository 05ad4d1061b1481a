import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { conventions, eventTypes, methods, profiles } from "../../src/engine";
import { accountsColumns, eventsColumns, registerColumns, scheduleColumns, updateTypes } from "../../src/sheet";
import { sheetProblems } from "../../src/sheet/problem";
import { workedTables } from "./worked-tables";

const document = readFileSync(join(__dirname, "..", "..", "docs", "REGISTER.md"), "utf8").replace(/ +/g, " ");
const rows = document.split("\n").filter((line) => line.startsWith("| "));
const workedFiles = ["register.txt", "events.txt", "accounts.txt", "schedule.txt"];

describe("docs/REGISTER.md", () => {
  test.each([...registerColumns, ...eventsColumns, ...accountsColumns])("has $header with every alias", (column) => {
    const name = column.required ? `**${column.header}**` : column.header;
    const start = `| ${[name, column.aliases.join(", ")].join(" | ")} |`;
    expect([start, rows.filter((row) => row.startsWith(start)).length > 0]).toEqual([start, true]);
  });

  test("has the schedule's columns", () => {
    for (const { header } of scheduleColumns) expect(document).toContain(header);
  });

  test.each([methods, conventions, profiles, eventTypes, updateTypes])(
    "lists the words of each closed choice",
    (...entries) => {
      expect(document).toContain(entries.map(({ word }) => word).join(", "));
    },
  );

  test.each(Object.entries(sheetProblems))("explains %s with its severity", (code, { severity }) => {
    expect(document).toContain(`| ${code} | ${severity} | `);
  });

  test("explains every finding that a worked table expects", () => {
    const findings = workedFiles.flatMap((file) => workedTables(file).flatMap((table) => table.findings));
    const codes = new Set(findings.map((finding) => /\| ([a-z-]+):/.exec(finding)?.[1]));
    expect(codes.size).toBeGreaterThan(20);
    for (const code of codes) expect(document).toContain(`| ${code} | `);
  });
});

test("every problem of ours is expected by a test", () => {
  const tests = readdirSync(__dirname).filter((file) => file.endsWith(".test.ts") && !file.startsWith("document"));
  const texts = [...tests, ...workedFiles.map((file) => join("cases", file))].map((file) =>
    readFileSync(join(__dirname, file), "utf8"),
  );
  const expected = texts.join("\n");
  expect(
    Object.keys(sheetProblems).filter((code) => !expected.includes(`| ${code}:`) && !expected.includes(`"${code}"`)),
  ).toEqual([]);
});

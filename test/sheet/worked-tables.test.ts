import { dayText } from "../../src/engine";
import { readAccounts, readEvents, readRegister, readSchedule, type Finding } from "../../src/sheet";
import { findingText, workedTables, type WorkedTable } from "./worked-tables";

interface Reading {
  readonly read: readonly string[];
  readonly findings: readonly Finding[];
}

const readers: Readonly<Record<string, (table: WorkedTable) => Reading>> = {
  "register.txt": ({ matrix, settings }) => {
    const { assets, findings } = readRegister(matrix, settings);
    return { read: assets.map(({ id }) => id), findings };
  },
  "events.txt": ({ matrix, settings }) => {
    const { rows, findings } = readEvents(matrix, settings);
    return { read: rows.map(({ asset, type }) => `${asset}:${type.word}`), findings };
  },
  "accounts.txt": ({ matrix, settings }) => {
    const { classes, findings } = readAccounts(matrix, settings);
    return { read: classes.map(({ assetClass, expense }) => `${assetClass}:${expense}`), findings };
  },
  "schedule.txt": ({ matrix, settings }) => {
    const { lines, findings } = readSchedule(matrix, settings);
    return { read: lines.map((line) => `${line.asset}:${dayText(line.periodEnd)}:${line.amount}`), findings };
  },
};

describe.each(Object.entries(readers))("%s", (file, read) => {
  test.each(workedTables(file).map((table) => [table.name, table] as const))("%s", (_name, table) => {
    const { read: words, findings } = read(table);
    expect(findings.map((finding) => findingText(table.matrix, finding)).sort()).toEqual([...table.findings].sort());
    expect(words.join(" ")).toBe(table.read.join(" "));
  });
});

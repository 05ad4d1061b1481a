import type { Result } from "../../src/engine";
import { looksLikeRules, plainText, readRules, ruleColumns, type RuleHeader, type RuleRow } from "../../src/sheet";
import { inWorkbook, type Trouble } from "../workbook";
import { findOwnSheet, type OwnSheet } from "./own-sheet";
import { formatAll } from "./place";

/** The sheet with the Rules table. */
export const rulesSheet: OwnSheet = { name: "Rules", looksRight: looksLikeRules, columns: ruleColumns };

/** The text of some cells of a rule's row. */
export type RuleNews = Readonly<Partial<Record<RuleHeader, string>>>;

/** A row as people see it, wherever it stands by now: the rule, or what it is to be a rule of. */
export function identityOf({ key, asset, postingRule }: Pick<RuleRow, "key" | "asset" | "postingRule">): string {
  return JSON.stringify(key === "" ? [asset, postingRule] : [key]);
}

/**
 * Writes what is new beside the rules that it is about. The rows are read again just before and found by what they are,
 * never by their place, because people sort, insert and delete meanwhile. Answers with how many rows were written.
 */
export function writeRuleNews(news: ReadonlyMap<string, RuleNews>): Promise<Result<number, Trouble>> {
  return inWorkbook(async (context) => {
    const found = await findOwnSheet(context, rulesSheet);
    if (found === undefined) return 0;
    const { place, matrix } = found;
    // What dates and decimals a workbook has does not matter here: the table holds neither.
    const { rows, places } = readRules(matrix, { dateSystem: "1900", decimals: 2, yearEnd: 12 });
    const sheet = context.workbook.worksheets.getItem(place.sheet);
    const told = rows.filter((row) => news.has(identityOf(row)));
    for (const row of told) {
      for (const [header, text] of Object.entries(news.get(identityOf(row)) ?? {})) {
        const column = places.get(header as RuleHeader);
        if (column === undefined) continue;
        const cell = sheet.getRangeByIndexes(place.row + row.row, place.column + column, 1, 1);
        formatAll(cell, "@");
        cell.values = [[plainText(text)]];
      }
    }
    await context.sync();
    return told.length;
  });
}

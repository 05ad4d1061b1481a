import { rectangle, type Area } from "../host/area";
import type { CellFormat, CellInput, Grid, Rows } from "../host/grid";
import type { Block } from "./blocks";
import { blocksOf, exampleSheets, formulaRow, placed, type PlacedExample } from "./examples";
import { formulaBlocks, formulaFormats, formulaHeadings, formulaInputs, formulaTableHeads } from "./formulas";
import { registerColumns, registerRows } from "./register";

/** The sheets of the sample workbook, in their order. Sheet1 is for whoever comes. */
export const sampleSheets = ["Register", "Formulas", ...exampleSheets.map(({ name }) => name), "Sheet1"];

/** Fills the sample workbook: a register of assets as a table, and formulas worth playing with. */
export async function fillSample(grid: Grid): Promise<void> {
  await fillRegister(grid, sheetIdOf(grid, "Register"));
  fillFormulas(grid, sheetIdOf(grid, "Formulas"));
  for (const { name, examples } of exampleSheets) {
    for (const example of placed(examples)) fillExample(grid, sheetIdOf(grid, name), example);
    grid.freeze(sheetIdOf(grid, name), formulaRow, 0);
  }
  await grid.settle();
  fitWidths(grid);
}

async function fillRegister(grid: Grid, sheetId: string): Promise<void> {
  const area = { sheetId, row: 0, column: 0, rows: registerRows.length, columns: registerColumns.length };
  registerColumns.forEach(([, numberFormat], column) => {
    setNumberFormat(grid, { ...area, row: 1, rows: 200, column, columns: 1 }, numberFormat);
  });
  grid.write(area, registerRows);
  await grid.addTable({ id: "{1}", name: "Register", area, style: "TableStyleMedium2" });
  grid.freeze(sheetId, 1, 2);
  const methods = { ...area, row: 1, rows: 200, column: columnOf("Method"), columns: 1 };
  grid.setValidation(methods, { source: "SL,DB,SYD,RB,NONE", dropDown: true, strict: false });
}

function columnOf(header: string): number {
  return registerColumns.findIndex(([each]) => each === header);
}

const heading: CellFormat = { bold: true, fontSize: 12 };
const tableHead: CellFormat = { bold: true, fill: "#E8EEF3", horizontal: "Right" };
const input: CellFormat = { fill: "#FFF8E5" };

function fillFormulas(grid: Grid, sheetId: string): void {
  writeBlocks(grid, sheetId, formulaBlocks);
  for (const [area, numberFormat] of formulaFormats) setNumberFormat(grid, areaOf(sheetId, area), numberFormat);
  for (const area of formulaHeadings) grid.setFormat(areaOf(sheetId, area), heading);
  for (const area of formulaTableHeads) grid.setFormat(areaOf(sheetId, area), tableHead);
  grid.setFormat(areaOf(sheetId, formulaInputs), { ...input, horizontal: "Right" });
  grid.setFormat(areaOf(sheetId, "A2"), { italic: true, color: "#5B6770" });
}

const exampleRows = 300;

function fillExample(grid: Grid, sheetId: string, example: PlacedExample): void {
  const { column, columns, datesOnTop = [], sentences = [] } = example;
  columns.forEach((numberFormat, index) => {
    const area = { sheetId, row: formulaRow, column: column + index, rows: exampleRows, columns: 1 };
    setNumberFormat(grid, area, numberFormat);
    grid.setColumnWidth(area, sentences.includes(index) ? 300 : numberFormat === "General" ? 96 : 84);
  });
  for (const index of datesOnTop) {
    setNumberFormat(grid, { sheetId, row: formulaRow, column: column + index, rows: 1, columns: 1 }, "yyyy-mm-dd");
  }
  const top = { sheetId, row: 0, column, rows: 1, columns: 1 };
  grid.setFormat(top, heading);
  grid.setFormat({ ...top, row: 2 }, { italic: true, color: "#5B6770" });
  writeBlocks(grid, sheetId, blocksOf(example));
}

function writeBlocks(grid: Grid, sheetId: string, blocks: readonly Block[]): void {
  for (const { at, rows } of blocks) grid.write(blockArea(sheetId, at, rows), rows);
}

function setNumberFormat(grid: Grid, area: Area, numberFormat: string): void {
  grid.setNumberFormats(
    area,
    Array.from({ length: area.rows }, () => new Array<string>(area.columns).fill(numberFormat)),
  );
}

// In points. Long headings may run on over the cells to their right, so widths are set by what stands in the columns.
const formulaWidths = [78, 86, 104, 86, 20, 60, 96, 88, 88, 88, 20, 74, 96, 88, 88, 88, 20, 74, 96, 88, 88, 88];
const registerWidths = [62, 122, 84, 78, 84, 80, 78, 96, 104, 78, 64, 70, 96, 70, 148, 104, 84, 94, 110];

function fitWidths(grid: Grid): void {
  setWidths(grid, sheetIdOf(grid, "Register"), registerWidths);
  setWidths(grid, sheetIdOf(grid, "Formulas"), formulaWidths);
}

function setWidths(grid: Grid, sheetId: string, widths: readonly number[]): void {
  widths.forEach((points, column) => grid.setColumnWidth({ sheetId, row: 0, column, rows: 1, columns: 1 }, points));
}

function blockArea(sheetId: string, at: string, rows: Rows<CellInput>): Area {
  const { row, column } = areaOf(sheetId, at);
  return { sheetId, row, column, rows: rows.length, columns: rows[0]?.length ?? 0 };
}

function areaOf(sheetId: string, address: string): Area {
  const found = rectangle(address, { rows: 1, columns: 1 });
  if (found === undefined) throw new Error(`"${address}" is no address.`);
  return { sheetId, ...found };
}

function sheetIdOf(grid: Grid, name: string): string {
  const sheet = grid.sheets().find((each) => each.name === name);
  if (sheet === undefined) throw new Error(`There is no sheet ${name}.`);
  return sheet.id;
}

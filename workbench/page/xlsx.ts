import { columnLetters } from "../host/area";
import type { CellValue, Grid } from "../host/grid";

/** Saves the workbook as an .xlsx file: values, formulas, number formats and column widths of every sheet. */
export async function downloadXlsx(grid: Grid): Promise<void> {
  const xlsx = await import("@e965/xlsx");
  await grid.settle();
  const book = xlsx.utils.book_new();
  for (const { id, name } of grid.sheets()) xlsx.utils.book_append_sheet(book, sheetOf(grid, id), name);
  const bytes = xlsx.write(book, { type: "array", bookType: "xlsx", compression: true }) as ArrayBuffer;
  save(bytes, "DEPR workbook.xlsx");
}

interface FileCell {
  readonly t: "n" | "s" | "b" | "e";
  readonly v: string | number | boolean;
  readonly f?: string;
  readonly F?: string;
  readonly z?: string;
}

/** The numbers that the file format has for errors. */
const errorNumbers: Readonly<Record<string, number>> = {
  "#NULL!": 0x00,
  "#DIV/0!": 0x07,
  "#VALUE!": 0x0f,
  "#REF!": 0x17,
  "#NAME?": 0x1d,
  "#NUM!": 0x24,
  "#N/A": 0x2a,
  "#GETTING_DATA": 0x2b,
};

function sheetOf(grid: Grid, sheetId: string): Record<string, unknown> {
  const used = grid.usedArea(sheetId, true);
  if (used === undefined) return { "!ref": "A1" };
  const area = { sheetId, row: 0, column: 0, rows: used.row + used.rows, columns: used.column + used.columns };
  const [values, formulas, formats] = [grid.values(area), grid.formulas(area), grid.numberFormats(area)];
  const cells: Record<string, unknown> = { "!ref": `A1:${columnLetters(area.columns - 1)}${area.rows}` };
  values.forEach((row, down) => {
    row.forEach((value, right) => {
      const formula = formulas[down]?.[right];
      const hasFormula = typeof formula === "string" && formula.startsWith("=") && formula !== value;
      if (value === "" && !hasFormula) return;
      const format = formats[down]?.[right] ?? "General";
      const spill = hasFormula ? spillOf(grid, sheetId, down, right) : undefined;
      cells[`${columnLetters(right)}${down + 1}`] = {
        ...cellOf(value),
        ...(format === "General" ? {} : { z: format }),
        ...(hasFormula ? { f: formula.slice(1) } : {}),
        ...(spill === undefined ? {} : { F: spill, D: true }),
      };
    });
  });
  cells["!cols"] = Array.from({ length: area.columns }, (_, column) => ({
    wpx: Math.round((grid.columnWidth({ sheetId, row: 0, column, rows: 1, columns: 1 }) ?? 48) * (96 / 72)),
  }));
  return cells;
}

function cellOf(value: CellValue): FileCell {
  if (typeof value === "number") return { t: "n", v: value };
  if (typeof value === "boolean") return { t: "b", v: value };
  const error = errorNumbers[value];
  return error === undefined ? { t: "s", v: value } : { t: "e", v: error };
}

/** The area a formula spills to, as a dynamic array's own. */
function spillOf(grid: Grid, sheetId: string, row: number, column: number): string | undefined {
  const spill = grid.spillArea(sheetId, row, column);
  if (spill === undefined || spill.rows * spill.columns === 1) return undefined;
  const last = `${columnLetters(column + spill.columns - 1)}${row + spill.rows}`;
  return `${columnLetters(column)}${row + 1}:${last}`;
}

function save(bytes: ArrayBuffer, name: string): void {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

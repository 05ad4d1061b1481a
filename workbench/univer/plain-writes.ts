import { ObjectMatrix, type ICellData, type Nullable } from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";
import { storedCells, type OpenedWorkbook } from "./opened-workbook";

type Cells = Parameters<FormulaDataModel["updateFormulaData"]>[2];

/**
 * Spares Univer a search. At every write, of one cell or of thousands, it looks through all cells of the workbook for
 * formulas, to put those right that the write changes. A write that neither brings nor takes away a formula changes
 * none, which its own cells tell.
 */
export function sparePlainWrites(opened: OpenedWorkbook): void {
  const formulas = opened.injector.get(FormulaDataModel);
  const update = formulas.updateFormulaData.bind(formulas);
  formulas.updateFormulaData = (unitId, sheetId, cells) =>
    unitId === opened.unitId && isPlain(opened, sheetId, cells) ? {} : update(unitId, sheetId, cells);
}

function isPlain(opened: OpenedWorkbook, sheetId: string, cells: Cells): boolean {
  const stored = storedCells(opened, sheetId);
  let plain = true;
  new ObjectMatrix(cells).forValue((row, column, cell) => {
    plain = !hasFormula(cell) && !hasFormula(stored(row, column));
    return plain;
  });
  return plain;
}

function hasFormula(cell: Nullable<ICellData>): boolean {
  return Boolean(cell?.f) || Boolean(cell?.si);
}

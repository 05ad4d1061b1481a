import type { Grid, Sheet } from "../host/grid";
import { cellPart } from "./cells";
import { fitColumns } from "./fitting";
import { formatPart } from "./formats";
import { currentSelection, gridEvents } from "./grid-events";
import { facadeRange, facadeSheet, type FacadeSheet, type OpenedWorkbook } from "./opened-workbook";
import type { Settling } from "./settling";
import { shiftPart } from "./shifting";
import { tablePart } from "./tables";
import { validationPart } from "./validation";

/** How large a new sheet is. */
export const sheetSize = { rows: 10_000, columns: 200 } as const;

/** The grid of the workbench: the workbook that is open in Univer. */
export function createUniverGrid(opened: OpenedWorkbook, settling: Settling): Grid {
  const { workbook } = opened;
  const cells = cellPart(opened);
  const tables = tablePart(opened);
  return {
    sheets: () => workbook.getSheets().map(described),
    activeSheetId: () => workbook.getActiveSheet().getSheetId(),
    activateSheet: (sheetId) => void facadeSheet(opened, sheetId).activate(),
    addSheet: (name) => {
      const active = workbook.getActiveSheet();
      const sheet = workbook.create(name, sheetSize.rows, sheetSize.columns, { index: workbook.getSheets().length });
      // A sheet that an add-in makes stays in the background, as in Excel.
      active.activate();
      return sheet.getSheetId();
    },
    renameSheet: (sheetId, name) => void facadeSheet(opened, sheetId).setName(name),
    deleteSheet: (sheetId) => void workbook.deleteSheet(sheetId),
    freeze: (sheetId, rows, columns) => {
      const sheet = facadeSheet(opened, sheetId);
      if (rows === 0 && columns === 0) sheet.cancelFreeze();
      else sheet.setFreeze({ startRow: rows || -1, startColumn: columns || -1, xSplit: columns, ySplit: rows });
    },
    ...cells,
    ...shiftPart(opened, cells),
    ...formatPart(opened),
    ...validationPart(opened),
    ...tables,
    fitColumns: (area) => fitColumns(opened, { ...cells, ...tables }, area),
    selection: () => currentSelection(opened),
    select: (area) => {
      facadeSheet(opened, area.sheetId).activate();
      facadeRange(opened, area).activate();
    },
    settle: async () => settling.settle(),
    listen: gridEvents(opened),
  };
}

function described(sheet: FacadeSheet): Sheet {
  return {
    id: sheet.getSheetId(),
    name: sheet.getSheetName(),
    visible: !sheet.isSheetHidden(),
    rows: sheet.getMaxRows(),
    columns: sheet.getMaxColumns(),
  };
}

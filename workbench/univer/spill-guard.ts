import { FormulaDataModel } from "@univerjs/engine-formula";
import { storedCells, type OpenedWorkbook } from "./opened-workbook";

/** Rectangles that formulas fill, by the place of the formula. */
type Spills = ReadonlyMap<string, Rectangle>;

interface Rectangle {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

/**
 * Notices when formulas give up cells that they had filled: Univer shows those cells empty, but formulas that look at
 * them keep what they saw. Returns a function that says whether that happened since it was asked last.
 */
export function createSpillGuard(opened: OpenedWorkbook): () => boolean {
  let before: Spills = new Map();
  return () => {
    const now = currentSpills(opened);
    const isVacated = [...before].some(([place, rectangle]) => !covers(now.get(place), rectangle));
    before = now;
    return isVacated;
  };
}

function currentSpills(opened: OpenedWorkbook): Spills {
  const spills = new Map<string, Rectangle>();
  const sheets = opened.injector.get(FormulaDataModel).getArrayFormulaRange()[opened.unitId] ?? {};
  for (const [sheetId, rows] of Object.entries(sheets)) {
    if (!opened.model.getSheetBySheetId(sheetId)) continue;
    const stored = storedCells(opened, sheetId);
    for (const [row, columns] of Object.entries(rows)) {
      for (const [column, rectangle] of Object.entries((columns ?? {}) as Record<string, Rectangle>)) {
        // A formula that cannot spill keeps its rectangle on record, but fills nothing.
        const isBlocked = stored(Number(row), Number(column))?.v === "#SPILL!";
        if (!isBlocked) spills.set(`${sheetId} ${row} ${column}`, rectangle);
      }
    }
  }
  return spills;
}

function covers(now: Rectangle | undefined, before: Rectangle): boolean {
  return now !== undefined && now.endRow >= before.endRow && now.endColumn >= before.endColumn;
}

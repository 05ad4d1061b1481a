import {
  ICommandService,
  IUndoRedoService,
  sequenceExecute,
  WrapStrategy,
  type ICellData,
  type IMutationInfo,
  type IObjectMatrixPrimitiveType,
  type IStyleData,
  type Nullable,
} from "@univerjs/core";
import {
  SetRangeValuesCommand,
  SetRangeValuesMutation,
  SetRangeValuesUndoMutationFactory,
  SheetInterceptorService,
} from "@univerjs/preset-sheets-core";
import type { Area } from "../host/area";
import { rangeOf, sheetModel, storedCells, type OpenedWorkbook } from "./opened-workbook";

type Cells = IObjectMatrixPrimitiveType<ICellData>;

interface Steps {
  readonly redos: readonly IMutationInfo[];
  readonly undos: readonly IMutationInfo[];
}

/**
 * Writes cells as Univer's own command for it does, so that one undo takes all of them back, but for the rows' heights:
 * the command works out how each cell is drawn, which takes longer than everything else, and only few cells can make
 * their row higher.
 */
export function writeCells(opened: OpenedWorkbook, area: Area, cells: Cells): void {
  const { injector, unitId } = opened;
  const params = { unitId, subUnitId: area.sheetId, cellValue: cells };
  const before = SetRangeValuesUndoMutationFactory(injector, params);
  const high = highRows(opened, area);
  injector.get(ICommandService).syncExecuteCommand(SetRangeValuesMutation.id, params);
  const more = [
    injector.get(SheetInterceptorService).onCommandExecute({ id: SetRangeValuesCommand.id, params }),
    heights(opened, area, high),
  ];
  carryOut(opened, {
    redos: [{ id: SetRangeValuesMutation.id, params }, ...more.flatMap(({ redos }) => redos)],
    undos: [{ id: SetRangeValuesMutation.id, params: before }, ...more.flatMap(({ undos }) => undos)],
  });
}

/** The first of the steps is done already. */
function carryOut({ injector, unitId }: OpenedWorkbook, { redos, undos }: Steps): void {
  sequenceExecute(redos.slice(1), injector.get(ICommandService));
  injector.get(IUndoRedoService).pushUndoRedo({ unitID: unitId, redoMutations: [...redos], undoMutations: [...undos] });
}

function heights({ injector, unitId }: OpenedWorkbook, area: Area, rows: readonly number[]): Steps {
  if (rows.length === 0) return { redos: [], undos: [] };
  const ranges = rows.map((row) => rangeOf({ ...area, row, rows: 1 }));
  return injector
    .get(SheetInterceptorService)
    .generateMutationsOfAutoHeight({ unitId, subUnitId: area.sheetId, ranges });
}

/** The rows with a cell in the area that can be higher than a line of the usual font; values and formulas make none of them. */
function highRows(opened: OpenedWorkbook, area: Area): readonly number[] {
  const sheet = sheetModel(opened, area.sheetId);
  const styles = opened.model.getStyles();
  const stored = storedCells(opened, area.sheetId);
  const columns = Array.from({ length: area.columns }, (_, at) => area.column + at);
  const isHighColumn = columns.some((column) => isHigh(sheet.getColumnStyle(column)));
  const rows = Array.from({ length: area.rows }, (_, at) => area.row + at);
  const isHighCell = (cell: Nullable<ICellData>): boolean =>
    Boolean(cell?.p) || (Boolean(cell?.s) && isHigh(styles.getStyleByCell(cell)));
  return rows.filter(
    (row) =>
      isHighColumn || isHigh(sheet.getRowStyle(row)) || columns.some((column) => isHighCell(stored(row, column))),
  );
}

function isHigh(style: Nullable<IStyleData>): boolean {
  if (!style) return false;
  return style.tb === WrapStrategy.WRAP || [style.fs, style.ff, style.tr].some((member) => member != null);
}

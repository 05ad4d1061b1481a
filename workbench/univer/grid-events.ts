import { ICommandService, type ICommandInfo } from "@univerjs/core";
import { intersection, type Area } from "../host/area";
import type { GridEvent } from "../host/grid";
import type { OpenedWorkbook } from "./opened-workbook";

interface CommandParams {
  readonly unitId?: string;
  readonly subUnitId?: string;
  readonly cellValue?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly sheet?: { readonly id: string };
}

type Listener = (event: GridEvent) => void;

/** Words what Univer does as the events an add-in knows. Calculated results are no changes, as in Excel. */
export function gridEvents(opened: OpenedWorkbook): (listener: Listener) => () => void {
  const listeners = new Set<Listener>();
  const tell: Listener = (event) => listeners.forEach((listener) => listener(event));
  let active = opened.workbook.getActiveSheet().getSheetId();
  const activated = (sheetId: string): void => {
    if (sheetId === active) return;
    tell({ kind: "deactivated", sheetId: active });
    active = sheetId;
    tell({ kind: "activated", sheetId });
  };
  const selected = onceATick<Area>((area) => tell({ kind: "selected", area }));
  const handlers: Readonly<Record<string, (params: CommandParams) => void>> = {
    "sheet.mutation.set-range-values": ({ subUnitId = "", cellValue }) => {
      const area = changedArea(subUnitId, cellValue ?? {});
      if (area !== undefined) tell({ kind: "changed", area });
    },
    "sheet.operation.set-worksheet-active": ({ subUnitId = "" }) => activated(subUnitId),
    "sheet.mutation.insert-sheet": ({ sheet }) => tell({ kind: "added", sheetId: sheet?.id ?? "" }),
    "sheet.mutation.remove-sheet": ({ subUnitId = "" }) => tell({ kind: "deleted", sheetId: subUnitId }),
    "sheet.operation.set-selections": () => selected(currentSelection(opened)),
  };
  opened.injector.get(ICommandService).onCommandExecuted((command: Readonly<ICommandInfo>, options) => {
    const handler = Object.hasOwn(handlers, command.id) ? handlers[command.id] : undefined;
    if (handler !== undefined && options?.["fromFormula"] !== true) handler(command.params ?? {});
  });
  return (listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
}

/** The selected area; a click on a header selects whole rows or columns. */
export function currentSelection({ workbook }: OpenedWorkbook): Area {
  const sheet = workbook.getActiveSheet();
  const whole = {
    sheetId: sheet.getSheetId(),
    row: 0,
    column: 0,
    rows: sheet.getMaxRows(),
    columns: sheet.getMaxColumns(),
  };
  const range = sheet.getActiveRange();
  if (range === null) return { ...whole, rows: 1, columns: 1 };
  const area = {
    ...whole,
    row: Math.max(0, range.getRow()),
    column: Math.max(0, range.getColumn()),
    rows: range.getHeight(),
    columns: range.getWidth(),
  };
  return intersection(area, whole) ?? { ...whole, rows: 1, columns: 1 };
}

/** Where values or formulas changed; a change of formats alone is none. */
function changedArea(
  sheetId: string,
  cells: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): Area | undefined {
  const places = Object.entries(cells).flatMap(([row, line]) =>
    Object.entries(line)
      .filter(([, cell]) => isContent(cell))
      .map(([column]) => ({ row: Number(row), column: Number(column) })),
  );
  if (places.length === 0) return undefined;
  const rows = places.map(({ row }) => row);
  const columns = places.map(({ column }) => column);
  const top = rows.reduce((least, row) => Math.min(least, row));
  const left = columns.reduce((least, column) => Math.min(least, column));
  const bottom = rows.reduce((most, row) => Math.max(most, row));
  const right = columns.reduce((most, column) => Math.max(most, column));
  return { sheetId, row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

function isContent(cell: unknown): boolean {
  return cell === null || (typeof cell === "object" && ("v" in cell || "f" in cell || "p" in cell));
}

/** Several selections in a row are one, the last of them. */
function onceATick<T>(act: (value: T) => void): (value: T) => void {
  let last: { readonly value: T } | undefined;
  return (value) => {
    const isFirst = last === undefined;
    last = { value };
    if (!isFirst) return;
    queueMicrotask(() => {
      if (last !== undefined) act(last.value);
      last = undefined;
    });
  };
}

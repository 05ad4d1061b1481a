import type { Area } from "./area";
import type { CellFormat, CellInput, CellValue, Grid, GridEvent, Rows, Sheet, Table } from "./grid";
import { createMemorySheet, shifted, type MemoryCell, type MemorySheet } from "./memory-sheet";

/** A plain grid with what a test may want to do to it as a user would. */
export interface MemoryGrid extends Grid {
  /** What a formula's cell shows; the plain grid calculates nothing, so until told a formula is #NAME?. */
  setResult(sheetId: string, row: number, column: number, value: CellValue): void;
}

const rowsOfSheet = 10_000;
const columnsOfSheet = 200;

/** Sheets in memory: values as typed, formulas kept as text. For running the host where there is no real grid. */
export function createMemoryGrid(names: readonly string[] = ["Sheet1"]): MemoryGrid {
  const sheets = names.map((name, index) => createMemorySheet(`sheet-${index + 1}`, name));
  const state: MemoryState = {
    sheets,
    made: sheets.length,
    active: sheets[0]?.id ?? "",
    selection: undefined,
    tables: [],
    results: new Map(),
    listeners: new Set(),
  };
  return {
    ...sheetPart(state),
    ...readPart(state),
    ...changePart(state),
    ...formatPart(state),
    ...tablePart(state),
    ...restPart(state),
  };
}

interface MemoryState {
  sheets: MemorySheet[];
  made: number;
  active: string;
  selection: Area | undefined;
  tables: readonly Table[];
  readonly results: Map<string, CellValue>;
  readonly listeners: Set<(event: GridEvent) => void>;
}

type Part<K extends keyof MemoryGrid> = Pick<MemoryGrid, K>;

function tell(state: MemoryState, event: GridEvent): void {
  for (const listener of state.listeners) listener(event);
}

function sheetIn(state: MemoryState, sheetId: string): MemorySheet {
  const sheet = state.sheets.find(({ id }) => id === sheetId);
  if (sheet === undefined) throw new Error(`There is no sheet ${sheetId}.`);
  return sheet;
}

function sheetPart(
  state: MemoryState,
): Part<"sheets" | "activeSheetId" | "activateSheet" | "addSheet" | "renameSheet" | "deleteSheet" | "freeze"> {
  return {
    sheets: () => state.sheets.map(described),
    activeSheetId: () => state.active,
    activateSheet: (sheetId) => {
      if (state.active === sheetId) return;
      tell(state, { kind: "deactivated", sheetId: state.active });
      state.active = sheetId;
      tell(state, { kind: "activated", sheetId });
    },
    addSheet: (name) => {
      state.made += 1;
      const sheet = createMemorySheet(`sheet-${state.made}`, name);
      state.sheets.push(sheet);
      tell(state, { kind: "added", sheetId: sheet.id });
      return sheet.id;
    },
    renameSheet: (sheetId, name) => {
      sheetIn(state, sheetId).name = name;
    },
    deleteSheet: (sheetId) => {
      state.sheets = state.sheets.filter(({ id }) => id !== sheetId);
      state.tables = state.tables.filter(({ area }) => area.sheetId !== sheetId);
      if (state.active === sheetId) state.active = state.sheets[0]?.id ?? "";
      tell(state, { kind: "deleted", sheetId });
    },
    freeze: () => undefined,
  };
}

function described({ id, name }: MemorySheet): Sheet {
  return { id, name, visible: true, rows: rowsOfSheet, columns: columnsOfSheet };
}

function rowsOf<T>(
  state: MemoryState,
  area: Area,
  read: (cell: MemoryCell, row: number, column: number) => T,
): Rows<T> {
  const sheet = sheetIn(state, area.sheetId);
  return Array.from({ length: area.rows }, (_, down) =>
    Array.from({ length: area.columns }, (__, right) => {
      const row = area.row + down;
      const column = area.column + right;
      return read(sheet.at(row, column), row, column);
    }),
  );
}

function change<T>(
  state: MemoryState,
  area: Area,
  rows: Rows<T | null> | T,
  changed: (value: T) => Partial<MemoryCell>,
): void {
  const sheet = sheetIn(state, area.sheetId);
  for (let down = 0; down < area.rows; down += 1) {
    for (let right = 0; right < area.columns; right += 1) {
      const value = Array.isArray(rows) ? ((rows as Rows<T | null>)[down]?.[right] ?? null) : (rows as T);
      if (value !== null) sheet.change(area.row + down, area.column + right, changed(value));
    }
  }
}

/** What a formula cell is when its formula is looked at, or the value it holds. */
function formulaOf(input: CellInput): CellValue {
  return typeof input === "object" ? input.formula : input;
}

function readPart(state: MemoryState): Part<"values" | "formulas" | "texts" | "usedArea" | "spillArea" | "setResult"> {
  const shown = (sheetId: string, { input }: MemoryCell, row: number, column: number): CellValue =>
    typeof input === "object" ? (state.results.get(`${sheetId} ${row} ${column}`) ?? "#NAME?") : input;
  const values = (area: Area): Rows =>
    rowsOf(state, area, (cell, row, column) => shown(area.sheetId, cell, row, column));
  return {
    values,
    formulas: (area) => rowsOf(state, area, ({ input }) => formulaOf(input)),
    texts: (area) =>
      values(area).map((row) =>
        row.map((value) => (value === true ? "TRUE" : value === false ? "FALSE" : String(value))),
      ),
    usedArea: (sheetId, valuesOnly) => usedIn(sheetIn(state, sheetId), valuesOnly),
    spillArea: () => undefined,
    setResult: (sheetId, row, column, value) => void state.results.set(`${sheetId} ${row} ${column}`, value),
  };
}

function changePart(state: MemoryState): Part<"write" | "clear" | "insertCells" | "deleteCells"> {
  const changed = (area: Area): void => tell(state, { kind: "changed", area });
  return {
    write: (area, rows) => {
      change<CellInput>(state, area, rows, (input) => ({ input }));
      changed(area);
    },
    clear: (area, what) => {
      const gone: Partial<MemoryCell> = {
        ...(what === "Formats" ? {} : { input: "" }),
        ...(what === "Contents" ? {} : { numberFormat: "General", format: {}, validation: undefined }),
      };
      change(state, area, true, () => gone);
      changed(area);
    },
    insertCells: (area, shift) => {
      const [along, step] = shift === "Down" ? (["row", area.rows] as const) : (["column", area.columns] as const);
      sheetIn(state, area.sheetId).move(shifted(area, along, step));
      changed(area);
    },
    deleteCells: (area, shift) => {
      const [along, step] = shift === "Up" ? (["row", -area.rows] as const) : (["column", -area.columns] as const);
      sheetIn(state, area.sheetId).move(shifted(area, along, step));
      changed(area);
    },
  };
}

function usedIn(sheet: MemorySheet, valuesOnly: boolean): Area | undefined {
  const places = sheet.places().filter(({ cell }) => cell.input !== "" || (!valuesOnly && isFormatted(cell)));
  const first = places[0];
  if (first === undefined) return undefined;
  const bounds = places.reduce(
    ({ top, left, bottom, right }, { row, column }) => ({
      top: Math.min(top, row),
      left: Math.min(left, column),
      bottom: Math.max(bottom, row),
      right: Math.max(right, column),
    }),
    { top: first.row, left: first.column, bottom: first.row, right: first.column },
  );
  const { top, left, bottom, right } = bounds;
  return { sheetId: sheet.id, row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

function isFormatted({ numberFormat, format }: MemoryCell): boolean {
  return numberFormat !== "General" || Object.keys(format).length > 0;
}

function formatPart(
  state: MemoryState,
): Part<
  | "numberFormats"
  | "setNumberFormats"
  | "format"
  | "setFormat"
  | "columnWidth"
  | "setColumnWidth"
  | "rowHeight"
  | "setRowHeight"
  | "fitColumns"
  | "fitRows"
  | "validation"
  | "setValidation"
> {
  return {
    numberFormats: (area) => rowsOf(state, area, ({ numberFormat }) => numberFormat),
    setNumberFormats: (area, rows) => change<string>(state, area, rows, (numberFormat) => ({ numberFormat })),
    format: (area) => alike(rowsOf(state, area, ({ format }) => format).flat()),
    setFormat: (area, format) => {
      const sheet = sheetIn(state, area.sheetId);
      rowsOf(state, area, (cell, row, column) => sheet.change(row, column, { format: { ...cell.format, ...format } }));
    },
    columnWidth: (area) =>
      only(span(area.column, area.columns).map((at) => sheetIn(state, area.sheetId).columnWidths.get(at) ?? 48)),
    setColumnWidth: (area, points) => {
      for (const at of span(area.column, area.columns)) sheetIn(state, area.sheetId).columnWidths.set(at, points);
    },
    rowHeight: (area) =>
      only(span(area.row, area.rows).map((at) => sheetIn(state, area.sheetId).rowHeights.get(at) ?? 15)),
    setRowHeight: (area, points) => {
      for (const at of span(area.row, area.rows)) sheetIn(state, area.sheetId).rowHeights.set(at, points);
    },
    // Widths that fit would need a screen to measure text on.
    fitColumns: () => undefined,
    fitRows: () => undefined,
    validation: (area) => only(rowsOf(state, area, ({ validation }) => validation).flat()),
    setValidation: (area, validation) => change(state, area, true, () => ({ validation })),
  };
}

function span(start: number, length: number): readonly number[] {
  return Array.from({ length }, (_, index) => start + index);
}

/** What all of them are, or undefined where they differ. */
function only<T>(values: readonly T[]): T | undefined {
  const [first] = values;
  return values.every((value) => value === first) ? first : undefined;
}

function alike(formats: readonly CellFormat[]): CellFormat {
  const [first = {}] = formats;
  const same = Object.entries(first).filter(([name, value]) =>
    formats.every((format) => format[name as keyof CellFormat] === value),
  );
  return Object.fromEntries(same);
}

function tablePart(state: MemoryState): Part<"tables" | "addTable" | "changeTable" | "removeTable"> {
  return {
    tables: () => state.tables,
    addTable: (table) => {
      state.tables = [...state.tables, table];
    },
    changeTable: (id, changed) => {
      state.tables = state.tables.map((table) => (table.id === id ? { ...table, ...changed } : table));
    },
    removeTable: (id) => {
      state.tables = state.tables.filter((table) => table.id !== id);
    },
  };
}

function restPart(state: MemoryState): Part<"selection" | "select" | "settle" | "listen"> {
  return {
    selection: () => state.selection ?? { sheetId: state.active, row: 0, column: 0, rows: 1, columns: 1 },
    select: (area) => {
      if (state.active !== area.sheetId) {
        tell(state, { kind: "deactivated", sheetId: state.active });
        state.active = area.sheetId;
        tell(state, { kind: "activated", sheetId: area.sheetId });
      }
      state.selection = area;
      tell(state, { kind: "selected", area });
    },
    settle: async () => Promise.resolve(),
    listen: (listener) => {
      state.listeners.add(listener);
      return () => void state.listeners.delete(listener);
    },
  };
}

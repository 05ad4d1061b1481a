import type { Area } from "../area";
import type { CellValue, ClearWhat, Rows } from "../grid";
import { invalidArgument } from "../host-error";
import { typed } from "../typed";
import { sheetOf, type World } from "../world";
import { addressOf, type RangeSelf } from "./addresses";
import { dataValidationOf } from "./data-validation";
import { flag, wholeNumber, word } from "./given";
import { hostObject, type HostObject, type ObjectType, type Property } from "./object";
import { rangeFormatOf } from "./range-format";
import { rangeMoves } from "./range-moves";
import { tablesWithin } from "./tables";
import { worksheetOf } from "./worksheet";

/** The Range object of an area. */
export function rangeOf(world: World, area: Area): HostObject {
  return hostObject(rangeType, { world, area });
}

const clearWords: readonly ClearWhat[] = ["All", "Contents", "Formats"];

const address: Property<RangeSelf> = { get: ({ world, area }) => addressOf(world, area) };

const formulas: Property<RangeSelf> = {
  get: ({ world, area }) => world.grid.formulas(area),
  set: writeCells,
};

const numberFormat: Property<RangeSelf> = {
  get: ({ world, area }) => world.grid.numberFormats(area),
  set: ({ world, area }, value) => world.grid.setNumberFormats(area, rowsGiven(area, value, isTextOrNull)),
};

const rangeType: ObjectType<RangeSelf> = {
  name: "Range",
  identity: (self) => {
    const id = self.world.references.idOf(self);
    return id === undefined ? {} : { _ReferenceId: id };
  },
  properties: {
    Values: { get: ({ world, area }) => world.grid.values(area), set: writeCells, settled: true },
    Formulas: formulas,
    FormulasLocal: formulas,
    Text: { get: ({ world, area }) => world.grid.texts(area), settled: true },
    NumberFormat: numberFormat,
    NumberFormatLocal: numberFormat,
    ValueTypes: { get: ({ world, area }) => world.grid.values(area).map((row) => row.map(valueType)), settled: true },
    Address: address,
    AddressLocal: address,
    RowIndex: { get: ({ area }) => area.row },
    ColumnIndex: { get: ({ area }) => area.column },
    RowCount: { get: ({ area }) => area.rows },
    ColumnCount: { get: ({ area }) => area.columns },
    CellCount: { get: ({ area }) => area.rows * area.columns },
    IsEntireColumn: { get: ({ world, area }) => area.row === 0 && area.rows >= sheetOf(world, area.sheetId).rows },
    IsEntireRow: {
      get: ({ world, area }) => area.column === 0 && area.columns >= sheetOf(world, area.sheetId).columns,
    },
  },
  objects: {
    Worksheet: ({ world, area }) => worksheetOf(world, area.sheetId),
    Format: ({ world, area }) => rangeFormatOf(world, area),
    DataValidation: ({ world, area }) => dataValidationOf(world, area),
  },
  methods: {
    ...rangeMoves((world, area) => rangeOf(world, area)),
    Clear: ({ world, area }, [what]) => world.grid.clear(area, word(what, clearWords, "applyTo", "All")),
    Insert: async ({ world, area }, [shift]) => {
      await world.grid.insertCells(area, word(shift, ["Down", "Right"], "shift"));
      return rangeOf(world, area);
    },
    Delete: ({ world, area }, [shift]) => world.grid.deleteCells(area, word(shift, ["Up", "Left"], "shift")),
    Select: ({ world, area }) => world.grid.select(area),
    Calculate: async ({ world }) => world.grid.settle(),
    GetTables: ({ world, area }, [contained]) => tablesWithin(world, area, flag(contained, "fullyContained", false)),
    _KeepReference: (self) => self.world.references.keep(hostObject(rangeType, self)),
    _ValidateArraySize: ({ area }, [rows, columns]) => {
      checkShape(area, wholeNumber(rows, "rows"), wholeNumber(columns, "columns"));
    },
  },
};

/** Values are taken as if they were typed; a date brings its number format along. */
function writeCells({ world, area }: RangeSelf, value: unknown): void {
  const rows = rowsGiven(area, value, isCellOrNull);
  const formats = world.grid.numberFormats(area);
  const taken = rows.map((row, down) =>
    row.map((each, right) => (each === null ? null : typed(each, formats[down]?.[right] ?? "General"))),
  );
  world.grid.write(
    area,
    taken.map((row) => row.map((each) => each?.input ?? null)),
  );
  const brought = taken.map((row) => row.map((each) => each?.numberFormat ?? null));
  if (brought.some((row) => row.some((format) => format !== null))) world.grid.setNumberFormats(area, brought);
}

/** One value for all cells, or one for each of them. */
function rowsGiven<T>(area: Area, value: unknown, isElement: (element: unknown) => element is T): Rows<T> {
  if (!Array.isArray(value)) return filled(area, elementGiven(value, isElement));
  const rows = value.map((row: unknown) =>
    (Array.isArray(row) ? row : [row]).map((each) => elementGiven(each, isElement)),
  );
  checkShape(area, rows.length, Math.max(0, ...rows.map((row) => row.length)));
  if (rows.some((row) => row.length !== area.columns)) throw wrongShape();
  return rows;
}

function filled<T>({ rows, columns }: Area, element: T): Rows<T> {
  return Array.from({ length: rows }, () => new Array<T>(columns).fill(element));
}

function elementGiven<T>(value: unknown, isElement: (element: unknown) => element is T): T {
  if (!isElement(value)) throw invalidArgument("value");
  return value;
}

function isCellOrNull(value: unknown): value is CellValue | null {
  return value === null || typeof value === "string" || typeof value === "boolean" || typeof value === "number";
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === "string";
}

function checkShape(area: Area, rows: number, columns: number): void {
  if (rows !== area.rows || columns !== area.columns) throw wrongShape();
}

function wrongShape(): Error {
  return invalidArgument(
    "the number of rows or columns in the input array doesn't match the size or dimensions of the range",
  );
}

function valueType(value: CellValue): string {
  if (typeof value === "number") return "Double";
  if (typeof value === "boolean") return "Boolean";
  if (value === "") return "Empty";
  return /^#[A-Z/0_]+[!?A]$/.test(value) || value === "#GETTING_DATA" ? "Error" : "String";
}

import type { Nullable } from "@univerjs/core";
import {
  ArrayValueObject,
  BaseFunction,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  NumberValueObject,
  StringValueObject,
  type BaseValueObject,
} from "@univerjs/preset-sheets-core";
import { CellError, type Cell, type Cells, type Given } from "../functions/cell";

/** A cell of the workbook: which sheet, which row and column (from 0). */
export interface CellPlace {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

/** Answers a call from a cell. Must not throw. */
export type Answer = (place: CellPlace, given: readonly Given[]) => Cells;

/**
 * A function of the add-in inside Univer's formula engine. A throw in there stops the engine for good, so everything
 * is caught here; the number of arguments is judged by the callee, so that it can say what was expected.
 */
export class AddInFunction extends BaseFunction {
  override minParams = -1;
  override maxParams = -1;

  constructor(
    name: string,
    private readonly answer: Answer,
  ) {
    super(name);
  }

  override calculate(...variants: BaseValueObject[]): BaseValueObject {
    try {
      const place = { sheetId: this.subUnitId ?? "", row: this.row, column: this.column };
      return toEngine(this.answer(place, variants.map(fromEngine)));
    } catch (thrown) {
      console.error(thrown);
      return ErrorValueObject.create(ErrorType.VALUE);
    }
  }
}

// A reference to one cell is an array as well, so that a single blank is an argument that was left out.
function fromEngine(variant: BaseValueObject): Given {
  if (!(variant instanceof ArrayValueObject)) return variant.isNull() ? null : [[cellFromEngine(variant)]];
  const columns = variant.getColumnCount();
  return Array.from({ length: variant.getRowCount() }, (_, row) =>
    Array.from({ length: columns }, (__, column) => cellFromEngine(variant.get(row, column))),
  );
}

function cellFromEngine(value: Nullable<BaseValueObject>): Cell {
  if (!value || value.isNull()) return null;
  if (value instanceof ErrorValueObject) return new CellError(value.getErrorType());
  return value.getValue();
}

function toEngine(cells: Cells): BaseValueObject {
  const width = cells[0]?.length ?? 0;
  if (cells.length === 1 && width === 1) return cellToEngine(cells[0]?.[0] ?? null);
  return ArrayValueObject.create({
    calculateValueList: cells.map((row) => row.map(cellToEngine)),
    rowCount: cells.length,
    columnCount: width,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
}

const errorTypes: ReadonlyMap<string, ErrorType> = new Map(Object.values(ErrorType).map((type) => [type, type]));

// A blank is the empty text here: the engine would show nothing at all as 0.
function cellToEngine(cell: Cell): BaseValueObject {
  if (typeof cell === "number") return NumberValueObject.create(cell);
  if (typeof cell === "boolean") return BooleanValueObject.create(cell);
  if (cell instanceof CellError) return ErrorValueObject.create(errorTypes.get(cell.code) ?? ErrorType.VALUE);
  return StringValueObject.create(cell ?? "");
}

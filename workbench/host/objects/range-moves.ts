import { bounding, intersection, type Area } from "../area";
import { invalidArgument, itemNotFound } from "../host-error";
import { sheetOf, type World } from "../world";
import { areaGiven, checkedArea, type RangeSelf } from "./addresses";
import { flag, wholeNumber } from "./given";
import type { HostObject, ObjectType } from "./object";

type Methods = NonNullable<ObjectType<RangeSelf>["methods"]>;

type Move = (self: RangeSelf, given: readonly unknown[]) => Area | undefined;

/** The methods that lead from a range to another one. Each comes with its …OrNullObject sister where Excel has one. */
export function rangeMoves(rangeOf: (world: World, area: Area) => HostObject): Methods {
  const orThrow = (move: Move, otherwise: () => Area): Methods[string] => {
    return (self, given) => rangeOf(self.world, checkedArea(move(self, given) ?? otherwise()));
  };
  const orNull = (move: Move): Methods[string] => {
    return (self, given) => {
      const area = move(self, given);
      return area === undefined ? null : rangeOf(self.world, area);
    };
  };
  const simple = Object.entries(moves).map(([name, move]) => [name, orThrow(move, notThere)] as const);
  const doubtful = Object.entries(movesThatMayFail).flatMap(([name, move]) => [
    [name, orThrow(move, notThere)] as const,
    [`${name}OrNullObject`, orNull(move)] as const,
  ]);
  return {
    ...Object.fromEntries([...simple, ...doubtful]),
    // An empty sheet has a used range all the same: its first cell.
    GetUsedRange: (self, given) => rangeOf(self.world, used(self, given) ?? firstCell(self.area)),
    GetUsedRangeOrNullObject: orNull(used),
  };
}

const moves: Readonly<Record<string, Move>> = {
  GetCell: ({ area }, [row, column]) => cell(area, wholeNumber(row, "row"), wholeNumber(column, "column")),
  GetRow: ({ area }, [row]) => rowOf(area, wholeNumber(row, "row")),
  GetColumn: ({ area }, [column]) => columnOf(area, wholeNumber(column, "column")),
  GetLastCell: ({ area }) => cell(area, area.rows - 1, area.columns - 1),
  GetLastRow: ({ area }) => rowOf(area, area.rows - 1),
  GetLastColumn: ({ area }) => columnOf(area, area.columns - 1),
  GetEntireColumn: ({ world, area }) => ({ ...area, row: 0, rows: sheetOf(world, area.sheetId).rows }),
  GetEntireRow: ({ world, area }) => ({ ...area, column: 0, columns: sheetOf(world, area.sheetId).columns }),
  GetOffsetRange: ({ area }, [rows, columns]) => ({
    ...area,
    row: area.row + wholeNumber(rows, "rowOffset"),
    column: area.column + wholeNumber(columns, "columnOffset"),
  }),
  GetResizedRange: ({ area }, [rows, columns]) => ({
    ...area,
    rows: area.rows + wholeNumber(rows, "deltaRows"),
    columns: area.columns + wholeNumber(columns, "deltaColumns"),
  }),
  GetAbsoluteResizedRange: ({ area }, [rows, columns]) => ({
    ...area,
    rows: wholeNumber(rows, "numRows"),
    columns: wholeNumber(columns, "numColumns"),
  }),
  GetBoundingRect: ({ world, area }, [other]) => bounding(area, sameSheet(area, areaGiven(world, other, area.sheetId))),
  GetRowsBelow: ({ area }, [count]) => beside(area, "rows", wholeNumber(count, "count", 1)),
  GetRowsAbove: ({ area }, [count]) => beside(area, "rows", -wholeNumber(count, "count", 1)),
  GetColumnsAfter: ({ area }, [count]) => beside(area, "columns", wholeNumber(count, "count", 1)),
  GetColumnsBefore: ({ area }, [count]) => beside(area, "columns", -wholeNumber(count, "count", 1)),
};

const movesThatMayFail: Readonly<Record<string, Move>> = {
  GetIntersection: ({ world, area }, [other]) => intersection(area, areaGiven(world, other, area.sheetId)),
  GetSpillingToRange: ({ world, area }) => world.grid.spillArea(area.sheetId, area.row, area.column),
};

function used({ world, area }: RangeSelf, [valuesOnly]: readonly unknown[]): Area | undefined {
  const ofSheet = world.grid.usedArea(area.sheetId, flag(valuesOnly, "valuesOnly", false));
  return ofSheet === undefined ? undefined : intersection(area, ofSheet);
}

function firstCell({ sheetId, row, column }: Area): Area {
  return { sheetId, row, column, rows: 1, columns: 1 };
}

function cell(area: Area, row: number, column: number): Area {
  return { sheetId: area.sheetId, row: area.row + row, column: area.column + column, rows: 1, columns: 1 };
}

function rowOf(area: Area, row: number): Area {
  if (row < 0 || row >= area.rows) throw invalidArgument("row");
  return { ...area, row: area.row + row, rows: 1 };
}

function columnOf(area: Area, column: number): Area {
  if (column < 0 || column >= area.columns) throw invalidArgument("column");
  return { ...area, column: area.column + column, columns: 1 };
}

/** The rows or columns beside an area: after it for a positive count, before it for a negative one. */
function beside(area: Area, side: "rows" | "columns", count: number): Area {
  if (count === 0) throw invalidArgument("count");
  const place = side === "rows" ? "row" : "column";
  const start = count > 0 ? area[place] + area[side] : area[place] + count;
  return { ...area, [place]: start, [side]: Math.abs(count) };
}

function sameSheet(area: Area, other: Area): Area {
  if (other.sheetId !== area.sheetId) throw invalidArgument("the ranges are on different sheets");
  return other;
}

function notThere(): never {
  throw itemNotFound();
}

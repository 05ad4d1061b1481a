import { cellsText, excelExtent, quotedSheet, rectangle, splitAddress, type Area } from "../area";
import { invalidArgument } from "../host-error";
import { findSheet, sheetOf, type World } from "../world";
import { isHostObject } from "./object";

/** A rectangle of cells as the add-in holds it. */
export interface RangeSelf {
  readonly world: World;
  readonly area: Area;
}

/** The area of an argument that is a Range, or an address on the given sheet. */
export function areaGiven(world: World, given: unknown, sheetId: string): Area {
  if (isHostObject(given) && given.typeName === "Range") return (given.self as RangeSelf).area;
  if (typeof given === "string") return areaAt(world, given, sheetId);
  throw invalidArgument("range");
}

/** The area an address names: on its own sheet when it names one, else on the given sheet. */
export function areaAt(world: World, address: string, sheetId: string): Area {
  const { sheet: name, cells } = splitAddress(address);
  const sheet = name === undefined ? sheetOf(world, sheetId) : findSheet(world, name);
  const found = sheet === undefined ? undefined : rectangle(cells, sheet);
  if (sheet === undefined || found === undefined) throw invalidArgument(`address "${address}"`);
  return { sheetId: sheet.id, ...found };
}

/** The area's address as Excel writes it, with the sheet. */
export function addressOf(world: World, area: Area): string {
  const sheet = sheetOf(world, area.sheetId);
  return `${quotedSheet(sheet.name)}!${cellsText(area, sheet)}`;
}

/** An area within the limits of a sheet, or InvalidArgument. */
export function checkedArea(area: Area): Area {
  const { row, column, rows, columns } = area;
  const inside = row >= 0 && column >= 0 && rows >= 1 && columns >= 1;
  if (inside && row + rows <= excelExtent.rows && column + columns <= excelExtent.columns) return area;
  throw invalidArgument("the range would reach past the sheet");
}

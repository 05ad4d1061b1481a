import { eventTypes } from "../object-events";
import { apiNotFound, invalidArgument } from "../host-error";
import { findSheet, sheetOf, type World } from "../world";
import { areaAt, checkedArea } from "./addresses";
import { eventRegistrations } from "./event-registrations";
import { freezePanesOf } from "./freeze-panes";
import { flag, optionalText, text, wholeNumber, word } from "./given";
import { hostObject, type HostObject, type ObjectType } from "./object";
import { rangeOf } from "./range";
import { worksheetTables } from "./tables";
import type { Area } from "../area";

/** A worksheet as its objects hold it. */
export interface WorksheetSelf {
  readonly world: World;
  readonly sheetId: string;
}

/** The Worksheet object of an id. */
export function worksheetOf(world: World, sheetId: string): HostObject {
  return hostObject(worksheetType, { world, sheetId });
}

const worksheetType: ObjectType<WorksheetSelf> = {
  name: "Worksheet",
  identity: ({ sheetId }) => ({ Id: sheetId }),
  properties: {
    Id: { get: ({ sheetId }) => sheetId },
    Name: { get: ({ world, sheetId }) => sheetOf(world, sheetId).name, set: rename },
    Position: { get: ({ world, sheetId }) => world.grid.sheets().findIndex(({ id }) => id === sheetId) },
    Visibility: {
      get: ({ world, sheetId }) => (sheetOf(world, sheetId).visible ? "Visible" : "Hidden"),
      set: (_self, value) => onlyVisible(value),
    },
  },
  objects: {
    Tables: ({ world, sheetId }) => worksheetTables(world, sheetId),
    FreezePanes: (self) => freezePanesOf(self),
  },
  methods: {
    ...eventRegistrations<WorksheetSelf>(({ world, sheetId }) => ({ events: world.events, target: sheetId }), {
      DataChanged: eventTypes.changed,
      SelectionChanged: eventTypes.selected,
      Activated: eventTypes.activated,
      Deactivated: eventTypes.deactivated,
    }),
    Activate: ({ world, sheetId }) => world.grid.activateSheet(sheetId),
    Calculate: async ({ world }) => world.grid.settle(),
    Delete: remove,
    GetCell: (self, [row, column]) =>
      rangeOf(self.world, cells(self, wholeNumber(row, "row"), wholeNumber(column, "column"), 1, 1)),
    GetRange: (self, [address]) => rangeOf(self.world, areaNamed(self, optionalText(address, "address"))),
    GetRangeByIndexes: (self, [row, column, rows, columns]) =>
      rangeOf(
        self.world,
        cells(
          self,
          wholeNumber(row, "startRow"),
          wholeNumber(column, "startColumn"),
          wholeNumber(rows, "rowCount"),
          wholeNumber(columns, "columnCount"),
        ),
      ),
    GetUsedRange: (self, [valuesOnly]) => rangeOf(self.world, used(self, valuesOnly) ?? cells(self, 0, 0, 1, 1)),
    GetUsedRangeOrNullObject: (self, [valuesOnly]) => {
      const area = used(self, valuesOnly);
      return area === undefined ? null : rangeOf(self.world, area);
    },
  },
};

/** A sheet's name as Excel allows it: 1 to 31 characters, none of \ / ? * [ ] :, free in the workbook. */
export function checkedSheetName(world: World, given: unknown, own?: string): string {
  const name = text(given, "name");
  const other = findSheet(world, name);
  const isTaken = other !== undefined && other.id !== own;
  if (name.trim() === "" || name.length > 31 || /[\\/?*[\]:]|^'|'$/.test(name) || isTaken) {
    throw invalidArgument(`worksheet name "${name}"`);
  }
  return name;
}

function rename({ world, sheetId }: WorksheetSelf, value: unknown): void {
  world.grid.renameSheet(sheetId, checkedSheetName(world, value, sheetId));
}

function remove({ world, sheetId }: WorksheetSelf): void {
  sheetOf(world, sheetId);
  if (world.grid.sheets().length === 1) throw invalidArgument("a workbook must keep a worksheet");
  world.grid.deleteSheet(sheetId);
}

function onlyVisible(value: unknown): void {
  if (word(value, ["Visible", "Hidden", "VeryHidden"], "visibility") !== "Visible") {
    throw apiNotFound("hiding a Worksheet");
  }
}

function cells({ world, sheetId }: WorksheetSelf, row: number, column: number, rows: number, columns: number): Area {
  sheetOf(world, sheetId);
  return checkedArea({ sheetId, row, column, rows, columns });
}

/** The area of an address or a table's name; the whole sheet without one. */
function areaNamed(self: WorksheetSelf, address: string | undefined): Area {
  const { rows, columns } = sheetOf(self.world, self.sheetId);
  if (address === undefined || address === "") return cells(self, 0, 0, rows, columns);
  const table = self.world.grid.tables().find(({ name }) => name.toLowerCase() === address.toLowerCase());
  if (table !== undefined) return { ...table.area, row: table.area.row + 1, rows: table.area.rows - 1 };
  return areaAt(self.world, address, self.sheetId);
}

function used({ world, sheetId }: WorksheetSelf, valuesOnly: unknown): Area | undefined {
  return world.grid.usedArea(sheetOf(world, sheetId).id, flag(valuesOnly, "valuesOnly", false));
}

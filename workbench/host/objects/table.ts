import type { Area } from "../area";
import type { Table } from "../grid";
import { invalidArgument, itemNotFound } from "../host-error";
import { eventTypes } from "../object-events";
import type { World } from "../world";
import { areaGiven } from "./addresses";
import { eventRegistrations } from "./event-registrations";
import { text } from "./given";
import { hostObject, type HostObject, type ObjectType } from "./object";
import { rangeOf } from "./range";
import { tableColumnsOf } from "./table-columns";
import { tableRowsOf } from "./table-rows";
import { worksheetOf } from "./worksheet";

/** A table as its objects hold it: by id, since its area and name change. */
export interface TableSelf {
  readonly world: World;
  readonly id: string;
}

/** The Table object of an id. */
export function tableOf(world: World, id: string): HostObject {
  return hostObject(tableType, { world, id });
}

/** The table as it is now. Throws ItemNotFound when it is gone. */
export function currentTable({ world, id }: TableSelf): Table {
  const table = world.grid.tables().find((each) => each.id === id);
  if (table === undefined) throw itemNotFound();
  return table;
}

/** A table's rows without its header. */
export function bodyOf(table: Table): Area {
  return { ...table.area, row: table.area.row + 1, rows: table.area.rows - 1 };
}

const tableType: ObjectType<TableSelf> = {
  name: "Table",
  identity: ({ id }) => ({ Id: id }),
  properties: {
    Id: { get: ({ id }) => id },
    Name: { get: (self) => currentTable(self).name, set: rename },
    Style: {
      get: (self) => currentTable(self).style,
      set: ({ world, id }, style) => world.grid.changeTable(id, { style: text(style, "style") }),
    },
    ShowHeaders: { get: () => true },
    ShowTotals: { get: () => false },
    ShowBandedRows: { get: () => true },
    ShowFilterButton: { get: () => true },
  },
  objects: {
    Columns: (self) => tableColumnsOf(self),
    Rows: (self) => tableRowsOf(self),
    Worksheet: (self) => worksheetOf(self.world, currentTable(self).area.sheetId),
  },
  methods: {
    ...eventRegistrations<TableSelf>(({ world, id }) => ({ events: world.events, target: id }), {
      DataChanged: eventTypes.tableChanged,
      SelectionChanged: eventTypes.tableSelected,
    }),
    GetRange: (self) => rangeOf(self.world, currentTable(self).area),
    GetHeaderRowRange: (self) => rangeOf(self.world, { ...currentTable(self).area, rows: 1 }),
    GetDataBodyRange: (self) => rangeOf(self.world, bodyOf(currentTable(self))),
    Resize: resize,
    ConvertToRange: async (self) => {
      const { area } = currentTable(self);
      await self.world.grid.removeTable(self.id);
      return rangeOf(self.world, area);
    },
    Delete: async (self) => {
      const { area } = currentTable(self);
      await self.world.grid.removeTable(self.id);
      self.world.grid.clear(area, "All");
    },
  },
};

function rename({ world, id }: TableSelf, value: unknown): void | Promise<void> {
  const name = text(value, "name");
  const isTaken = world.grid
    .tables()
    .some((table) => table.id !== id && table.name.toLowerCase() === name.toLowerCase());
  if (isTaken || !/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name)) throw invalidArgument(`table name "${name}"`);
  return world.grid.changeTable(id, { name });
}

function resize(self: TableSelf, [given]: readonly unknown[]): void | Promise<void> {
  const { area } = currentTable(self);
  const wanted = areaGiven(self.world, given, area.sheetId);
  if (wanted.sheetId !== area.sheetId || wanted.row !== area.row || wanted.rows < 2) {
    throw invalidArgument(
      "the headers must remain in the same row, and the resulting table must have a row below them",
    );
  }
  return self.world.grid.changeTable(self.id, { area: wanted });
}

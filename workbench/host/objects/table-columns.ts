import type { Area } from "../area";
import { invalidArgument, itemNotFound } from "../host-error";
import { text, wholeNumber } from "./given";
import { hostObject, type HostObject, type ObjectType } from "./object";
import { rangeOf } from "./range";
import { bodyOf, currentTable, type TableSelf } from "./table";

/** A column by its place in the table; ids are places counted from 1. */
interface ColumnSelf extends TableSelf {
  readonly index: number;
}

/** The columns of a table. */
export function tableColumnsOf(table: TableSelf): HostObject {
  return hostObject(tableColumnsType, table);
}

const tableColumnsType: ObjectType<TableSelf> = {
  name: "TableColumnCollection",
  properties: { Count: { get: (self) => currentTable(self).area.columns } },
  items: (self) => Array.from({ length: currentTable(self).area.columns }, (_, index) => columnOf(self, index)),
  item: (self, key) => columnOf(self, find(self, key) ?? missing()),
  methods: {
    GetCount: (self) => currentTable(self).area.columns,
    GetItemAt: (self, [index]) => columnOf(self, wholeNumber(index, "index")),
    GetItemOrNullObject: (self, [key]) => {
      const index = find(self, key);
      return index === undefined ? null : columnOf(self, index);
    },
    Add: addColumn,
  },
};

const tableColumnType: ObjectType<ColumnSelf> = {
  name: "TableColumn",
  identity: ({ index }) => ({ Id: index + 1 }),
  properties: {
    Id: { get: ({ index }) => index + 1 },
    Index: { get: ({ index }) => index },
    Name: {
      get: (self) => self.world.grid.texts(headerOf(self))[0]?.[0] ?? "",
      set: (self, name) => self.world.grid.write(headerOf(self), [[text(name, "name")]]),
    },
    Values: { get: (self) => self.world.grid.values(wholeOf(self)), settled: true },
  },
  methods: {
    GetRange: (self) => rangeOf(self.world, wholeOf(self)),
    GetHeaderRowRange: (self) => rangeOf(self.world, headerOf(self)),
    GetDataBodyRange: (self) => rangeOf(self.world, columnPart(self, bodyOf(currentTable(self)))),
    Delete: deleteColumn,
  },
};

function columnOf(self: TableSelf, index: number): HostObject {
  if (index < 0 || index >= currentTable(self).area.columns) throw itemNotFound();
  return hostObject(tableColumnType, { world: self.world, id: self.id, index });
}

function find(self: TableSelf, key: unknown): number | undefined {
  const { area } = currentTable(self);
  if (typeof key === "number") return key >= 1 && key <= area.columns ? key - 1 : undefined;
  const wanted = text(key, "key").toLowerCase();
  const words = self.world.grid.texts({ ...area, rows: 1 })[0] ?? [];
  const index = words.findIndex((word) => word.toLowerCase() === wanted);
  return index < 0 ? undefined : index;
}

function missing(): never {
  throw itemNotFound();
}

function columnPart({ index }: ColumnSelf, area: Area): Area {
  return { ...area, column: area.column + index, columns: 1 };
}

function wholeOf(self: ColumnSelf): Area {
  return columnPart(self, currentTable(self).area);
}

function headerOf(self: ColumnSelf): Area {
  return { ...wholeOf(self), rows: 1 };
}

/** Adds a column at a place, or at the end; its values begin with the header. What stands right of the table moves on. */
async function addColumn(self: TableSelf, [at, values, name]: readonly unknown[]): Promise<HostObject> {
  const { area } = currentTable(self);
  const last = area.columns;
  const index = at === null || at === undefined || at === -1 ? last : wholeNumber(at, "index");
  if (index < 0 || index > last) throw invalidArgument("index");
  const place = { ...area, column: area.column + index, columns: 1 };
  await self.world.grid.insertCells(place, "Right");
  await self.world.grid.changeTable(self.id, { area: { ...area, columns: last + 1 } });
  const heading = typeof name === "string" ? name : `Column${last + 1}`;
  self.world.grid.write({ ...place, rows: 1 }, [[heading]]);
  const added = columnOf(self, index);
  if (Array.isArray(values)) await rangeOf(self.world, place).write("Values", values);
  return added;
}

async function deleteColumn(self: ColumnSelf): Promise<void> {
  const { area } = currentTable(self);
  if (area.columns === 1) throw invalidArgument("a table must keep a column");
  await self.world.grid.deleteCells(wholeOf(self), "Left");
  await self.world.grid.changeTable(self.id, { area: { ...area, columns: area.columns - 1 } });
}

import { intersection, type Area } from "../area";
import { invalidArgument, itemNotFound } from "../host-error";
import { wholeNumber } from "./given";
import { hostObject, type HostObject, type ObjectType } from "./object";
import { rangeOf } from "./range";
import { bodyOf, currentTable, type TableSelf } from "./table";

interface RowSelf extends TableSelf {
  readonly index: number;
}

/** The rows of a table, without its header. */
export function tableRowsOf(table: TableSelf): HostObject {
  return hostObject(tableRowsType, table);
}

const tableRowsType: ObjectType<TableSelf> = {
  name: "TableRowCollection",
  properties: { Count: { get: (self) => bodyOf(currentTable(self)).rows } },
  items: (self) => Array.from({ length: bodyOf(currentTable(self)).rows }, (_, index) => rowOf(self, index)),
  item: (self, key) => rowOf(self, wholeNumber(key, "index")),
  methods: {
    GetCount: (self) => bodyOf(currentTable(self)).rows,
    GetItemAt: (self, [index]) => rowOf(self, wholeNumber(index, "index")),
    Add: addRows,
    DeleteRowsAt: async (self, [index, count]) => {
      await deleteRows(self, wholeNumber(index, "index"), wholeNumber(count, "count", 1));
    },
    DeleteRows: async (self, [rows]) => deleteEach(self, rows),
  },
};

const tableRowType: ObjectType<RowSelf> = {
  name: "TableRow",
  properties: {
    Index: { get: ({ index }) => index },
    Values: {
      get: (self) => self.world.grid.values(areaOf(self)),
      set: (self, values) => rangeOf(self.world, areaOf(self)).write("Values", values),
      settled: true,
    },
  },
  methods: {
    GetRange: (self) => rangeOf(self.world, areaOf(self)),
    Delete: async (self) => deleteRows(self, self.index, 1),
  },
};

function rowOf(self: TableSelf, index: number): HostObject {
  if (index < 0 || index >= bodyOf(currentTable(self)).rows) throw itemNotFound();
  return hostObject(tableRowType, { world: self.world, id: self.id, index });
}

function areaOf(self: RowSelf): Area {
  const body = bodyOf(currentTable(self));
  return { ...body, row: body.row + self.index, rows: 1 };
}

/** Adds rows at a place, or at the end, and moves what stands below the table down where it is in the way. */
async function addRows(self: TableSelf, [at, given]: readonly unknown[]): Promise<HostObject> {
  const table = currentTable(self);
  const body = bodyOf(table);
  const index = at === null || at === undefined || at === -1 ? body.rows : wholeNumber(at, "index");
  if (index < 0 || index > body.rows) throw invalidArgument("index");
  const values = rowsGiven(given, body.columns);
  const place = { ...body, row: body.row + index, rows: values.length };
  if (index < body.rows || !isFree(self, place)) await self.world.grid.insertCells(place, "Down");
  await self.world.grid.changeTable(self.id, { area: { ...table.area, rows: table.area.rows + values.length } });
  takeFormats(self, { ...body, rows: 1 }, place);
  await rangeOf(self.world, place).write("Values", values);
  return rowOf(self, index);
}

/** New rows look as the table's rows do. */
function takeFormats({ world }: TableSelf, from: Area, place: Area): void {
  const [formats = []] = world.grid.numberFormats(from);
  world.grid.setNumberFormats(
    place,
    Array.from({ length: place.rows }, () => formats),
  );
}

/** Rows of values; a single row may come without its outer brackets, none at all is one blank row. */
function rowsGiven(given: unknown, columns: number): readonly unknown[] {
  if (given === null || given === undefined) return [new Array<string>(columns).fill("")];
  if (!Array.isArray(given)) throw invalidArgument("values");
  return Array.isArray(given[0]) ? given : [given];
}

function isFree({ world }: TableSelf, area: Area): boolean {
  const used = world.grid.usedArea(area.sheetId, true);
  if (used === undefined || intersection(used, area) === undefined) return true;
  return world.grid.formulas(area).every((row) => row.every((cell) => cell === ""));
}

async function deleteRows(self: TableSelf, index: number, count: number): Promise<void> {
  const table = currentTable(self);
  const body = bodyOf(table);
  if (index < 0 || count < 1 || index + count > body.rows) throw itemNotFound();
  const kept = Math.max(1, body.rows - count);
  const place = { ...body, row: body.row + index, rows: count };
  // A table keeps one row, even if it is blank.
  if (count === body.rows) self.world.grid.clear({ ...place, rows: 1 }, "Contents");
  const gone = count === body.rows ? { ...place, row: place.row + 1, rows: count - 1 } : place;
  if (gone.rows > 0) await self.world.grid.deleteCells(gone, "Up");
  await self.world.grid.changeTable(self.id, { area: { ...table.area, rows: kept + 1 } });
}

async function deleteEach(self: TableSelf, rows: unknown): Promise<void> {
  if (!Array.isArray(rows)) throw invalidArgument("rows");
  const indexes = rows.map((row: unknown) => wholeNumber(row, "rows")).sort((one, other) => other - one);
  for (const index of indexes) await deleteRows(self, index, 1);
}

import type { Area } from "../area";
import { bounding, intersection } from "../area";
import type { Table } from "../grid";
import { invalidArgument, itemNotFound } from "../host-error";
import { eventTypes, wholeWorkbook } from "../object-events";
import type { World } from "../world";
import { areaGiven } from "./addresses";
import { eventRegistrations } from "./event-registrations";
import { flag, text, wholeNumber } from "./given";
import { hostObject, type HostObject, type ObjectType } from "./object";
import { tableOf } from "./table";
import { headerWords } from "./table-header";

interface TablesSelf {
  readonly world: World;
  /** The tables it holds, as they are now. */
  readonly list: () => readonly Table[];
  /** The sheet that addresses without a sheet mean. */
  readonly sheetId: () => string;
}

/** All tables of the workbook. */
export function workbookTables(world: World): HostObject {
  return hostObject(tablesType, { world, list: () => world.grid.tables(), sheetId: () => world.grid.activeSheetId() });
}

/** The tables of one sheet. */
export function worksheetTables(world: World, sheetId: string): HostObject {
  const list = (): readonly Table[] => world.grid.tables().filter(({ area }) => area.sheetId === sheetId);
  return hostObject(tablesType, { world, list, sheetId: () => sheetId });
}

/** The tables that touch an area, or lie in it. */
export function tablesWithin(world: World, area: Area, contained: boolean): HostObject {
  const isWithin = (table: Table): boolean => {
    const both = intersection(area, table.area);
    return both !== undefined && (!contained || sameSize(both, table.area));
  };
  return hostObject(scopedTablesType, {
    world,
    list: () => world.grid.tables().filter(isWithin),
    sheetId: () => area.sheetId,
  });
}

const tableSets: Omit<ObjectType<TablesSelf>, "name"> = {
  properties: { Count: { get: ({ list }) => list().length } },
  items: ({ world, list }) => list().map(({ id }) => tableOf(world, id)),
  item: (self, key) => {
    const table = find(self, key);
    if (table === undefined) throw itemNotFound();
    return tableOf(self.world, table.id);
  },
};

const tableMethods: NonNullable<ObjectType<TablesSelf>["methods"]> = {
  GetCount: ({ list }) => list().length,
  GetItemOrNullObject: (self, [key]) => {
    const table = find(self, key);
    return table === undefined ? null : tableOf(self.world, table.id);
  },
};

const scopedTablesType: ObjectType<TablesSelf> = {
  ...tableSets,
  name: "TableScopedCollection",
  methods: {
    ...tableMethods,
    GetFirst: ({ world, list }) => tableOf(world, at(list(), 0).id),
  },
};

const tablesType: ObjectType<TablesSelf> = {
  ...tableSets,
  name: "TableCollection",
  methods: {
    ...tableMethods,
    ...eventRegistrations<TablesSelf>(({ world }) => ({ events: world.events, target: wholeWorkbook }), {
      DataChanged: eventTypes.tableChanged,
      Added: eventTypes.tableAdded,
      Deleted: eventTypes.tableDeleted,
    }),
    Add: addTable,
    GetItemAt: ({ world, list }, [index]) => tableOf(world, at(list(), wholeNumber(index, "index")).id),
  },
};

function find({ list }: TablesSelf, key: unknown): Table | undefined {
  const wanted = text(key, "key").toLowerCase();
  return list().find(({ id, name }) => name.toLowerCase() === wanted || id === key);
}

function at(list: readonly Table[], index: number): Table {
  const table = list[index];
  if (table === undefined) throw itemNotFound();
  return table;
}

async function addTable(
  { world, sheetId }: TablesSelf,
  [address, hasHeaders]: readonly unknown[],
): Promise<HostObject> {
  const given = areaGiven(world, address, sheetId());
  const { grid } = world;
  if (grid.tables().some(({ area }) => intersection(area, given) !== undefined)) {
    throw invalidArgument("a table can't overlap another table");
  }
  const area = flag(hasHeaders, "hasHeaders") ? given : await madeRoomForHeader(world, given);
  const whole = area.rows === 1 ? { ...area, rows: 2 } : area;
  const header = { ...whole, rows: 1 };
  grid.write(header, [headerWords(grid.texts(header)[0] ?? [])]);
  const id = nextId(grid.tables());
  await grid.addTable({ id, name: nextName(grid.tables()), area: whole, style: "TableStyleMedium2" });
  return tableOf(world, id);
}

/** A table of cells without headings pushes them one row down and puts its own headings above. */
async function madeRoomForHeader({ grid }: World, area: Area): Promise<Area> {
  await grid.insertCells({ ...area, rows: 1 }, "Down");
  return { ...area, rows: area.rows + 1 };
}

function nextName(tables: readonly Table[]): string {
  const taken = new Set(tables.map(({ name }) => name.toLowerCase()));
  let number = 1;
  while (taken.has(`table${number}`)) number += 1;
  return `Table${number}`;
}

/** Ids look like Excel's: a number in braces. */
function nextId(tables: readonly Table[]): string {
  const numbers = tables.map(({ id }) => Number(/\d+/.exec(id)?.[0] ?? 0));
  return `{${Math.max(0, ...numbers) + 1}}`;
}

function sameSize(one: Area, other: Area): boolean {
  const both = bounding(one, other);
  return both.rows === one.rows && both.columns === one.columns;
}

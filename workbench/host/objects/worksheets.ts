import type { Sheet } from "../grid";
import { itemNotFound } from "../host-error";
import { eventTypes, wholeWorkbook } from "../object-events";
import { findSheet, type World } from "../world";
import { eventRegistrations } from "./event-registrations";
import { flag, text } from "./given";
import { hostObject, type HostObject, type ObjectType } from "./object";
import { checkedSheetName, worksheetOf } from "./worksheet";

/** The workbook's sheets. */
export function worksheetsOf(world: World): HostObject {
  return hostObject(worksheetsType, world);
}

const worksheetsType: ObjectType<World> = {
  name: "WorksheetCollection",
  items: (world) => world.grid.sheets().map(({ id }) => worksheetOf(world, id)),
  item: (world, key) => existing(world, findSheet(world, text(key, "key"))),
  methods: {
    ...eventRegistrations<World>(({ events }) => ({ events, target: wholeWorkbook }), {
      DataChanged: eventTypes.changed,
      SelectionChanged: eventTypes.selected,
      Activated: eventTypes.activated,
      Deactivated: eventTypes.deactivated,
      Added: eventTypes.added,
      Deleted: eventTypes.deleted,
    }),
    Add: (world, [name]) => {
      const wanted = name === null || name === undefined ? nextName(world) : checkedSheetName(world, name);
      return worksheetOf(world, world.grid.addSheet(wanted));
    },
    GetActiveWorksheet: (world) => worksheetOf(world, world.grid.activeSheetId()),
    GetCount: (world, [visibleOnly]) => shown(world, visibleOnly).length,
    GetFirst: (world, [visibleOnly]) => existing(world, shown(world, visibleOnly)[0]),
    GetLast: (world, [visibleOnly]) => existing(world, shown(world, visibleOnly).at(-1)),
    GetItemOrNullObject: (world, [key]) => {
      const sheet = findSheet(world, text(key, "key"));
      return sheet === undefined ? null : worksheetOf(world, sheet.id);
    },
  },
};

function existing(world: World, sheet: Sheet | undefined): HostObject {
  if (sheet === undefined) throw itemNotFound();
  return worksheetOf(world, sheet.id);
}

function shown({ grid }: World, visibleOnly: unknown): readonly Sheet[] {
  const all = grid.sheets();
  return flag(visibleOnly, "visibleOnly", false) ? all.filter(({ visible }) => visible) : all;
}

function nextName(world: World): string {
  let number = world.grid.sheets().length + 1;
  while (findSheet(world, `Sheet${number}`) !== undefined) number += 1;
  return `Sheet${number}`;
}

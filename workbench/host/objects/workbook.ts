import type { World } from "../world";
import { applicationOf } from "./application";
import { functionsOf } from "./functions";
import { text } from "./given";
import { hostObject, type HostObject, type ObjectType } from "./object";
import { rangeOf } from "./range";
import { settingsOf } from "./settings";
import { workbookTables } from "./tables";
import { worksheetsOf } from "./worksheets";

/** The root of the object model. */
export function workbookOf(world: World): HostObject {
  return hostObject(workbookType, world);
}

const workbookType: ObjectType<World> = {
  name: "Workbook",
  properties: { Name: { get: () => "Workbook.xlsx" }, ReadOnly: { get: () => false } },
  objects: {
    Application: (world) => applicationOf(world),
    Functions: () => functionsOf(),
    Settings: (world) => settingsOf(world),
    Tables: (world) => workbookTables(world),
    Worksheets: (world) => worksheetsOf(world),
  },
  methods: {
    GetActiveCell: (world) => rangeOf(world, { ...world.grid.selection(), rows: 1, columns: 1 }),
    GetSelectedRange: (world) => rangeOf(world, world.grid.selection()),
    _GetObjectByReferenceId: (world, [id]) => world.references.get(text(id, "referenceId")),
    _GetReferenceCount: (world) => world.references.count(),
    _RemoveReference: (world, [id]) => world.references.drop(text(id, "referenceId")),
    _RemoveAllReferences: (world) => world.references.dropAll(),
    // The client says by this that its custom functions can be called.
    _SetOsfControlContainerReadyForCustomFunctions: () => undefined,
  },
};

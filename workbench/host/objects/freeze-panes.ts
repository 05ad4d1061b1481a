import { areaGiven } from "./addresses";
import { wholeNumber } from "./given";
import { hostObject, type HostObject, type ObjectType } from "./object";
import type { WorksheetSelf } from "./worksheet";

/** The FreezePanes object of a sheet. */
export function freezePanesOf(sheet: WorksheetSelf): HostObject {
  return hostObject(freezePanesType, sheet);
}

const freezePanesType: ObjectType<WorksheetSelf> = {
  name: "WorksheetFreezePanes",
  methods: {
    FreezeRows: ({ world, sheetId }, [count]) => world.grid.freeze(sheetId, wholeNumber(count, "count", 1), 0),
    FreezeColumns: ({ world, sheetId }, [count]) => world.grid.freeze(sheetId, 0, wholeNumber(count, "count", 1)),
    FreezeAt: ({ world, sheetId }, [range]) => {
      const { row, column, rows, columns } = areaGiven(world, range, sheetId);
      world.grid.freeze(sheetId, row + rows, column + columns);
    },
    Unfreeze: ({ world, sheetId }) => world.grid.freeze(sheetId, 0, 0),
  },
};

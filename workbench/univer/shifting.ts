import { ICommandService } from "@univerjs/core";
import { MoveRangeCommand } from "@univerjs/preset-sheets-core";
import { intersection, type Area } from "../host/area";
import type { Grid } from "../host/grid";
import { rangeOf, reach, type OpenedWorkbook } from "./opened-workbook";

type Reading = Pick<Grid, "usedArea" | "clear">;

/**
 * Pushing cells away and closing up. Univer's own commands for that work on the sheet in front only; moving a range
 * works on any, and formulas follow what moves.
 */
export function shiftPart(
  opened: OpenedWorkbook,
  { usedArea, clear }: Reading,
): Pick<Grid, "insertCells" | "deleteCells"> {
  const after = (area: Area, along: Along): Area | undefined => {
    const used = usedArea(area.sheetId, false);
    return used === undefined ? undefined : intersection(used, restOf(area, along));
  };
  return {
    insertCells: async (area, shift) => {
      const along = shift === "Down" ? down : right;
      const inTheWay = after({ ...area, [along.size]: 0 }, along);
      if (inTheWay !== undefined) await move(opened, inTheWay, along, area[along.size]);
    },
    deleteCells: async (area, shift) => {
      const along = shift === "Up" ? down : right;
      const left = after(area, along);
      clear(area, "All");
      if (left !== undefined) await move(opened, left, along, -area[along.size]);
    },
  };
}

interface Along {
  readonly place: "row" | "column";
  readonly size: "rows" | "columns";
}

const down: Along = { place: "row", size: "rows" };
const right: Along = { place: "column", size: "columns" };

const farAway = 10_000_000;

/** Everything below, or right of, an area. */
function restOf(area: Area, { place, size }: Along): Area {
  return { ...area, [place]: area[place] + area[size], [size]: farAway };
}

async function move(opened: OpenedWorkbook, from: Area, { place }: Along, step: number): Promise<void> {
  const to = { ...from, [place]: from[place] + step };
  reach(opened, to);
  const { unitId, injector } = opened;
  const { sheetId } = from;
  await injector.get(ICommandService).executeCommand(MoveRangeCommand.id, {
    fromUnitId: unitId,
    toUnitId: unitId,
    fromSubUnitId: sheetId,
    toSubUnitId: sheetId,
    fromRange: rangeOf(from),
    toRange: rangeOf(to),
  });
}

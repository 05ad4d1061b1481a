import { cellsText, intersection } from "./area";
import type { Grid, GridEvent } from "./grid";

/** One line of the wire's event message: category, type, target, message, id, from another user. */
export type EventLine = readonly [number, number, string, string, number, boolean];

/** Remembers which events the add-in listens to, and words what happens in the grid as those events. */
export interface ObjectEvents {
  /** Counts a registration or takes one back. */
  register(type: number, targetId: string): void;
  unregister(type: number, targetId: string): void;
  /** The lines to send for something that happened; none when nobody listens. */
  linesFor(event: GridEvent): readonly EventLine[];
}

/** The wire's numbers of the events this host has. */
export const eventTypes = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selected: 14,
  deleted: 15,
  tableSelected: 100,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
} as const;

/** The target of events that are listened to for the whole workbook. */
export const wholeWorkbook = "Workbook";

const objectEvent = 65_536;
const visibilityChanged = 65_539;

/** The line that tells the add-in that its pane was shown or hidden. */
export function visibilityLine(isShown: boolean): EventLine {
  const message = JSON.stringify({ visibility: isShown ? "Visible" : "Hidden" });
  return [objectEvent, visibilityChanged, "", message, 0, false];
}

export function createObjectEvents(grid: Grid): ObjectEvents {
  const registrations = new Map<string, number>();
  const isHeard = (type: number, target: string): boolean => (registrations.get(`${type} ${target}`) ?? 0) > 0;
  const count = (type: number, target: string, step: 1 | -1): void => {
    const key = `${type} ${target}`;
    registrations.set(key, Math.max(0, (registrations.get(key) ?? 0) + step));
  };
  return {
    register: (type, target) => count(type, target, 1),
    unregister: (type, target) => count(type, target, -1),
    linesFor: (event) =>
      notices(grid, event)
        .filter(({ type, target }) => isHeard(type, target))
        .map(({ type, target, message }) => [objectEvent, type, target, JSON.stringify(message), 0, false]),
  };
}

interface Notice {
  readonly type: number;
  readonly target: string;
  readonly message: object;
}

function notices(grid: Grid, event: GridEvent): readonly Notice[] {
  const sheetId = "area" in event ? event.area.sheetId : event.sheetId;
  const type = eventTypes[event.kind];
  const message = { worksheetId: sheetId, source: "Local", triggerSource: "Unknown", ...details(grid, event) };
  const forSheets = [sheetId, wholeWorkbook].map((target) => ({ type, target, message }));
  return [...forSheets, ...tableNotices(grid, event, message)];
}

function details(grid: Grid, event: GridEvent): object {
  if (!("area" in event)) return {};
  const sheet = grid.sheets().find(({ id }) => id === event.area.sheetId);
  const address = cellsText(event.area, sheet ?? { rows: Infinity, columns: Infinity });
  if (event.kind === "selected") return { address };
  return { address, changeType: "RangeEdited", shiftDirection: "None", referenceId: "" };
}

function tableNotices(grid: Grid, event: GridEvent, message: object): readonly Notice[] {
  if (event.kind !== "changed") return [];
  return grid
    .tables()
    .filter(({ area }) => intersection(area, event.area) !== undefined)
    .flatMap(({ id }) => {
      const told = { ...message, tableId: id };
      return [id, wholeWorkbook].map((target) => ({ type: eventTypes.tableChanged, target, message: told }));
    });
}

import type { DocumentSettings } from "./document-settings";
import type { Grid, Sheet } from "./grid";
import { itemNotFound } from "./host-error";
import type { ObjectEvents } from "./object-events";
import type { References } from "./references";

/** Shows and hides the pane, for the add-in and for the person beside it. */
export interface PaneSwitch {
  show(): void;
  hide(): void;
  isShown(): boolean;
  /** Calls back whenever the pane was shown or hidden, by whomever. */
  listen(listener: (isShown: boolean) => void): void;
}

/** What the objects of the host work on. */
export interface World {
  readonly grid: Grid;
  readonly settings: DocumentSettings;
  readonly events: ObjectEvents;
  readonly references: References;
  readonly pane: PaneSwitch;
}

/** The sheet with an id. Throws ItemNotFound when it is gone. */
export function sheetOf({ grid }: World, sheetId: string): Sheet {
  const sheet = grid.sheets().find(({ id }) => id === sheetId);
  if (sheet === undefined) throw itemNotFound();
  return sheet;
}

/** The sheet with a name, whatever its case, or with an id; undefined when there is none. */
export function findSheet({ grid }: World, key: string): Sheet | undefined {
  const wanted = key.toLowerCase();
  return grid.sheets().find(({ id, name }) => name.toLowerCase() === wanted || id === key);
}

import type { IWorkbookData } from "@univerjs/core";
import type { DocumentSettings } from "../host/document-settings";
import type { Grid } from "../host/grid";
import { element } from "./element";

const address = "/workbench-data/workbook";

/** A workbook as it is saved: Univer's snapshot and the settings an add-in keeps in it. */
export interface SavedWorkbook {
  readonly version: 1;
  readonly snapshot: IWorkbookData;
  readonly settings: readonly (readonly [name: string, json: string])[];
}

/** The workbook as it was saved last, or undefined on the first start. */
export async function loadWorkbook(): Promise<SavedWorkbook | undefined> {
  const answer = await fetch(address);
  if (answer.status === 204) return undefined;
  if (!answer.ok) throw new Error(`The saved workbook could not be fetched: ${answer.status}.`);
  const saved = (await answer.json()) as Partial<SavedWorkbook>;
  if (saved.version !== 1) throw new Error("The saved workbook is of another version of the workbench.");
  return saved as SavedWorkbook;
}

interface Saving {
  readonly grid: Grid;
  readonly settings: DocumentSettings;
  readonly snapshot: () => IWorkbookData;
  /** Calls back after anything that a saved workbook would show. */
  readonly onChange: (listener: () => void) => void;
}

const pause = 500;
const pauseBeforeAnotherTry = 5_000;

/** Saves the workbook a moment after each change, and says so on the strip. */
export function keepSaved({ settings, snapshot, onChange }: Saving): void {
  const place = element("saved");
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: Promise<void> = Promise.resolve();
  const save = async (): Promise<void> => {
    const saved: SavedWorkbook = { version: 1, snapshot: snapshot(), settings: settings.all() };
    try {
      await put(JSON.stringify(saved));
      tell(place, "saved", "Saved");
    } catch {
      tell(place, "failed", "Not saved, no answer");
      timer ??= setTimeout(now, pauseBeforeAnotherTry);
    }
  };
  const now = (): void => {
    clearTimeout(timer);
    timer = undefined;
    last = last.then(save);
  };
  const later = (): void => {
    tell(place, "saving", "Saving …");
    clearTimeout(timer);
    timer = setTimeout(now, pause);
  };
  // Whoever turns away may not come back.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && timer !== undefined) now();
  });
  settings.listen(later);
  onChange(later);
}

async function put(body: string): Promise<void> {
  const answer = await fetch(address, { method: "PUT", headers: { "Content-Type": "application/json" }, body });
  if (!answer.ok) throw new Error(`The workbook could not be saved: ${answer.status}.`);
}

function tell(place: HTMLElement, state: string, words: string): void {
  place.dataset["state"] = state;
  place.textContent = words;
}

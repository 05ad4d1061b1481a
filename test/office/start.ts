import { createDocumentSettings, type DocumentSettings } from "../../workbench/host/document-settings";
import { createMemoryGrid, type MemoryGrid } from "../../workbench/host/memory-grid";
import { beginConversation, startHost, type Host } from "../../workbench/host/start";
import type { PaneSwitch } from "../../workbench/host/world";
import { hostUrl, loadOfficeJs, openWindow, wireTo } from "./window";

/** Microsoft's own client library, running against the workbench's host over a plain grid in memory. */
export interface StartedOffice {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
  /** The sheets below: to lay out what the add-in finds, and to look at what it did. */
  readonly grid: MemoryGrid;
  readonly settings: DocumentSettings;
  readonly host: Host;
  /** "show" and "hide", in the order in which the add-in asked for them. */
  readonly paneCalls: readonly string[];
  /** Closes the page. The names Excel, Office and OfficeExtension are gone after that. */
  close(): void;
}

function paneSwitch(calls: string[]): PaneSwitch {
  const listeners: ((isShown: boolean) => void)[] = [];
  const set = (word: "show" | "hide"): void => {
    calls.push(word);
    listeners.forEach((listener) => listener(word === "show"));
  };
  return {
    show: () => set("show"),
    hide: () => set("hide"),
    isShown: () => calls.at(-1) !== "hide",
    listen: (listener) => void listeners.push(listener),
  };
}

interface OfficeStart {
  readonly sheets?: readonly string[];
  /** Document settings the workbook comes with: names and JSON texts. */
  readonly settings?: readonly (readonly [string, string])[];
}

/**
 * Loads the real office.js on a page of its own and waits for `Office.onReady`. Excel, Office and OfficeExtension are
 * there as globals too, as they are on an add-in's page.
 */
export async function startOffice({ sheets, settings: saved }: OfficeStart = {}): Promise<StartedOffice> {
  const window = openWindow();
  const grid = createMemoryGrid(sheets);
  const settings = createDocumentSettings(saved);
  const paneCalls: string[] = [];
  const pane = paneSwitch(paneCalls);
  const conversation = beginConversation(hostUrl);
  const host = startHost({ grid, wire: wireTo(window), conversation, settings, pane });
  window.name = conversation.windowName;
  await loadOfficeJs(window);
  const names = window as unknown as Pick<StartedOffice, "Excel" | "Office" | "OfficeExtension">;
  await names.Office.onReady();
  const { Excel, Office, OfficeExtension } = names;
  Object.assign(globalThis, { Excel, Office, OfficeExtension });
  const close = (): void => {
    window.close();
    for (const name of ["Excel", "Office", "OfficeExtension"]) Reflect.deleteProperty(globalThis, name);
  };
  return { Excel, Office, OfficeExtension, grid, settings, host, paneCalls, close };
}

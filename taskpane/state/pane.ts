import { createStore } from "../store";

/** What concerns the whole pane. */
export interface PaneState {
  /** The `word` of a view. */
  readonly view: string;
  /** Whether the connections stand in front of the views. */
  readonly connecting: boolean;
  readonly online: boolean;
  /** The language of the workbook's content, "" where it is not known. */
  readonly language: string;
}

export const pane = createStore<PaneState>({ view: "register", connecting: false, online: true, language: "" });

export function showView(view: string): void {
  pane.set({ view, connecting: false });
}

export function showConnections(): void {
  pane.set({ connecting: true });
}

/** Follows the network and takes the workbook's language. */
export function watchSurroundings(): void {
  const look = (): void => pane.set({ online: navigator.onLine });
  window.addEventListener("online", look);
  window.addEventListener("offline", look);
  look();
  // Outside Office the context has no language, although Office's types promise one.
  const context = Office.context as { contentLanguage?: string } | undefined;
  pane.set({ language: context?.contentLanguage ?? navigator.language });
}

import { usualBook } from "../../src/sync";
import { createStore } from "../store";
import { documentSettings, keepDocumentSettings } from "../workbook/document-settings";

export interface BookState {
  /** The book that charges belong to. Two books of one asset are two charges a month, and two schedules. */
  readonly book: string;
}

export const bookState = createStore<BookState>({ book: usualBook });

/** Takes the book that the workbook remembers. */
export function openBook(): void {
  bookState.set({ book: documentSettings().book });
}

/** Chooses another book; the workbook remembers it. */
export async function chooseBook(book: string): Promise<void> {
  bookState.set({ book });
  await keepDocumentSettings({ book });
}

export function bookNow(): string {
  return bookState.get().book;
}

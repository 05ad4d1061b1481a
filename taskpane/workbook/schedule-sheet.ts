import { looksLikeSchedule, scheduleColumns } from "../../src/sheet";
import { bookNamed, usualBook } from "../../src/sync";
import type { OwnSheet } from "./own-sheet";

/** The sheet with a book's schedule. The usual book needs no name of its own, so that old schedules are its. */
export function scheduleSheet(book: string = usualBook): OwnSheet {
  return {
    name: book === usualBook ? "Schedule" : `Schedule (${book})`,
    looksRight: (header, sheet) => bookOfSheet(sheet).toLowerCase() === book.toLowerCase() && looksLikeSchedule(header),
    columns: scheduleColumns,
  };
}

/** The book that a schedule's sheet is for, as its name has it; copies that Excel made count with their original. */
export function bookOfSheet(name: string): string {
  const named = /^Schedule \((.+?)\)( \(?\d+\)?)?$/i.exec(name)?.[1];
  const book = named === undefined || /^\d+$/.test(named) ? undefined : bookNamed(named);
  return book?.ok === true ? book.value : usualBook;
}

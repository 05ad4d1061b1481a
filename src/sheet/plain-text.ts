import type { Cell } from "./matrix";

// A spreadsheet takes text that begins with one of these for a formula (OWASP, "CSV Injection", which names the
// full-width forms too). The apostrophe is in the list because a spreadsheet swallows it: it is the mark used below.
const dangerousStart = /^[=+\-@\t\r\n＝＋－＠']/u;
const marks = /^[\s']+(?=[=+\-@＝＋－＠'])/u;

/**
 * Text made harmless for writing into a cell: text that a spreadsheet would read as a formula gets the leading
 * apostrophe with which spreadsheets mark text. Used for every string that is not our own wording.
 */
export function plainText(text: string): string {
  return dangerousStart.test(text) ? `'${text}` : text;
}

/**
 * The text of a cell, trimmed; a number or a truth value becomes its plain text. Excel does not hand out the leading
 * apostrophe of a text cell and other hosts do, so it is taken off: what `plainText` wrote reads as it was.
 */
export function textOf(cell: Cell | undefined): string {
  if (cell === undefined || cell === null) return "";
  return typeof cell === "boolean" ? String(cell).toUpperCase() : String(cell).trim().replace(marks, "");
}

import { dayText, type Day } from "../day";

/** The book that keys name where nothing else is asked for. */
export const usualBook = "GAAP";

/**
 * The lasting name of an entry, made as a posting's key is: `dx1.<asset>.<yyyy-mm-dd>.<TYPE>.<book>.<seq>.r0`. It holds
 * no amount and no row. Letters, digits, - and _ stay as they are, so that no two ids make one key.
 */
export function journalKey(asset: string, day: Day, word: string, book: string, sequence: number): string {
  return ["dx1", plain(asset), dayText(day), word, plain(book), String(sequence), "r0"].join(".");
}

function plain(text: string): string {
  // Half of a pair of surrogates has no UTF-8 bytes, and stands for an unknown character instead.
  const whole = text.normalize("NFC").replace(/[\uD800-\uDFFF]/gu, "\uFFFD");
  return encodeURIComponent(whole).replace(/[.!~*'()]/g, escaped);
}

function escaped(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

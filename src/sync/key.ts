import { type Day, dayText } from "../engine";
import { sha256 } from "./fingerprint";

export interface KeyParts {
  readonly asset: string;
  readonly periodEnd: Day;
  readonly type: string;
  /** GAAP, TAX or the name of a scenario. */
  readonly book: string;
  /** Tells two changes of one type on one day apart; 0 when absent. */
  readonly seq?: number;
  /** Rises only after a reversal; 0 when absent. */
  readonly rev?: number;
}

/** The longest key, in characters. */
export const longestKey = 64;
const hashDigits = 32;

/**
 * The lasting name of one charge: `dx1.<asset>.<YYYY-MM-DD>.<type>.<book>.<seq>.r<rev>`. It holds neither the amount nor
 * the row nor the workbook, so that a sorted sheet, a copy of the workbook and a colleague all make the same key. A
 * longer one keeps its beginning and ends in "~" and a hash of the whole.
 */
export async function postingKey({ asset, periodEnd, type, book, seq = 0, rev = 0 }: KeyParts): Promise<string> {
  const parts = ["dx1", plain(asset), dayText(periodEnd), type, plain(book), String(seq), `r${rev}`];
  const key = parts.join(".");
  if (key.length <= longestKey) return key;
  const hash = (await sha256(key)).slice(0, hashDigits);
  return `${key.slice(0, longestKey - hashDigits - 1)}~${hash}`;
}

/**
 * The key of a charge as it stands now: after each reversal the next revision. The ledger alone knows what was reversed,
 * so a copy of the workbook and another browser make the same key.
 */
export async function keyInForce(parts: Omit<KeyParts, "rev">, reversed: ReadonlySet<string>): Promise<string> {
  let key = await postingKey(parts);
  for (let rev = 1; reversed.has(key); rev += 1) key = await postingKey({ ...parts, rev });
  return key;
}

const ofReversal = ".rev";

/** The name of a charge's reversal in the journal; never a charge's own. */
export function reversalKey(key: string): string {
  return `${key}${ofReversal}`;
}

export function isReversalKey(key: string): boolean {
  return key.endsWith(ofReversal);
}

/** The name of the charge whose reversal this is; any other key as it is. */
export function keyWithoutReversal(key: string): string {
  return isReversalKey(key) ? key.slice(0, -ofReversal.length) : key;
}

/** The book a key was made for, a reversal's too; undefined where it is not ours or was too long to be read back. */
export function bookOfKey(key: string): string | undefined {
  const charge = keyWithoutReversal(key);
  const found = /^dx1\.[^.~]+\.\d{4}-\d\d-\d\d\.[A-Z_]+\.([^.~]+)\.\d+\.r\d+$/.exec(charge);
  return found?.[1] === undefined ? undefined : decodeURIComponent(found[1]);
}

/** Letters, digits, - and _ stay; every other character becomes its UTF-8 bytes, so that no two ids make one key. */
function plain(text: string): string {
  const bytes = new TextEncoder().encode(text.normalize("NFC"));
  return Array.from(bytes, (byte) => {
    const letter = String.fromCharCode(byte);
    return /[A-Za-z0-9_-]/.test(letter) ? letter : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }).join("");
}

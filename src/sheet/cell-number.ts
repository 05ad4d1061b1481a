import { fail, ok, type Result } from "../engine";

// What Excel's own VALUE reads as a number, with a point as decimal sign whatever the language: sign, thousands in
// groups of three, an exponent or a percent sign. "1,5" is refused: to half of the world it is one and a half.
const numeral = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)?(\.\d*)?(?:(e[+-]?\d+)|\s*(%))?$/i;

/**
 * The number of a cell: a number, or text that looks like one.
 * Problems, naming `what`: missing for a blank, not-a-number for anything else.
 */
export function numberFromCell(value: unknown, what: string): Result<number> {
  if (typeof value === "number") return finite(value, what, value);
  if (value === null || value === undefined) return fail({ code: "missing", what });
  if (typeof value === "boolean") return fail({ code: "not-a-number", what, given: value ? "TRUE" : "FALSE" });
  if (Array.isArray(value)) return fail({ code: "not-a-number", what, given: "a range of several cells" });
  if (typeof value !== "string") return fail({ code: "not-a-number", what, given: "a value of another kind" });
  if (value.trim() === "") return fail({ code: "missing", what });
  return finite(numberFromText(value), what, value);
}

/** Whether text counts as a number: "1,234.50", "30%", "1e3", " 5 ". */
export function looksLikeNumber(text: string): boolean {
  return !Number.isNaN(numberFromText(text));
}

function finite(number: number, what: string, given: string | number): Result<number> {
  return Number.isFinite(number) ? ok(number) : fail({ code: "not-a-number", what, given });
}

function numberFromText(text: string): number {
  const [, sign = "", whole = "", fraction = "", exponent = "", percent] = numeral.exec(text.trim()) ?? [];
  if (whole === "" && fraction.length < 2) return NaN;
  // Two places are shifted in the text, because 33.3 / 100 is not the number nearest to 0.333.
  return Number(`${sign}${whole.replaceAll(",", "")}${fraction}${percent === undefined ? exponent : "e-2"}`);
}

/** Cells as Excel hands them to a custom function, and errors as Excel shows them. */
import { kinds, wording, type Problem, type Result } from "../src/engine";

/**
 * The plain value of an argument: number, text, truth value, or null for a blank. Excel may hand over a rich value
 * (a formatted number, an empty cell) instead; that one carries its plain value along. A single cell may come as a 1 x 1 range.
 */
export function plain(value: unknown): unknown {
  if (typeof value === "string") return value.trim() === "" ? null : value;
  if (typeof value !== "object" || value === null) return value ?? null;
  if (isMatrix(value)) return value.length === 1 && value[0]?.length === 1 ? plain(value[0][0]) : value;
  return "basicValue" in value ? plain(value.basicValue) : value;
}

export function isBlank(value: unknown): boolean {
  return plain(value) === null;
}

/** Whether an argument has nothing in any of its cells. */
export function isEmpty(argument: unknown): boolean {
  return isMatrix(argument) ? argument.flat().every(isBlank) : isBlank(argument);
}

export function isMatrix(value: unknown): value is readonly (readonly unknown[])[] {
  return Array.isArray(value) && value.every(Array.isArray);
}

/** The value of an answer; its problem becomes the error of the cell, with its sentence. */
export function orCellError<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw cellError(result.problem);
}

export function cellError(problem: Problem): Error {
  const { invalidValue, invalidNumber } = CustomFunctions.ErrorCode;
  return errorOf(kinds[problem.code] === "value" ? invalidValue : invalidNumber, wording(problem));
}

/** The error of the cell for a mistake that has nothing to do with depreciation, such as a range of the wrong shape. */
export function valueError(sentence: string): Error {
  return errorOf(CustomFunctions.ErrorCode.invalidValue, sentence);
}

/** Hands on the first error among the arguments as it is: an error in a cell stays the same error in the cells that use it. */
export function handOnErrors(values: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(values)) {
    for (const cell of isMatrix(value) ? value.flat() : [value]) {
      const code = errorCode(cell);
      if (code !== undefined) throw sameError(code, name);
    }
  }
}

// Errors come as text ("#N/A"), as CustomFunctions.Error (with a code) or as a rich value of the type "Error".
export function errorCode(value: unknown): string | undefined {
  if (typeof value === "string") return isErrorCode(value) ? value : undefined;
  if (typeof value !== "object" || value === null) return undefined;
  const text = "code" in value ? value.code : "basicValue" in value ? value.basicValue : undefined;
  return typeof text === "string" && isErrorCode(text) ? text : undefined;
}

function isErrorCode(text: string): boolean {
  return /^#[A-Z0-9_/]+[!?]?$/.test(text);
}

// A custom function can show these seven errors and no others.
const ownErrors: Readonly<Record<string, keyof typeof CustomFunctions.ErrorCode>> = {
  "#DIV/0!": "divisionByZero",
  "#N/A": "notAvailable",
  "#NAME?": "invalidName",
  "#NULL!": "nullReference",
  "#NUM!": "invalidNumber",
  "#REF!": "invalidReference",
  "#VALUE!": "invalidValue",
};

function sameError(code: string, name: string): Error {
  const own = ownErrors[code];
  if (own !== undefined) return errorOf(CustomFunctions.ErrorCode[own]);
  return valueError(`${name} is the error ${code}. Mend that cell first.`);
}

function errorOf(code: CustomFunctions.ErrorCode, sentence?: string): Error {
  // Microsoft's class is an Error when it runs; only its declaration does not say so.
  return new CustomFunctions.Error(code, sentence) as CustomFunctions.Error & Error;
}

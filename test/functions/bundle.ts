/** The formulas as Excel runs them: the built functions.js, alone with JavaScript and Excel's two names for a custom function. */
import { createContext, runInContext } from "node:vm";
import { builtText } from "../manifest/built";

/** What a cell shows: the values it spills, or an error and the sentence behind it. */
export type Shown = readonly (readonly unknown[])[] | { readonly error: string; readonly sentence: string | undefined };

class CellError extends Error {
  constructor(
    readonly code: string,
    readonly sentence?: string,
  ) {
    super(sentence);
  }
}

// Microsoft, @types/custom-functions-runtime, enum ErrorCode.
const ErrorCode = {
  invalidValue: "#VALUE!",
  notAvailable: "#N/A",
  divisionByZero: "#DIV/0!",
  invalidNumber: "#NUM!",
  nullReference: "#NULL!",
  invalidName: "#NAME?",
  invalidReference: "#REF!",
};

type Formula = (...argued: readonly unknown[]) => readonly (readonly unknown[])[];

/** The functions that the bundle associates, by id. */
export const formulas: ReadonlyMap<string, Formula> = load();

function load(): ReadonlyMap<string, Formula> {
  const associated = new Map<string, Formula>();
  const associate = (id: string, formula: Formula): unknown => associated.set(id, formula);
  runInContext(
    builtText("functions.js"),
    createContext({ CustomFunctions: { associate, Error: CellError, ErrorCode } }),
  );
  return associated;
}

interface Announced {
  readonly id: string;
  readonly parameters: readonly { readonly name: string; readonly dimensionality?: string }[];
}

export const metadata = JSON.parse(builtText("functions.json")) as { readonly functions: readonly Announced[] };

/**
 * Calls a formula as Excel does: an argument that is left out arrives as null, and one that functions.json calls a
 * matrix arrives as rows of cells.
 */
export function cell(id: string, ...argued: readonly unknown[]): Shown {
  const announced = metadata.functions.find((one) => one.id === id);
  const formula = formulas.get(id);
  if (announced === undefined || formula === undefined) throw new Error(`The build has no ${id}.`);
  const given = announced.parameters.map(({ dimensionality }, index) =>
    dimensionality === "matrix" ? asRows(argued[index]) : (argued[index] ?? null),
  );
  try {
    return JSON.parse(JSON.stringify(formula(...given))) as Shown;
  } catch (error) {
    if (error instanceof CellError) return { error: error.code, sentence: error.sentence };
    throw error;
  }
}

function asRows(argument: unknown): unknown {
  return argument === undefined || argument === null || Array.isArray(argument) ? (argument ?? null) : [[argument]];
}

/** The one number that a formula gives, or a failure of the test. */
export function number(shown: Shown): number {
  const value = Array.isArray(shown) ? (shown as readonly (readonly unknown[])[])[0]?.[0] : undefined;
  if (typeof value !== "number") throw new Error(`Expected a number, but the cell shows ${JSON.stringify(shown)}.`);
  return value;
}

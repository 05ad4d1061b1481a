import type { Day, Problem, Result } from "../engine";
import { fail, ok } from "../engine";
import type { Places } from "./header";
import type { Cell, Finding, SheetSettings, TableName } from "./matrix";
import { isBlank } from "./matrix";
import { textOf } from "./plain-text";
import type { CellProblem } from "./problem";
import { findingAt } from "./problem";
import { dayFromSerial } from "./serial";

// As Excel and the workbench hand out errors in cells: #N/A, #DIV/0!, #NAME?, #SPILL! and their like.
const errorText = /^#(N\/A|DIV\/0!|[A-Z_]+[!?])$/;

/** What words of a table mean, by the reader of words that said so: a long register has a few words many times. */
export type Meanings = Map<unknown, Map<string, unknown>>;

/** Reads one row of a table by header words, and keeps the findings at its cells. */
export class RowReader<H extends string> {
  readonly findings: Finding[] = [];

  constructor(
    readonly table: TableName,
    /** 0-based in the matrix; the header is row 0. */
    readonly row: number,
    private readonly cells: readonly Cell[],
    private readonly places: Places<H>,
    private readonly settings: SheetSettings,
    private readonly meanings: Meanings,
  ) {}

  /** Whether nothing that takes the row out of the result was found. */
  get isSound(): boolean {
    return this.findings.every(({ severity }) => severity !== "error");
  }

  hasColumn(header: H): boolean {
    return this.places.has(header);
  }

  has(header: H): boolean {
    return !isBlank(this.cell(header));
  }

  /** A cell's text as it is, whatever it says: for our own columns, which nothing is computed from. */
  plain(header: H): string {
    return textOf(this.cell(header));
  }

  /** The text of a cell, "" when it is blank or an error. */
  shown(header: H): string {
    const text = this.plain(header);
    return errorText.test(text) ? "" : text;
  }

  /** The text of a cell, "" when it is blank or an error (which is reported). */
  text(header: H): string {
    const text = this.plain(header);
    if (!errorText.test(text)) return text;
    this.report(header, { code: "error-in-cell", what: header, given: text });
    return "";
  }

  /** A number, or undefined when the cell is blank or is no number (which is reported). */
  number(header: H): number | undefined {
    return this.has(header) ? this.take(header, numberOf(this.cell(header), header)) : undefined;
  }

  /** A number of 0 or more. */
  notNegative(header: H): number | undefined {
    const given = this.number(header);
    if (given === undefined || given >= 0) return given;
    return this.take(header, fail({ code: "negative", what: header, given }));
  }

  /** A number of more than 0. */
  positive(header: H): number | undefined {
    const given = this.number(header);
    if (given === undefined || given > 0) return given;
    return this.take(header, fail({ code: "not-positive", what: header, given }));
  }

  /** A whole number of more than 0. */
  wholePositive(header: H): number | undefined {
    const given = this.positive(header);
    if (given === undefined || Number.isInteger(given)) return given;
    return this.take(header, fail({ code: "not-whole", what: header, given }));
  }

  /** A date cell's day, or undefined when the cell is blank or is no date (which is reported). */
  day(header: H): Day | undefined {
    return this.has(header) ? this.take(header, dayOf(this.cell(header), header, this.settings)) : undefined;
  }

  /** What the words of a closed choice mean, or undefined when the cell is blank or means nothing (which is reported). */
  choice<T>(header: H, named: (text: string) => Result<T, CellProblem>): T | undefined {
    const text = this.text(header);
    return text === "" ? undefined : this.take(header, this.meaning(text, named));
  }

  /** A result's value; its problem, if it has one, is reported at the cell. */
  take<T>(header: H, result: Result<T, CellProblem>): T | undefined {
    if (result.ok) return result.value;
    this.report(header, result.problem);
    return undefined;
  }

  /** Reports each of these cells that is blank. */
  require(...headers: readonly H[]): void {
    for (const header of headers) if (!this.has(header)) this.report(header, { code: "missing", what: header });
  }

  report(header: H, problem: CellProblem): void {
    this.findings.push(findingAt(this.table, this.row, this.places.get(header) ?? 0, problem));
  }

  private meaning<T>(text: string, named: (text: string) => Result<T, CellProblem>): Result<T, CellProblem> {
    const known = this.meanings.get(named) ?? new Map<string, unknown>();
    this.meanings.set(named, known);
    // What is known under a reader of words is what that reader said.
    const found = (known.get(text) as Result<T, CellProblem> | undefined) ?? named(text);
    known.set(text, found);
    return found;
  }

  private cell(header: H): Cell {
    const place = this.places.get(header);
    return place === undefined ? null : (this.cells[place] ?? null);
  }
}

/** Text never counts as a number in a table: Excel's own SUM would pass over it, and the two would differ. */
function numberOf(cell: Cell, what: string): Result<number, CellProblem> {
  if (typeof cell === "number" && Number.isFinite(cell)) return ok(cell);
  const given = textOf(cell);
  if (typeof cell !== "string") return fail({ code: "not-a-number", what, given });
  return fail({ code: errorText.test(given) ? "error-in-cell" : "text-for-number", what, given });
}

/** Text never counts as a date in a table: it neither sorts nor filters as one, and 3/4/2026 has two meanings. */
function dayOf(cell: Cell, what: string, settings: SheetSettings): Result<Day, CellProblem> {
  if (typeof cell === "number") return dayFromSerial(cell, settings.dateSystem, what);
  const given = textOf(cell);
  if (typeof cell !== "string") return fail({ code: "not-a-date", what, given });
  return fail({ code: errorText.test(given) ? "error-in-cell" : "text-for-date", what, given });
}

/** A problem of the engine with our header word in place of the engine's own word for the value. */
export function inWordsOf(what: string, problem: Problem): Problem {
  return "what" in problem ? { ...problem, what } : problem;
}

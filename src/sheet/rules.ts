/** The Rules table: depreciation rules of another system as rows, edited here and pushed back. */
import { type Result, fail, ok } from "../engine";
import type { Cell, Finding, Matrix, SheetSettings } from "./matrix";
import { plainText } from "./plain-text";
import type { CellProblem } from "./problem";
import type { RowReader } from "./row-reader";
import { ruleColumns, type RuleHeader } from "./rule-columns";
import { findingsOf, looksLike, openTable } from "./table";
import type { Places } from "./header";

/** One row, read and within its limits. */
export interface RuleRow {
  /** 0-based in the matrix that was read; the header is row 0. */
  readonly row: number;
  /** The system's key; "" for a rule that is to be created. */
  readonly key: string;
  readonly asset: string;
  readonly postingRule: string;
  readonly method: string;
  readonly usefulLife: number;
  /** Percent with two decimals, "30.00"; absent where the cell is blank. */
  readonly rate?: string;
  /** What the useful life is counted in; absent where the cell is blank. */
  readonly unit?: "months" | "years";
  readonly isDeletion: boolean;
  /** When the rule was last changed as far as this row knows; "" where it does not. */
  readonly modified: string;
}

export interface ReadRules {
  /** The rows without an error. */
  readonly rows: readonly RuleRow[];
  readonly findings: readonly Finding[];
  /** Rows that are not blank, whether or not they could be read. */
  readonly rowCount: number;
  readonly places: Places<RuleHeader>;
}

export function looksLikeRules(matrix: Matrix): boolean {
  return looksLike("rules", ruleColumns, matrix);
}

/** Reads the table. Limits are told at their cells, before anything is sent. */
export function readRules(matrix: Matrix, settings: SheetSettings): ReadRules {
  const table = openTable("rules", ruleColumns, matrix, settings);
  const filled = table.rows.filter((row) => typed.some((header) => row.has(header)));
  const rows = table.isReadable ? filled.map(ruleOf).filter((row) => row !== undefined) : [];
  return { rows, findings: findingsOf(table), rowCount: filled.length, places: table.places };
}

/** What people type: a row that was emptied may still have a name and an outcome beside it, and is no rule. */
const typed: readonly RuleHeader[] = ["Rule key", "Asset", "Posting rule", "Method", "Useful life", "Rate", "Action"];

type Row = RowReader<RuleHeader>;

function ruleOf(row: Row): RuleRow | undefined {
  row.require("Asset", "Posting rule", "Method", "Useful life");
  const method = row.choice("Method", methodOf) ?? "";
  const unit = row.choice("Life unit", unitOf);
  const usefulLife = lifeOf(row, unit);
  const rate = row.has("Rate") ? row.take("Rate", rateOf(row.plain("Rate"))) : undefined;
  const action = row.choice("Action", actionOf);
  const [asset, postingRule] = [row.text("Asset"), row.text("Posting rule")];
  const [key, modified] = [row.text("Rule key"), row.text("Modified")];
  if (!row.isSound || usefulLife === undefined) return undefined;
  return {
    row: row.row,
    ...{ key, asset, postingRule, method, usefulLife, modified },
    isDeletion: action === "delete",
    ...(rate === undefined ? {} : { rate }),
    ...(unit === undefined ? {} : { unit }),
  };
}

// Sage Intacct, "Asset depreciation rules", usefulLife: the most by the unit that the posting rule has.
const most: Readonly<Record<string, number>> = { months: 500, years: 100 };
const mostOfAny = 500;

function lifeOf(row: Row, unit: "months" | "years" | undefined): number | undefined {
  const life = row.wholePositive("Useful life");
  const limit = most[unit ?? ""] ?? mostOfAny;
  if (life === undefined || life <= limit) return life;
  return row.take(
    "Useful life",
    fail({ code: "rule-life-too-long", given: life, most: limit, unit: unit ?? "months" }),
  );
}

function unitOf(given: string): Result<"months" | "years", CellProblem> {
  const word = given.toLowerCase();
  return word === "months" || word === "years" ? ok(word) : fail({ code: "rule-unit", given });
}

// The two methods that the document names, by id or by key. Others go by the id that the system has for them.
const methodIds: Readonly<Record<string, string>> = { "-1": "SL", "-2": "DB", sl: "SL", db: "DB" };

function methodOf(given: string): Result<string, CellProblem> {
  return ok(methodIds[given.toLowerCase()] ?? given);
}

function actionOf(given: string): Result<"delete", CellProblem> {
  return given.toLowerCase() === "delete" ? ok("delete") : fail({ code: "rule-action", given });
}

/** "30.00" for 30, 30.0 and "30.00"; from 1.00 to 100.00, as the document has it. */
function rateOf(given: string): Result<string, CellProblem> {
  const [, units = "", hundredths = ""] = /^(\d{1,3})(?:[.](\d{1,2}))?$/.exec(given) ?? [];
  const value = Number(units) * 100 + Number(hundredths.padEnd(2, "0"));
  if (units === "" || value < 100 || value > 10_000) return fail({ code: "rule-rate", given });
  return ok(`${Number(units)}.${hundredths.padEnd(2, "0")}`);
}

/** A row as it is written: what the system holds, or what became of a push. All text is theirs, so it is made harmless. */
export interface RuleCells {
  readonly key: string;
  readonly asset: string;
  readonly assetName: string;
  readonly postingRule: string;
  readonly method: string;
  readonly usefulLife: number | undefined;
  readonly unit: string;
  readonly rate: string;
  readonly modified: string;
}

export function rulesMatrix(rules: readonly RuleCells[]): Matrix {
  return [ruleColumns.map(({ header }) => header), ...rules.map(cellsOf)];
}

function cellsOf(rule: RuleCells): readonly Cell[] {
  const cells: Readonly<Record<RuleHeader, Cell>> = {
    "Rule key": plainText(rule.key),
    Asset: plainText(rule.asset),
    "Asset name": plainText(rule.assetName),
    "Posting rule": plainText(rule.postingRule),
    Method: plainText(rule.method),
    "Useful life": rule.usefulLife ?? null,
    "Life unit": rule.unit,
    Rate: plainText(rule.rate),
    Action: "",
    Modified: plainText(rule.modified),
    Outcome: "",
    Message: "",
  };
  return ruleColumns.map(({ header }) => cells[header]);
}

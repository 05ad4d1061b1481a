/** DEPR.CHECK: what is wrong with a register, or may be, one row a finding. */
import {
  amountOf,
  findingsOf,
  openRegister,
  type CheckTerms,
  type Decimals,
  type Figure,
  type RegisterFinding,
} from "../src/engine";
import { strangerEvents } from "../src/sheet/build-schedule";
import { computableAssets } from "../src/sheet/computable";
import type { Events } from "../src/sheet/events";
import type { Finding, Matrix } from "../src/sheet/matrix";
import { textOf } from "../src/sheet/plain-text";
import { readRegister, registerSettings, type Register } from "../src/sheet/register";
import type { RegisterHeader } from "../src/sheet/register-columns";
import { serialOfDay, type DateSystem } from "../src/sheet/serial";
import { dayIfGiven, given } from "./arguments";
import { handOnErrors, orCellError } from "./cell";
import { isEmpty } from "./cell";
import { policiesFrom } from "./life-policy";
import { dateSystemOf, optionsFrom, type Options } from "./options";
import { eventsIn, registerTable, settingsOf, wholeError, type RegisterArguments } from "./register";
import { handOnErrorOf, tableFrom } from "./sheet-matrix";

/** The arguments as Excel hands them over: anything, and null where one is left out. */
export interface CheckArguments extends RegisterArguments {
  readonly policy?: unknown;
  readonly options?: unknown;
}

const headers = ["Severity", "Asset", "Row", "Column", "Code", "Finding", "Value", "Expected"];

/** A header row unless the options take it off, and the findings row by row, those of the events last. */
export function findingCells({ register, events, ...argued }: CheckArguments): unknown[][] {
  handOnErrors(argued);
  handOnErrorOf("register", register);
  handOnErrorOf("events", events);
  const options = optionsFrom(argued.options);
  const checked = checkedFrom(register, events, options);
  const terms = given({
    policies: policiesFrom(argued.policy),
    asOf: dayIfGiven(options.asOf, "as of", checked.system),
  });
  const found = [...registerRows(checked, options, terms), ...eventRows(checked)];
  const cells = found.length === 0 ? [["No findings", ...Array<string>(headers.length - 1).fill("")]] : found;
  return options.headers === false ? cells : [headers, ...cells];
}

interface Checked {
  readonly matrix: Matrix;
  readonly read: Register;
  readonly eventMatrix: Matrix;
  readonly events: Events;
  readonly decimals: Decimals;
  readonly system: DateSystem;
}

function checkedFrom(register: unknown, events: unknown, options: Options): Checked {
  const matrix = registerTable(register);
  const settings = settingsOf(options);
  const read = readRegister(matrix, settings);
  return {
    matrix,
    read,
    eventMatrix: isEmpty(events) ? [] : tableFrom(events),
    events: eventsIn(events, registerSettings(read, settings)),
    decimals: read.decimals,
    system: dateSystemOf(options),
  };
}

// What both the reader and the engine find is told once: by the reader, which knows the cell, but for two dates that the
// wrong way round, which the engine knows the right value of.
function registerRows(checked: Checked, options: Options, terms: CheckTerms): unknown[][] {
  const { read } = checked;
  const failed = new Set(read.findings.filter(({ severity }) => severity === "error").map(({ row }) => row));
  const bySheet = read.findings.filter(({ code, row }) => code !== "in-service-before-acquired" || failed.has(row));
  const byEngine = engineFindings(checked, options, terms).filter(
    ({ code, row }) => code !== "duplicate-id" && !(code === "not-computed" && failed.has(rowOf(read, row))),
  );
  const told = [
    ...bySheet.map((one) => ({ row: one.row, cells: sheetCells(one, checked) })),
    ...byEngine.map((one) => ({ row: rowOf(read, one.row), cells: engineCells(one, checked) })),
  ];
  return told.sort((left, right) => left.row - right.row).map(({ cells }) => cells);
}

function engineFindings({ read, events }: Checked, { policy }: Options, terms: CheckTerms): readonly RegisterFinding[] {
  if (wholeError(read) !== undefined) return [];
  return findingsOf(orCellError(openRegister(computableAssets(read, events, policy))), terms);
}

/** The row in the matrix of the engine's row. */
function rowOf({ rows }: Register, row: number): number {
  return rows[row]?.row ?? 0;
}

function sheetCells({ severity, row, column, code, sentence }: Finding, { matrix, read }: Checked): unknown[] {
  const asset = read.rows.find((one) => one.row === row)?.id ?? "";
  // A column that is missing has no place.
  const isNowhere = row === 0 && code.startsWith("missing");
  const place = isNowhere ? "" : textOf(matrix[0]?.[column]);
  return [severity, asset, row + 1, place, code, sentence, isNowhere ? "" : (matrix[row]?.[column] ?? ""), ""];
}

function engineCells(finding: RegisterFinding, checked: Checked): unknown[] {
  const { severity, asset, row, code, sentence, value, expected } = finding;
  const header = headerOf(finding, checked);
  const shown = (figure: Figure | undefined): unknown => figureCell(figure, header, checked);
  const place = header === undefined ? undefined : checked.read.places.get(header);
  const column = place === undefined ? (header ?? "") : textOf(checked.matrix[0]?.[place]);
  return [severity, asset, rowOf(checked.read, row) + 1, column, code, sentence, shown(value), shown(expected)];
}

/** The engine's words for what a finding is about, and our columns. */
const abouts: Readonly<Partial<Record<RegisterFinding["about"], RegisterHeader>>> = {
  asset: "Asset",
  class: "Class",
  acquired: "Acquired",
  "in service": "In service",
  cost: "Cost",
  salvage: "Salvage",
  convention: "Convention",
  "opening accumulated": "Opening accumulated",
  "opening date": "Opening date",
};

function headerOf({ about, row }: RegisterFinding, { matrix, read }: Checked): RegisterHeader | undefined {
  if (about !== "life") return abouts[about];
  const place = read.places.get("Life (months)");
  const months = place === undefined ? "" : textOf(matrix[rowOf(read, row)]?.[place]);
  return months === "" ? "Life (years)" : "Life (months)";
}

function figureCell(figure: Figure | undefined, header: RegisterHeader | undefined, checked: Checked): unknown {
  if (figure === undefined) return "";
  switch (figure.kind) {
    case "amount":
      return amountOf(figure.amount, checked.decimals);
    case "day":
      return serialOfDay(figure.day, checked.system);
    case "months":
      return header === "Life (years)" ? figure.months / 12 : figure.months;
    case "share":
      return figure.share;
    case "text":
      return figure.text;
  }
}

function eventRows({ read, events, eventMatrix }: Checked): unknown[][] {
  const assets = new Map(events.mentions.map(({ row, asset }) => [row, asset]));
  return [...events.findings, ...strangerEvents(read, events)].map(({ severity, row, column, code, sentence }) => {
    const header = textOf(eventMatrix[0]?.[column]);
    const value = row === 0 ? "" : (eventMatrix[row]?.[column] ?? "");
    return [severity, assets.get(row) ?? "", row + 1, `Events: ${header}`, code, sentence, value, ""];
  });
}

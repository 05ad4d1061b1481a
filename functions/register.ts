/** The register and the events that the formulas of a whole register take, opened as the engine opens them. */
import { openRegister, type Decimals, type Register as Opened, type RegisterAsset } from "../src/engine";
import { computableAssets } from "../src/sheet/computable";
import { noEvents, readEvents, type Events } from "../src/sheet/events";
import type { Finding, Matrix, SheetSettings } from "../src/sheet/matrix";
import { readRegister, registerSettings, type Register } from "../src/sheet/register";
import type { DateSystem } from "../src/sheet/serial";
import { cellError, isMatrix, orCellError, valueError } from "./cell";
import { isEmpty } from "./cell";
import { dateSystemOf, type Options } from "./options";
import { handOnErrorOf, tableFrom } from "./sheet-matrix";

/** The arguments as Excel hands them over: anything, and null where one is left out. */
export interface RegisterArguments {
  readonly register: unknown;
  readonly events?: unknown;
}

/** A register that was read, and what the answers are written with. */
export interface OpenedRegister {
  readonly opened: Opened;
  readonly assets: readonly RegisterAsset[];
  readonly decimals: Decimals;
  readonly system: DateSystem;
  readonly settings: SheetSettings;
}

/** The register with its events. A row that cannot be read stays in it, with its sentence; a table without its columns is #VALUE!. */
export function registerFrom({ register, events }: RegisterArguments, options: Options): OpenedRegister {
  handOnErrorOf("register", register);
  handOnErrorOf("events", events);
  const settings = settingsOf(options);
  const read = readRegister(registerTable(register), settings, { check: false });
  const wrong = wholeError(read);
  if (wrong !== undefined) throw valueError(wrong.sentence);
  const assets = computableAssets(read, soundEvents(events, registerSettings(read, settings)), options.policy);
  return {
    assets,
    opened: orCellError(openRegister(assets)),
    decimals: read.decimals,
    system: settings.dateSystem,
    settings: registerSettings(read, settings),
  };
}

export function settingsOf(options: Options): SheetSettings {
  return { dateSystem: dateSystemOf(options), decimals: options.decimals ?? 2, yearEnd: options.yearEnd ?? 12 };
}

export function registerTable(register: unknown): Matrix {
  if (isEmptyTable(register)) throw cellError({ code: "missing", what: "register" });
  return tableFrom(register);
}

function isEmptyTable(argument: unknown): boolean {
  return isMatrix(argument) ? tableFrom(argument).length === 0 : isEmpty(argument);
}

/** The events of an argument; none where it is left out. */
export function eventsIn(argument: unknown, settings: SheetSettings): Events {
  return isEmpty(argument) ? noEvents : readEvents(tableFrom(argument), settings);
}

/** What is wrong with all of it: no amount is right where nobody can tell the columns, or where there are two currencies. */
export function wholeError({ findings }: Register): Finding | undefined {
  return findings.find(({ row, severity, code }) => (row === 0 && severity === "error") || code === "mixed-currencies");
}

// An event without its asset may belong to any of them.
function soundEvents(argument: unknown, settings: SheetSettings): Events {
  const read = eventsIn(argument, settings);
  const named = new Set(read.mentions.filter(({ asset }) => asset !== "").map(({ row }) => row));
  const isWhole = ({ row, severity }: Finding): boolean => severity === "error" && (row === 0 || !named.has(row));
  const wrong = read.findings.find(isWhole);
  if (wrong === undefined) return read;
  throw valueError(wrong.row === 0 ? wrong.sentence : `In row ${wrong.row + 1} of events: ${wrong.sentence}`);
}

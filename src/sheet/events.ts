/** The Events table: what happens to assets in mid-life. */
import type { AssetEvent, EventValue } from "../engine";
import { eventTypeNamed, eventTypes, methodNamed } from "../engine";
import type { Column } from "./header";
import type { Finding, Matrix, SheetSettings } from "./matrix";
import type { RowReader } from "./row-reader";
import { findingsOf, looksLike, openTable } from "./table";

export type EventsHeader = "Asset" | "Date" | "Type" | "Value" | "Share" | "Counter account" | "New class";

/** An event of the engine, with the asset that it happens to and the row that tells it. */
export interface EventRow extends AssetEvent {
  /** 0-based in the matrix that was read; the header is row 0. */
  readonly row: number;
  /** 0-based column of the asset's id. */
  readonly column: number;
  readonly asset: string;
}

export interface Events {
  /** The rows without an error. */
  readonly rows: readonly EventRow[];
  /** Every row that names an asset, whether or not the rest of it can be read: its asset must not be computed. */
  readonly mentions: readonly EventMention[];
  /** False where there are rows but no telling which assets they are about. */
  readonly isReadable: boolean;
  readonly findings: readonly Finding[];
  readonly rowCount: number;
}

export interface EventMention {
  readonly row: number;
  /** 0-based column of the asset's id. */
  readonly column: number;
  readonly asset: string;
  /** As the cells have them, for wording. */
  readonly type: string;
}

/** For a workbook without an Events table. */
export const noEvents: Events = { rows: [], mentions: [], isReadable: true, findings: [], rowCount: 0 };

export const eventsColumns: readonly Column<EventsHeader>[] = [
  {
    header: "Asset",
    aliases: ["Asset id", "Asset number", "Asset no", "Asset code", "Id"],
    required: true,
    kind: "text",
    width: 12,
    numberFormat: "@",
  },
  {
    header: "Date",
    aliases: ["Event date", "Effective date", "Effective"],
    required: true,
    kind: "date",
    width: 12,
    numberFormat: "yyyy-mm-dd",
  },
  {
    header: "Type",
    aliases: ["Event", "Event type"],
    required: true,
    kind: "choice",
    width: 22,
    numberFormat: "@",
    choices: eventTypes.map(({ word }) => word),
  },
  { header: "Value", aliases: ["Amount"], required: true, kind: "number", width: 14, numberFormat: "General" },
  {
    header: "Share",
    aliases: ["Part", "Share disposed"],
    required: false,
    kind: "rate",
    width: 9,
    numberFormat: "0.00%",
  },
  {
    header: "Counter account",
    aliases: ["Contra account", "Offset account"],
    required: false,
    kind: "text",
    width: 26,
    numberFormat: "@",
  },
  {
    header: "New class",
    aliases: ["To class", "New category"],
    required: false,
    kind: "text",
    width: 16,
    numberFormat: "@",
  },
];

/** A header row alone: an example event would take its asset out of the schedule. */
export function eventsTemplate(): Matrix {
  return [eventsColumns.map(({ header }) => header)];
}

export function looksLikeEvents(matrix: Matrix): boolean {
  return looksLike("events", eventsColumns, matrix);
}

export function readEvents(matrix: Matrix, settings: SheetSettings): Events {
  const table = openTable("events", eventsColumns, matrix, settings);
  const column = table.places.get("Asset") ?? 0;
  const events = table.isReadable ? table.rows.map((row) => eventOf(row, column)) : [];
  return {
    rows: events.filter((event) => event !== undefined),
    mentions: mentionsIn(table.rows, column),
    isReadable: table.rows.length === 0 || table.isReadable,
    findings: findingsOf(table),
    rowCount: table.rows.length,
  };
}

export function eventsByAsset({ rows }: Events): ReadonlyMap<string, readonly EventRow[]> {
  const found = new Map<string, EventRow[]>();
  for (const row of rows) {
    const known = found.get(row.asset);
    if (known === undefined) found.set(row.asset, [row]);
    else known.push(row);
  }
  return found;
}

/**
 * The assets with an event that cannot be read, and its row: a charge without its event would be wrong, so such a row
 * takes its asset out.
 */
export function unreadEvents({ mentions, rows }: Events): ReadonlyMap<string, number> {
  const read = new Set(rows.map(({ row }) => row));
  return new Map(mentions.filter(({ row }) => !read.has(row)).map(({ asset, row }) => [asset, row]));
}

function eventOf(reader: RowReader<EventsHeader>, column: number): EventRow | undefined {
  reader.require("Asset", "Date", "Type");
  const asset = reader.text("Asset");
  const date = reader.day("Date");
  const type = reader.choice("Type", eventTypeNamed);
  const value = type === undefined ? undefined : valueReaders[type.value](reader);
  const share = shareOf(reader);
  const rest = { counterAccount: reader.text("Counter account"), newClass: reader.text("New class") };
  if (!reader.isSound || date === undefined || type === undefined) return undefined;
  const optional = { ...(value === undefined ? {} : { value }), ...(share === undefined ? {} : { share }) };
  return { row: reader.row, column, asset, date, type, ...optional, ...rest };
}

type ValueReader = (reader: RowReader<EventsHeader>) => number | string | undefined;

const valueReaders: Readonly<Record<EventValue, ValueReader>> = {
  amount: (reader) => required(reader).notNegative("Value"),
  units: (reader) => required(reader).notNegative("Value"),
  months: (reader) => required(reader).wholePositive("Value"),
  method: (reader) => required(reader).choice("Value", methodNamed)?.word,
  none: () => undefined,
};

function required(reader: RowReader<EventsHeader>): RowReader<EventsHeader> {
  reader.require("Value");
  return reader;
}

function shareOf(reader: RowReader<EventsHeader>): number | undefined {
  const share = reader.positive("Share");
  if (share === undefined || share <= 1) return share;
  reader.report("Share", { code: "out-of-range", what: "Share", given: share, least: 0, most: 1 });
  return undefined;
}

function mentionsIn(readers: readonly RowReader<EventsHeader>[], column: number): readonly EventMention[] {
  return readers
    .filter((reader) => reader.has("Asset"))
    .map((reader) => ({ row: reader.row, column, asset: reader.text("Asset"), type: reader.text("Type") }));
}

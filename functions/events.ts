/** The events argument: what happens to an asset in mid-life, one row each. */
import { eventTypeNamed, type AssetEvent } from "../src/engine";
import type { DateSystem } from "../src/sheet/serial";
import { dayIfGiven, entryIfGiven, given, numberIfGiven } from "./arguments";
import { cellError, isBlank, isMatrix, plain } from "./cell";

/**
 * Rows of date, type, value, share, counter account and new class; the last three may be left out. A header row may stand
 * on top, and then its words say which column is which. Blank rows say nothing; undefined where no row says anything.
 */
export function eventsFrom(argument: unknown, system: DateSystem): readonly AssetEvent[] | undefined {
  const rows = (isMatrix(argument) ? argument : [[argument]]).filter((row) => !row.every(isBlank));
  const header = placesIn(rows[0] ?? []);
  const places = header ?? columns;
  const told = header === undefined ? rows : rows.slice(1);
  return told.length === 0 ? undefined : told.map((row) => eventFrom((column) => row[places.indexOf(column)], system));
}

type Column = (typeof columns)[number];

const columns = ["date", "type", "value", "share", "counter account", "new class"] as const;

// A first row that names its columns; a row of an event begins with its date.
function placesIn(row: readonly unknown[]): readonly (Column | undefined)[] | undefined {
  const words = row.map((cell) => (wordIfGiven(cell) ?? "").trim().toLowerCase().replaceAll("_", " "));
  const places = words.map((word) => columns.find((column) => word === column || word === `event ${column}`));
  return places.includes("date") && places.includes("type") ? places : undefined;
}

function eventFrom(cell: (column: Column) => unknown, system: DateSystem): AssetEvent {
  const type = entryIfGiven(cell("type"), eventTypeNamed);
  const date = dayIfGiven(cell("date"), "the date of an event", system);
  if (date === undefined) throw cellError({ code: "missing", what: "the date of an event" });
  if (type === undefined) throw cellError({ code: "missing", what: "the type of an event" });
  const counterAccount = wordIfGiven(cell("counter account"));
  const newClass = wordIfGiven(cell("new class"));
  const share = numberIfGiven(cell("share"), "the share of an event");
  const value = type.value === "method" ? wordIfGiven(cell("value")) : numberIfGiven(cell("value"), type.word);
  return given({ date, type, value, share, counterAccount, newClass });
}

function wordIfGiven(value: unknown): string | undefined {
  return isBlank(value) ? undefined : String(plain(value));
}

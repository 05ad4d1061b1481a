/** Words of options that no list of the engine has. */
import { fail, ok, type Result } from "../src/engine";
import { dateSystems, type DateSystem } from "../src/sheet/serial";

/** Which day the workbook counts its dates from: 1900 or 1904, as number or text. */
export function dateSystemNamed(given: string): Result<DateSystem> {
  const found = dateSystems.find((system) => system === given.trim());
  return found === undefined
    ? fail({ code: "unknown-word", what: "date system", given, known: dateSystems })
    : ok(found);
}

// By days only the convention actual-days counts; until it is there, the default is the only day count that can be meant.
const actual = "actual";
const laterDayCounts = ["actual/365", "actual/360", "30/360", "life"];

/** How days become parts of a year; "actual" is by the length of the fiscal year of the row. */
export function dayCountNamed(given: string): Result<string> {
  const word = given.trim().toLowerCase();
  if (word === actual || word === "actual/actual") return ok(actual);
  if (laterDayCounts.includes(word)) return fail({ code: "not-yet", what: "day count", given });
  return fail({ code: "unknown-word", what: "day count", given, known: [actual] });
}

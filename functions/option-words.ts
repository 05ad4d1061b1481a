/** Words of options that no list of the engine has. */
import { fail, ok, type MacrsSystem, type Result } from "../src/engine";
import { dateSystems, type DateSystem } from "../src/sheet/serial";

/** Which day the workbook counts its dates from: 1900 or 1904, as number or text. */
export function dateSystemNamed(given: string): Result<DateSystem> {
  const found = dateSystems.find((system) => system === given.trim());
  return found === undefined
    ? fail({ code: "unknown-word", what: "date system", given, known: dateSystems })
    : ok(found);
}

const systems = ["GDS", "ADS"] as const;

/** The general or the alternative depreciation system of IRS Publication 946. */
export function macrsSystemNamed(given: string): Result<MacrsSystem> {
  const found = systems.find((system) => system === given.trim().toUpperCase());
  return found === undefined ? fail({ code: "unknown-word", what: "system", given, known: systems }) : ok(found);
}

import type { DateSystem } from "../../src/sheet";
import { inWorkbook } from "../workbook";

let known: DateSystem | undefined;

/** Which day the workbook counts from. Office has no property for it, so a date is asked for and its number tells. */
export async function dateSystemOfWorkbook(): Promise<DateSystem> {
  known ??= await ask();
  return known;
}

async function ask(): Promise<DateSystem> {
  const serial = await inWorkbook(async (context) => {
    const first = context.workbook.functions.date(1904, 1, 2);
    first.load("value");
    await context.sync();
    return first.value;
  });
  // A host that cannot compute it is taken for the usual one: 1904 is an option that few workbooks have set.
  return serial.ok && serial.value === 1 ? "1904" : "1900";
}

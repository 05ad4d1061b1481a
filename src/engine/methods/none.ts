import { whole } from "../ratio";
import { ok } from "../result";
import type { Method } from "./method";

/** No depreciation: land, or an asset that is not in use yet. A life only says how many rows to show. */
export const none: Method = {
  word: "NONE",
  aliases: ["no-depreciation"],
  label: "No depreciation",
  sentence: "Nothing is charged.",
  keepsToSalvage: true,
  usesUp: () => false,
  chargesByYear: (terms) => ok(Array<number>(terms.years).fill(0)),
  chargeOfYear: () => ok(0),
  lifeMonths: ({ life }) => ok(life ?? whole(0)),
  rule: () => ok({ by: "nothing" }),
  course: (asset, line) => ok({ end: line.life ?? whole(0), totalsAt: (ticks) => ticks.map(() => asset.accumulated) }),
};

import type { Asset, AssetTerms } from "../asset";
import { chargeable, isOver } from "../events/standing";
import { amountText, cents } from "../money";
import { nearestWhole } from "../ratio";
import { fail, ok, type Result } from "../result";
import { beginning } from "./beginning";
import { tripOf } from "./trip-of";
import { walk, type Walked } from "./walk";
import type { Watch } from "./watch";

/** An asset's whole life, step by step. Problems: those of the trip and of the walk, and life-is-over. */
export function walkOf(terms: AssetTerms, asset: Asset, watch?: Watch): Result<Walked> {
  const trip = tripOf(terms, asset);
  if (!trip.ok) return trip;
  const { standing } = beginning(trip.value).path;
  const left = nearestWhole(chargeable(standing));
  if (left > 0 && isOver(standing) && terms.method.usesUp(terms) && trip.value.events.length === 0) {
    return fail({ code: "life-is-over", left: amountText(cents(left), asset.decimals) });
  }
  const walked = walk(trip.value, undefined, watch);
  if (!walked.ok || trip.value.events.length === 0) return walked;
  const rows = walked.value.rows.map((row) => ({
    ...row,
    adjustment: row.adjustment ?? cents(0),
    events: row.events ?? [],
  }));
  return ok({ ...walked.value, rows });
}

import { Fraction, twelve, zero } from "./fraction";
import { firstYearLength, monthsOfLife, type MonthOfLife } from "./months";
import { decliningRate, inFiscalYears, type Judged } from "./totals";

/**
 * A declining balance whose charges are each worked out anew from the rounded book value: the year's rate is taken of the
 * rounded book value at the year's start, and what is tested is tested on what the rounded charges before have left.
 */
export function postedOnBook(asset: Judged, step: number): readonly number[] {
  const months = monthsOfLife({ lifeMonths: zero, ...asset });
  const rate = asset.method === "DB" ? decliningRate(asset, asset.lifeMonths ?? zero) : (asset.rate ?? zero);
  const switching = asset.method === "DB" && asset.switching === true;
  const offset = (12 - firstYearLength(asset.dated)) % step;
  const found: number[] = [];
  let [gone, left] = [0n, asset.lifeMonths ?? zero];
  for (const inYear of inFiscalYears(months)) {
    const base = Fraction.whole(asset.cost - gone);
    for (let at = 0; at < inYear.length;) {
      const end = at + step - (found.length === 0 ? offset : 0);
      const [now, ahead] = [lifeOf(inYear.slice(at, end)), lifeOf(inYear.slice(at))];
      const rest = Fraction.whole(asset.cost - gone - asset.salvage);
      const declining = base.multiply(rate).multiply(ahead).divide(twelve);
      const straight = switching && zero.isBelow(left) ? rest.multiply(ahead).divide(left) : zero;
      const part = ahead.top === 0n ? zero : now.divide(ahead);
      const charge = BigInt(declining.max(straight).min(rest).multiply(part).rounded());
      gone = gone + charge > asset.cost - asset.salvage ? asset.cost - asset.salvage : gone + charge;
      found.push(Number(gone));
      left = left.subtract(now);
      at = end;
    }
  }
  return found;
}

function lifeOf(months: readonly MonthOfLife[]): Fraction {
  return months.reduce((sum, { life }) => sum.add(life), zero).lowest();
}

import type { Asset, AssetTerms, Opening } from "./asset";
import { isDay } from "./day";
import { exactCents, roundedCents, type Cents, type Decimals } from "./money";
import type { Problem } from "./problem";
import { lowest, ratioOf, times, whole, type Ratio } from "./ratio";
import { fail, ok, type Result } from "./result";

/**
 * The door for schedules. Problems: not-a-number, negative, not-positive, salvage-above-cost, too-many-decimals,
 * too-many-digits, too-large, given-twice, not-a-date, not-whole-months, not-whole-years, needs-start, out-of-range.
 */
export function checkedAsset(terms: AssetTerms): Result<Asset> {
  const wrong = wrongTime(terms);
  if (wrong !== undefined) return fail(wrong);
  const cost = positive("cost", terms.cost, exactCents(terms.cost, terms.decimals, "cost"));
  if (!cost.ok) return cost;
  const salvage = positive("salvage", terms.salvage, roundedCents(terms.salvage, terms.decimals, "salvage"));
  if (!salvage.ok) return salvage;
  if (salvage.value > cost.value) {
    return fail({ code: "salvage-above-cost", cost: terms.cost, salvage: terms.salvage });
  }
  const life = lifeInMonths(terms);
  if (!life.ok) return life;
  const amount = amountIfGiven(terms);
  if (!amount.ok) return amount;
  const opening = openingAmounts(terms.opening, terms.decimals, cost.value, terms.cost);
  if (!opening.ok) return opening;
  return ok(assetOf(terms, { ...opening.value, cost: cost.value, salvage: salvage.value }, life.value, amount.value));
}

type Amounts = OpeningAmounts & Pick<Asset, "cost" | "salvage">;

// Field by field, because a register has a hundred thousand of them and spreading each field costs more than all the checks.
function assetOf(terms: AssetTerms, amounts: Amounts, life: Ratio | undefined, amount: Cents | undefined): Asset {
  const { decimals, rate, month, extra, dated, switchToStraightLine = false } = terms;
  const factor = terms.factor ?? terms.method.factor;
  const asset: { -readonly [Key in keyof Asset]: Asset[Key] } = { ...amounts, decimals, switchToStraightLine };
  if (life !== undefined) asset.life = life;
  if (rate !== undefined) asset.rate = rate;
  if (factor !== undefined) asset.factor = factor;
  if (amount !== undefined) asset.amount = amount;
  if (month !== undefined) asset.month = month;
  if (extra !== undefined) asset.extra = extra;
  if (dated !== undefined) asset.dated = dated;
  return asset;
}

function amountIfGiven({ amount, decimals }: AssetTerms): Result<Cents | undefined> {
  if (amount === undefined) return ok(undefined);
  const read = exactCents(amount, decimals, "amount");
  return read.ok && amount <= 0 ? fail({ code: "not-positive", what: "amount", given: amount }) : read;
}

function wrongTime({ decimals, dated, opening }: AssetTerms): Problem | undefined {
  if (![0, 1, 2, 3, 4].includes(decimals)) {
    return { code: "out-of-range", what: "decimals", given: decimals, least: 0, most: 4 };
  }
  if (dated === undefined) return opening === undefined ? undefined : { code: "needs-start", what: "opening" };
  const { yearEnd, inService } = dated;
  if (!isDay(inService)) return { code: "not-a-date", what: "in service", given: inService };
  if (opening !== undefined && !isDay(opening.asOf)) {
    return { code: "not-a-date", what: "opening date", given: opening.asOf };
  }
  const isMonth = Number.isInteger(yearEnd) && yearEnd >= 1 && yearEnd <= 12;
  return isMonth ? undefined : { code: "out-of-range", what: "year end", given: yearEnd, least: 1, most: 12 };
}

function positive(what: string, given: number, read: Result<Cents>): Result<Cents> {
  return read.ok && given < 0 ? fail({ code: "negative", what, given }) : read;
}

// Far beyond any life, and near enough that no product overflows.
const mostLife = 1e300;

function lifeInMonths(terms: AssetTerms): Result<Ratio | undefined> {
  const { lifeMonths, lifeYears } = terms;
  if (lifeMonths !== undefined && lifeYears !== undefined) {
    return fail({ code: "given-twice", what: "life", first: `${lifeYears} years`, second: `${lifeMonths} months` });
  }
  const given = lifeMonths ?? lifeYears;
  if (given === undefined) return ok(undefined);
  if (!Number.isFinite(given)) return fail({ code: "not-a-number", what: "life", given });
  if (given <= 0) return fail({ code: "not-positive", what: "life", given });
  if (given > mostLife) return fail({ code: "too-large", what: "life", given, most: String(mostLife) });
  if (terms.profile?.wholeYears === true && !Number.isInteger(lifeYears ?? given / 12)) {
    return fail({ code: "not-whole-years", what: "life", given, instead: ` for ${terms.profile.label}` });
  }
  return months(given, lifeYears === undefined ? 1 : 12, terms.dated !== undefined);
}

// A life worked out in a cell carries noise (50 / 12 years is not quite 50 months), so whole months are meant where
// they are nearer than a millionth of a month.
function months(given: number, unit: number, wholeOnly: boolean): Result<Ratio | undefined> {
  const nearest = Math.round(given * unit);
  if (nearest > 0 && Math.abs(given * unit - nearest) <= 1e-6) return ok(whole(nearest));
  if (wholeOnly) return fail({ code: "not-whole-months", what: "life", given });
  return ok(lowest(times(ratioOf(given), whole(unit))));
}

type OpeningAmounts = Pick<Asset, "accumulated" | "chargedThisYear">;

function openingAmounts(
  opening: Opening | undefined,
  decimals: Decimals,
  cost: Cents,
  most: number,
): Result<OpeningAmounts> {
  const accumulated = upTo(cost, most, "opening accumulated", opening?.accumulated ?? 0, decimals);
  if (!accumulated.ok) return accumulated;
  if (opening?.chargedThisYear === undefined) return ok({ accumulated: accumulated.value });
  const what = "opening charge of this year";
  const charged = upTo(accumulated.value, opening.accumulated, what, opening.chargedThisYear, decimals);
  return charged.ok ? ok({ accumulated: accumulated.value, chargedThisYear: charged.value }) : charged;
}

function upTo(limit: Cents, most: number, what: string, given: number, decimals: Decimals): Result<Cents> {
  const read = exactCents(given, decimals, what);
  if (!read.ok) return read;
  if (read.value >= 0 && read.value <= limit) return read;
  return fail({ code: "out-of-range", what, given, least: 0, most });
}

import type { CapitalAsset } from "../connectors";
import { type Cents, type Month, cents, monthOf, schedule } from "../engine";
import type { RegisterAsset } from "../sheet";

/** A month in which one side charges an asset. */
export interface BookedMonth {
  readonly month: Month;
  readonly ours: Cents;
  readonly theirs: Cents;
}

/** What a system has booked for an asset beside what the register charges, month by month. */
export interface BookedAsset {
  readonly asset: string;
  readonly name: string;
  readonly standing: "compared" | "not-there" | "not-in-register";
  readonly months: readonly BookedMonth[];
  readonly ours: Cents;
  readonly theirs: Cents;
}

/**
 * Compares what the system has booked with the register's schedule, up to and with the last month that it has booked:
 * later months are not due there yet. Assets of one side alone are told too.
 */
export function compareBooked(
  assets: readonly RegisterAsset[],
  held: readonly CapitalAsset[],
  assetOf: (held: CapitalAsset) => string | undefined,
): readonly BookedAsset[] {
  const theirs = new Map(held.map((one) => [assetOf(one), one]));
  const compared = assets.map((asset) => comparedOf(asset, theirs.get(asset.id)));
  const known = new Set(assets.map(({ id }) => id));
  const strangers = held.filter((one) => !known.has(assetOf(one) ?? ""));
  return [...compared, ...strangers.map(strangerOf)];
}

function comparedOf(asset: RegisterAsset, held: CapitalAsset | undefined): BookedAsset {
  const head = { asset: asset.id, name: asset.description };
  if (held === undefined) return { ...head, standing: "not-there", months: [], ...totals([]) };
  const theirs = byMonth(held.booked.map(({ date, amount }) => [monthOf(date), amount]));
  const last = Math.max(0, ...theirs.keys());
  const rows = schedule(asset.terms);
  const charges = (rows.ok ? rows.value : []).flatMap(({ lastDay, charge }) =>
    lastDay === undefined ? [] : [[monthOf(lastDay), charge] as const],
  );
  const ours = byMonth(charges.filter(([month]) => month <= last));
  const months = [...new Set([...ours.keys(), ...theirs.keys()])]
    .sort((one, other) => one - other)
    .map((month) => ({ month, ours: ours.get(month) ?? cents(0), theirs: theirs.get(month) ?? cents(0) }));
  return { ...head, standing: "compared", months, ...totals(months) };
}

function strangerOf(held: CapitalAsset): BookedAsset {
  const theirs = byMonth(held.booked.map(({ date, amount }) => [monthOf(date), amount]));
  const months = [...theirs].map(([month, amount]) => ({ month, ours: cents(0), theirs: amount }));
  return { asset: "", name: held.name, standing: "not-in-register", months, ...totals(months) };
}

function byMonth(amounts: readonly (readonly [Month, Cents])[]): ReadonlyMap<Month, Cents> {
  const sums = new Map<Month, Cents>();
  for (const [month, amount] of amounts) sums.set(month, cents((sums.get(month) ?? 0) + amount));
  return sums;
}

function totals(months: readonly BookedMonth[]): { readonly ours: Cents; readonly theirs: Cents } {
  const sum = (side: "ours" | "theirs"): Cents => cents(months.reduce((total, month) => total + month[side], 0));
  return { ours: sum("ours"), theirs: sum("theirs") };
}

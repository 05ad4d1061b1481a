import { dayText, type Day } from "../../day";
import { amountText, cents, roundedCents, type Decimals } from "../../money";
import { amountFigure, checkEach, type Check, type ComputedAsset } from "./finding";

/**
 * A reversal must not take the carrying amount above what it would be without the impairment (IAS 36.117). The book takes
 * no more than that, so what was asked for and is not in the book was above the ceiling.
 */
export const reversalAboveCeiling: Check = checkEach<{ day: string; asked: string; most: string }>({
  code: "reversal-above-ceiling",
  severity: "warning",
  about: "event",
  find: (one, { decimals }) => {
    const above = reversals(one, decimals).find(({ asked, booked }) => asked > booked);
    if (above === undefined) return undefined;
    const { day, asked, booked } = above;
    const [given, most] = [cents(asked), cents(booked)];
    const facts = { day: dayText(day), asked: amountText(given, decimals), most: amountText(most, decimals) };
    return { facts, value: amountFigure(given), expected: amountFigure(most) };
  },
  wording: ({ day, asked, most }) =>
    `The reversal of ${day} is ${asked}, but no more than ${most} brings the book value back to what it would be ` +
    `without the impairment (IAS 36.117).`,
});

interface Reversal {
  readonly day: Day;
  readonly asked: number;
  readonly booked: number;
}

function reversals({ books: { terms, history } }: ComputedAsset, decimals: Decimals): readonly Reversal[] {
  if (history.isPlain) return [];
  const asked = new Map<Day, number>();
  for (const { date, type, value } of terms.events ?? []) {
    if (type.word !== "IMPAIRMENT_REVERSAL") continue;
    const read = roundedCents(Number(value), decimals, "reversal");
    if (read.ok) asked.set(date, (asked.get(date) ?? 0) + read.value);
  }
  if (asked.size === 0) return [];
  const booked = history.changes().filter(({ kind }) => kind === "impairment-reversal");
  return [...asked].map(([day, amount]) => ({
    day,
    asked: amount,
    booked: booked.reduce((sum, change) => (change.day === day ? sum - change.impairment : sum), 0),
  }));
}

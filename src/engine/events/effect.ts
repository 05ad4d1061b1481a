import { amountText, exactCents, type Cents, type Decimals } from "../money";
import type { Asset } from "../asset";
import type { Movement } from "../books/book";
import type { Policy } from "../policy/policy";
import { fail, ok, type Result } from "../result";
import type { AssetEvent } from "./event";
import type { Standing } from "./standing";

/** What an event's effect may ask beyond the event itself. */
export interface Circumstances {
  readonly decimals: Decimals;
  readonly asset: Asset;
  readonly policy: Policy;
  /** The posted carrying amount at this point of an asset to which all happened but the impairments (IAS 36.117). */
  readonly unimpaired: () => number;
}

/** What an event leaves, and what it posted. */
export interface Affected {
  readonly standing: Standing;
  readonly movement?: Movement;
  /** What is charged at once, in minor units, after the event. */
  readonly catchUp?: number;
}

export type Effect = (standing: Standing, event: AssetEvent, given: Circumstances) => Result<Affected>;

/** The event's value as money. Problems: missing, negative, and those of an exact amount. */
export function amountIn({ type, value }: AssetEvent, decimals: Decimals): Result<Cents> {
  if (value === undefined || value === "") return fail({ code: "missing", what: `the value of ${type.word}` });
  if (typeof value === "string") return fail({ code: "not-a-number", what: type.word, given: value });
  const read = exactCents(value, decimals, type.word);
  return read.ok && value < 0 ? fail({ code: "negative", what: type.word, given: value }) : read;
}

/** The event's value as a number. Problems: missing, not-a-number, negative. */
export function numberIn({ type, value }: AssetEvent): Result<number> {
  if (value === undefined || value === "") return fail({ code: "missing", what: `the value of ${type.word}` });
  if (typeof value === "string" || !Number.isFinite(value)) {
    return fail({ code: "not-a-number", what: type.word, given: value });
  }
  return value < 0 ? fail({ code: "negative", what: type.word, given: value }) : ok(value);
}

/** An amount that must not be more than there is. Problem: too-large. */
export function atMost(amount: Cents, most: number, { type, value }: AssetEvent, decimals: Decimals): Result<Cents> {
  if (amount <= most) return ok(amount);
  return fail({ code: "too-large", what: type.word, given: Number(value), most: amountText(most as Cents, decimals) });
}

/** The movement of an event, from what stood before it and after it. */
export function movementOf(
  event: AssetEvent,
  kind: Movement["kind"],
  before: Standing,
  after: Standing,
  result: { readonly proceeds?: number; readonly profit?: number } = {},
): Movement {
  const { counterAccount, newClass } = event;
  const change = (of: "cost" | "accumulated" | "impairment" | "surplus"): Cents => (after[of] - before[of]) as Cents;
  return {
    day: event.date,
    kind,
    cost: change("cost"),
    accumulated: change("accumulated"),
    impairment: change("impairment"),
    surplus: change("surplus"),
    proceeds: (result.proceeds ?? 0) as Cents,
    profit: (result.profit ?? 0) as Cents,
    ...(counterAccount === undefined || counterAccount === "" ? {} : { counterAccount }),
    ...(newClass === undefined || newClass === "" ? {} : { assetClass: newClass }),
  };
}

import type {
  CapitalAsset,
  Connection,
  DepreciationProfile,
  HeldPurchase,
  Misfit,
  PostingFrequency,
  Purchase,
  PurchasesVerb,
  Refusal,
} from "../connectors";
import { amountText, dayText, type Decimals, ok, type Result } from "../engine";
import type { RegisterAsset } from "../sheet";
import { type Clock, systemClock } from "./clock";
import type { Journal, JournalRecord } from "./journal";
import { settleFound, stillOpen } from "./one-by-one";

/** What a register does not say of a purchase. */
export interface PurchaseTerms {
  readonly user: string;
  readonly category: string;
  readonly currency: string;
  readonly frequency: PostingFrequency;
}

/** What is to be done about one asset of the register. */
export type PurchaseStep =
  | { readonly kind: "create"; readonly asset: RegisterAsset; readonly purchase: Purchase }
  | {
      readonly kind: "change";
      readonly asset: RegisterAsset;
      readonly held: HeldPurchase;
      readonly profile: DepreciationProfile;
    }
  | { readonly kind: "unchanged"; readonly asset: RegisterAsset; readonly capitalAsset: string }
  | {
      readonly kind: "blocked";
      readonly asset: RegisterAsset;
      readonly sentence: string;
      /** Which cell is to be mended, where one is. */
      readonly field?: Misfit["field"];
    };

export interface PurchasesPlan {
  readonly scope: string;
  readonly decimals: Decimals;
  readonly steps: readonly PurchaseStep[];
}

export interface PurchasesInput {
  readonly verb: PurchasesVerb;
  readonly connection: Connection;
  readonly journal: Journal;
  readonly assets: readonly RegisterAsset[];
  readonly decimals: Decimals;
  readonly terms: PurchaseTerms;
  readonly clock?: Clock;
}

/** Compares the register with the purchases and capital assets that the system holds. Changes nothing there. */
export async function planPurchases(input: PurchasesInput): Promise<Result<PurchasesPlan, Refusal>> {
  const { verb, connection, journal, assets, decimals, clock = systemClock } = input;
  const purchases = await verb.purchases(connection);
  if (!purchases.ok) return purchases;
  const capitalAssets = await verb.capitalAssets(connection);
  if (!capitalAssets.ok) return capitalAssets;
  const sight: Sight = {
    ...input,
    byAsset: grouped(purchases.value),
    byAddress: new Map(capitalAssets.value.map((one) => [one.ledgerId, one])),
    records: await journal.records(),
    now: clock.now(),
  };
  const steps = assets.map((asset) => stepOf(asset, sight));
  const found = steps.filter(({ kind }) => kind === "unchanged");
  await settleFound(
    journal,
    found.map(({ asset }) => sight.records.get(purchaseJournalKey(asset.id))),
  );
  return ok({ scope: journal.scope, decimals, steps });
}

export function purchaseJournalKey(asset: string): string {
  return JSON.stringify(["purchase", asset]);
}

interface Sight extends PurchasesInput {
  /** By the id that the register has for the asset, which is the purchase's receipt reference. */
  readonly byAsset: ReadonlyMap<string, readonly HeldPurchase[]>;
  readonly byAddress: ReadonlyMap<string, CapitalAsset>;
  readonly records: ReadonlyMap<string, JournalRecord>;
  readonly now: number;
}

function grouped(purchases: readonly HeldPurchase[]): Sight["byAsset"] {
  const groups = new Map<string, HeldPurchase[]>();
  for (const held of purchases) {
    if (held.asset === undefined) continue;
    groups.set(held.asset, [...(groups.get(held.asset) ?? []), held]);
  }
  return groups;
}

function stepOf(asset: RegisterAsset, sight: Sight): PurchaseStep {
  const [held, second] = sight.byAsset.get(asset.id) ?? [];
  if (second !== undefined)
    return blocked(asset, `The system has two purchases with the receipt reference ${asset.id}.`);
  const profile = sight.verb.profileOf(termsOf(asset, sight.terms.frequency));
  const known = sight.byAddress.get(asset.ledgerId);
  if (held === undefined && known !== undefined) return pulled(asset, known, profile);
  if (!profile.ok) return { ...blocked(asset, profile.problem.sentence), field: profile.problem.field };
  const open = stillOpen(sight.records.get(purchaseJournalKey(asset.id)), sight.now);
  if (held === undefined) return open === undefined ? creation(asset, profile.value, sight) : blocked(asset, open);
  const other = otherThing(asset, held, sight.decimals);
  if (other !== undefined) return blocked(asset, other);
  const now = held.profile ?? sight.byAddress.get(held.capitalAsset ?? "")?.profile;
  if (now !== undefined && sameProfile(now, profile.value)) {
    return { kind: "unchanged", asset, capitalAsset: held.capitalAsset ?? held.ledgerId };
  }
  return open === undefined ? { kind: "change", asset, held, profile: profile.value } : blocked(asset, open);
}

/** An asset that came from there and was not bought by one of our expenses: it is compared and left alone. */
function pulled(asset: RegisterAsset, known: CapitalAsset, profile: Result<DepreciationProfile, Misfit>): PurchaseStep {
  const isSame = profile.ok && known.profile !== undefined && sameProfile(known.profile, profile.value);
  if (isSame) return { kind: "unchanged", asset, capitalAsset: known.ledgerId };
  return blocked(asset, "Its profile differs, and it was not bought by an expense of ours. Change it in the system.");
}

function creation(asset: RegisterAsset, profile: DepreciationProfile, { decimals, terms }: Sight): PurchaseStep {
  const { user, category, currency } = terms;
  const purchase: Purchase = {
    asset: asset.id,
    name: asset.description === "" ? asset.id : asset.description,
    cost: asset.cost,
    datedOn: asset.acquired ?? asset.inService,
    ...{ decimals, user, category, currency, profile },
  };
  return { kind: "create", asset, purchase };
}

function blocked(asset: RegisterAsset, sentence: string) {
  return { kind: "blocked", asset, sentence } as const;
}

export function termsOf({ terms, salvage }: RegisterAsset, frequency: PostingFrequency) {
  const lifeMonths = terms.lifeMonths ?? (terms.lifeYears === undefined ? undefined : Math.round(terms.lifeYears * 12));
  return {
    method: terms.method.word,
    ...{ salvage, frequency },
    ...(lifeMonths === undefined ? {} : { lifeMonths }),
    ...(terms.rate === undefined ? {} : { rate: terms.rate }),
  };
}

/** A receipt reference is free text: somebody may have written our asset's id on another purchase. */
function otherThing(asset: RegisterAsset, held: HeldPurchase, decimals: Decimals): string | undefined {
  const day = asset.acquired ?? asset.inService;
  if (held.cost === asset.cost && held.datedOn === day) return undefined;
  const [theirs, ours] = [amountText(held.cost, decimals), amountText(asset.cost, decimals)];
  return `A purchase with this receipt reference is of ${theirs} on ${dayText(held.datedOn)}, ours of ${ours} on ${dayText(day)}.`;
}

/** Whether two profiles say the same; the order in which their fields stand does not count. */
export function sameProfile(one: DepreciationProfile, other: DepreciationProfile): boolean {
  return profileWords(one) === profileWords(other);
}

/** A profile in words: "straight line, 10 years, annually". */
export function profileWords(profile: DepreciationProfile): string {
  switch (profile.method) {
    case "straight_line":
      return `straight line, ${profile.years} years, ${profile.frequency}`;
    case "reducing_balance":
      return `reducing balance, ${profile.percent} %, ${profile.frequency}`;
    case "no_depreciation":
      return "no depreciation";
  }
}

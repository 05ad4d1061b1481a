import type { AssetAccounts, LedgerAsset, NewAsset } from "../connectors";
import { type Decimals, exactCents, type Opening, wording } from "../engine";
import type { RegisterAsset } from "../sheet";

/** Finds the ledger's asset for one of the register's. */
export type AssetMatch = (asset: RegisterAsset) => LedgerAsset | undefined;

/**
 * By the register's asset id, which the ledger keeps as its external id or asset number; else by the ledger id beside
 * the row, for assets that were in the ledger before the register was, unless the ledger calls that one otherwise.
 */
export function matchIn(assets: readonly LedgerAsset[]): AssetMatch {
  const byAsset = new Map<string, LedgerAsset>();
  for (const one of assets)
    if (one.asset !== undefined && isBetter(one, byAsset.get(one.asset))) byAsset.set(one.asset, one);
  const unnamed = assets.filter(({ asset }) => asset === undefined);
  const byLedgerId = new Map(unnamed.map((one) => [one.ledgerId.toLowerCase(), one]));
  return ({ id, ledgerId }) => byAsset.get(id) ?? byLedgerId.get(ledgerId.toLowerCase());
}

/** What a ledger needs to be told about an asset that it does not know. */
export function newAssetOf(asset: RegisterAsset, accounts: AssetAccounts): NewAsset {
  const { terms } = asset;
  const lifeMonths = terms.lifeMonths ?? (terms.lifeYears === undefined ? undefined : terms.lifeYears * 12);
  return {
    asset: asset.id,
    name: asset.description === "" ? asset.id : asset.description,
    assetClass: asset.assetClass,
    cost: asset.cost,
    salvage: asset.salvage,
    method: terms.method.word,
    acquired: asset.acquired ?? asset.inService,
    inService: asset.inService,
    accounts,
    ...(lifeMonths === undefined ? {} : { lifeMonths: Math.round(lifeMonths) }),
    ...(terms.factor === undefined ? {} : { factor: terms.factor }),
    ...(terms.opening === undefined ? {} : { opening: openingIn(terms.opening, terms.decimals) }),
  };
}

/** The register was read with these amounts, so they are whole minor units of its currency. */
function openingIn({ accumulated, asOf }: Opening, decimals: Decimals): NonNullable<NewAsset["opening"]> {
  const inCents = exactCents(accumulated, decimals, "Opening accumulated");
  if (!inCents.ok) throw new Error(wording(inCents.problem));
  return { accumulated: inCents.value, asOf };
}

/** Where a ledger holds two of one name, the one still in use is meant. */
function isBetter(one: LedgerAsset, than: LedgerAsset | undefined): boolean {
  return than === undefined || (than.standing === "closed" && one.standing !== "closed");
}

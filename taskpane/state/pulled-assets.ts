import type { CapitalAsset, Connection, DepreciationProfile, PurchasesVerb, Refusal } from "../../src/connectors";
import { amountOf, ok, type Result } from "../../src/engine";
import { serialOfDay, type Register, type SheetSettings } from "../../src/sheet";
import type { AssetRow } from "../workbook/append-assets";

/** What the register calls each capital asset, by its address: by the ledger id beside a row, else by the purchase. */
export async function namesIn(
  { verb, connection }: { readonly verb: PurchasesVerb; readonly connection: Connection },
  { assets }: Register,
): Promise<Result<ReadonlyMap<string, string>, Refusal>> {
  const purchases = await verb.purchases(connection);
  if (!purchases.ok) return purchases;
  const bought = purchases.value.flatMap(({ capitalAsset, asset }) =>
    capitalAsset === undefined || asset === undefined ? [] : [[capitalAsset, asset] as const],
  );
  const known = assets.filter(({ ledgerId }) => ledgerId !== "").map(({ ledgerId, id }) => [ledgerId, id] as const);
  return ok(new Map([...bought, ...known]));
}

/** New rows for the capital assets that the register does not have; one that is disposed of is none of its business. */
export function rowsFrom(
  held: readonly CapitalAsset[],
  names: ReadonlyMap<string, string>,
  register: Register,
  settings: SheetSettings,
): readonly AssetRow[] {
  const isNew = ({ ledgerId, disposed }: CapitalAsset): boolean =>
    disposed === undefined && !register.ids.has(nameOf(ledgerId, names));
  return held.filter(isNew).map((one) => rowOf(one, nameOf(one.ledgerId, names), register, settings));
}

/** What nobody has named goes by the last part of its address: FreeAgent's own number of it. */
function nameOf(ledgerId: string, names: ReadonlyMap<string, string>): string {
  return names.get(ledgerId) ?? `FA-${ledgerId.split("/").at(-1) ?? ledgerId}`;
}

function rowOf(
  { ledgerId, name, purchased, cost, profile }: CapitalAsset,
  asset: string,
  { currency }: Register,
  { dateSystem, decimals }: SheetSettings,
): AssetRow {
  const date = serialOfDay(purchased, dateSystem);
  return {
    Asset: asset,
    Description: name,
    Acquired: date,
    "In service": date,
    ...(cost === undefined ? {} : { Cost: amountOf(cost, decimals) }),
    Salvage: 0,
    ...(profile === undefined ? {} : termsOf(profile)),
    Profile: "freeagent",
    ...(currency === undefined ? {} : { Currency: currency }),
    "Ledger id": ledgerId,
  };
}

function termsOf(profile: DepreciationProfile): AssetRow {
  switch (profile.method) {
    case "straight_line":
      return { Method: "SL", "Life (years)": profile.years };
    case "reducing_balance":
      return { Method: "RB", Rate: profile.percent / 100 };
    case "no_depreciation":
      return { Method: "NONE" };
  }
}

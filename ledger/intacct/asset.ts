import { assetById } from "../books/asset";
import { allAssets } from "../books/list-assets";
import { amountText, cents } from "../../src/engine";
import { hrefOf } from "./answers";
import { classificationsOf } from "./classification";
import type { Asset } from "../books/asset";
import type { Classification } from "./classification";
import type { Fielded, Fields } from "./fields";
import type { ObjectType } from "./object-type";
import type { Session } from "../store/store";

export const assetObject = "fixed-assets/asset";

export const assetFields: Fields = {
  key: "text",
  id: "text",
  name: "text",
  description: "text",
  status: "text",
  acquisitionDate: "day",
  inServiceDate: "day",
  cost: "decimal",
  salvageValue: "decimal",
  "classification.key": "whole",
  "classification.id": "text",
  "classification.name": "text",
  href: "text",
};

/** The ledger's assets as Sage Intacct's: the key is the asset's own id, the id is what the sheet calls it. */
export const assetType: ObjectType = {
  name: assetObject,
  fields: assetFields,
  shown: Object.keys(assetFields),
  load: async (session, businessId, key) => {
    const assets = key === undefined ? await allAssets(session, businessId) : await oneOf(session, businessId, key);
    const classifications = await classificationsOf(session, businessId);
    return assets.map((asset) => fieldsOfAsset(asset, classifications));
  },
};

async function oneOf(session: Session, businessId: string, key: string): Promise<readonly Asset[]> {
  const asset = await assetById(session, businessId, key);
  return asset === undefined ? [] : [asset];
}

/** What the sheet calls the asset, or, where it has no name there, its key. */
export function idOfAsset(asset: Pick<Asset, "id" | "asset_key">): string {
  return asset.asset_key ?? asset.id;
}

function fieldsOfAsset(asset: Asset, classifications: readonly Classification[]): Fielded {
  const classification = classifications.find(({ uuid }) => uuid === asset.classification_id);
  return {
    key: asset.id,
    id: idOfAsset(asset),
    name: asset.name,
    description: asset.description,
    status: asset.status,
    acquisitionDate: asset.purchase_date,
    inServiceDate: asset.service_date,
    cost: amountText(cents(asset.cost ?? 0), 2),
    salvageValue: amountText(cents(asset.salvage ?? 0), 2),
    "classification.key": classification?.key ?? null,
    "classification.id": classification?.id ?? null,
    "classification.name": classification?.name ?? null,
    href: hrefOf(assetObject, asset.id),
  };
}

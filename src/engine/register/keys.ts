import type { Result } from "../result";
import { named, type Named } from "../words";
import type { RegisterAsset } from "./asset";

/** What the rows of a roll-forward stand for. */
export interface RollForwardKey extends Named {
  /** @param assetClass the class that the asset has at the time, which a transfer changes */
  keyOf(asset: RegisterAsset, assetClass: string): string;
}

/** By class, as IAS 16.73 asks; the default. */
export const byClass: RollForwardKey = {
  word: "class",
  aliases: ["asset-class", "category"],
  label: "Class",
  keyOf: (_asset, assetClass) => assetClass,
};

export const rollForwardKeys: readonly RollForwardKey[] = [
  byClass,
  {
    word: "cost-centre",
    aliases: ["cost-center", "department"],
    label: "Cost centre",
    keyOf: (asset) => asset.costCentre,
  },
  { word: "asset", aliases: ["id"], label: "Asset", keyOf: (asset) => asset.id },
  { word: "parent", aliases: ["component-of"], label: "Parent", keyOf: (asset) => asset.parent || asset.id },
  {
    word: "method",
    aliases: [],
    label: "Method",
    keyOf: (asset) => (asset.terms.ok ? asset.terms.value.method.word : ""),
  },
];

/** Problem: unknown-word. */
export function rollForwardKeyNamed(text: string): Result<RollForwardKey> {
  return named("key", rollForwardKeys, [], text);
}

/** Keys are the same as Excel looks things up: without regard to case. */
export function sameKey(key: string): string {
  return key.toLowerCase();
}

/** An order that no locale changes. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

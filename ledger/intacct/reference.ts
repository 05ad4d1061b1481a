import { assetById, assetByKey } from "../books/asset";
import { Refusal } from "../books/refusal";
import { shown } from "../doors/complaint";
import { objectOf, text } from "../doors/schema";
import { idOfAsset } from "./asset";
import type { Asset } from "../books/asset";
import type { Session } from "../store/store";

/** How a request names an object: by key, by id, or by both, which must then agree. Other fields are not looked at. */
export interface GivenReference {
  readonly key?: string;
  readonly id?: string;
}

export const reference = {
  ...objectOf([], { key: text(1, 255), id: text(1, 255) }),
  description: 'an object such as {"key": "1"} or {"id": "1"}',
};

/** The entry that a request names. `field` is the request's word for it. */
export function entryNamed<T extends { readonly key: string; readonly id: string }>(
  entries: readonly T[],
  given: GivenReference,
  field: string,
): T {
  checkNames(given, field);
  const found = entries.find((entry) => fits(given, entry));
  if (found !== undefined) return found;
  const known = entries.map(({ key, id }) => `${id} (key ${key})`).join(", ");
  throw new Refusal("not-found", `${field} is ${named(given)}, but must be one of ${known || "none yet"}.`, field);
}

/** The business's asset that a request names. */
export async function assetNamed(session: Session, businessId: string, given: GivenReference): Promise<Asset> {
  checkNames(given, "asset");
  const asset = await assetFor(session, businessId, given);
  if (asset !== undefined && fits(given, { key: asset.id, id: idOfAsset(asset) })) return asset;
  throw new Refusal("not-found", `asset is ${named(given)}, but this business has no such asset.`, "asset");
}

async function assetFor(session: Session, businessId: string, { key, id }: GivenReference): Promise<Asset | undefined> {
  if (key !== undefined) return assetById(session, businessId, key);
  const name = id ?? "";
  return (await assetByKey(session, businessId, name)) ?? assetById(session, businessId, name);
}

function checkNames(given: GivenReference, field: string): void {
  if (given.key === undefined && given.id === undefined)
    throw new Refusal("invalid", `${field} has neither a key nor an id.`, field);
}

function fits(given: GivenReference, { key, id }: { readonly key: string; readonly id: string }): boolean {
  return (given.key ?? key) === key && (given.id ?? id) === id;
}

function named({ key, id }: GivenReference): string {
  const words = [...(key === undefined ? [] : [`key ${shown(key)}`]), ...(id === undefined ? [] : [`id ${shown(id)}`])];
  return words.join(" and ");
}

import { dayText, monthOf, monthText } from "../engine";
import type { Register, RegisterAsset } from "../sheet";
import type { PostedUpdate } from "../connectors";
import { sha256 } from "./fingerprint";
import { endOf } from "./posted";

/** An asset whose terms are not those by which its last charge was posted. */
export interface TermsChange {
  readonly asset: string;
  readonly sentence: string;
}

/** SHA-256 of what an asset's charges follow from, by asset id; its name and class do not count. */
export async function termsHashes({ assets }: Register): Promise<ReadonlyMap<string, string>> {
  return new Map(await Promise.all(assets.map(async (asset) => [asset.id, await termsHash(asset)] as const)));
}

/** In 64 hexadecimal digits. */
export function termsHash({ terms, cost, salvage }: RegisterAsset): Promise<string> {
  const { dated, opening, lifeMonths, lifeYears, extra, rate, factor, method, profile } = terms;
  return sha256(
    // The names are in alphabetical order: JSON.stringify keeps the order in which they are written here.
    JSON.stringify({
      convention: dated?.convention.word,
      cost,
      extra,
      factor,
      inService: dated === undefined ? undefined : dayText(dated.inService),
      lifeMonths: lifeMonths ?? (lifeYears === undefined ? undefined : lifeYears * 12),
      method: method.word,
      openedAt: opening === undefined ? undefined : dayText(opening.asOf),
      opening: opening?.accumulated,
      profile: profile?.word,
      rate,
      salvage,
      yearEnd: dated?.yearEnd,
    }),
  );
}

/** Whether the terms are others than at the latest posting that says by which it was made. */
export function termsChange(
  asset: string,
  now: string | undefined,
  postings: readonly PostedUpdate[],
): TermsChange | undefined {
  const told = postings.filter(({ termsHash: then }) => then !== undefined);
  const latest = told.reduce<PostedUpdate | undefined>(
    (last, one) => (last === undefined || endOf(one) >= endOf(last) ? one : last),
    undefined,
  );
  if (now === undefined || latest === undefined || latest.termsHash === now) return undefined;
  const month = monthText(monthOf(endOf(latest)));
  return { asset, sentence: `The terms of "${asset}" have changed since ${month} was posted.` };
}

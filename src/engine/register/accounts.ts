import { sameKey } from "./keys";

/** What an account is for. A class may name its own account for each. */
export interface AccountUse {
  readonly word: AccountWord;
  /** The ledger's stable name, which counts where a class names no account. */
  readonly usual: string;
  /** In full, as the journal shows it. */
  readonly name: string;
}

export type AccountWord =
  "cost" | "accumulated" | "expense" | "impairment" | "gain" | "loss" | "surplus" | "clearing" | "retained";

/**
 * The accounts of a class. Accumulated impairment is kept on the account of the accumulated depreciation, as IAS
 * 16.73(d) aggregates them; `impairment` is the loss. A surplus goes to retained earnings on disposal (IAS 16.41).
 */
export const accountUses: readonly AccountUse[] = [
  { word: "cost", usual: "FIXED_ASSETS", name: "Fixed assets" },
  { word: "accumulated", usual: "ACCUMULATED_DEPRECIATION", name: "Accumulated depreciation" },
  { word: "expense", usual: "DEPRECIATION", name: "Depreciation expense" },
  { word: "impairment", usual: "IMPAIRMENT", name: "Impairment of assets" },
  { word: "gain", usual: "GAIN_ON_DISPOSAL", name: "Gain on disposal of assets" },
  { word: "loss", usual: "LOSS_ON_DISPOSAL", name: "Loss on disposal of assets" },
  { word: "surplus", usual: "REVALUATION_SURPLUS", name: "Revaluation surplus" },
  { word: "clearing", usual: "ASSET_CLEARING", name: "Asset clearing" },
  { word: "retained", usual: "RETAINED_EARNINGS", name: "Retained earnings" },
];

/** One class's accounts; "" or nothing where the usual account is meant. */
export type ClassAccounts = { readonly assetClass: string } & { readonly [Word in AccountWord]?: string };

export interface AccountBook {
  /** Whether the accounts name this class. */
  knows(assetClass: string): boolean;
  accountOf(assetClass: string, word: AccountWord): string;
  nameOf(word: AccountWord): string;
}

/** The first entry of a class counts; classes are the same without regard to case. */
export function accountBook(classes: readonly ClassAccounts[]): AccountBook {
  const byClass = new Map([...classes].reverse().map((one) => [sameKey(one.assetClass), one]));
  const own = (assetClass: string, word: AccountWord): string => byClass.get(sameKey(assetClass))?.[word] ?? "";
  return {
    knows: (assetClass) => byClass.has(sameKey(assetClass)),
    accountOf: (assetClass, word) => own(assetClass, word) || (uses.get(word)?.usual ?? word),
    nameOf: (word) => uses.get(word)?.name ?? word,
  };
}

const uses: ReadonlyMap<AccountWord, AccountUse> = new Map(accountUses.map((use) => [use.word, use]));

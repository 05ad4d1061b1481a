import { type Cents, dayText } from "../../engine";
import type { Slot } from "./slots";

/** What a difference is, in one word. Each has one label and one wording. */
export type DifferenceWord =
  | "not-computed"
  | "unknown-outcome"
  | "posted-twice"
  | "another-door"
  | "taken-out"
  | "not-posted"
  | "not-in-sheet-nor-ledger"
  | "not-in-register"
  | "not-in-sheet"
  | "register-changed"
  | "sheet-edited"
  | "amount-differs"
  | "post-by-hand"
  | "asset-not-in-ledger"
  | "asset-not-in-register"
  | "closed-in-ledger"
  | "earlier-months"
  | "cost-differs";

export const differenceLabels: Readonly<Record<DifferenceWord, string>> = {
  "not-computed": "Not computed",
  "unknown-outcome": "Unknown outcome",
  "posted-twice": "Posted twice",
  "another-door": "Posted by another door",
  "taken-out": "Taken out of the ledger",
  "not-posted": "Missing in the ledger",
  "not-in-sheet-nor-ledger": "Missing in the sheet and the ledger",
  "not-in-register": "Not in the register",
  "not-in-sheet": "Missing in the sheet",
  "register-changed": "Register changed since",
  "sheet-edited": "Sheet edited",
  "amount-differs": "Amount differs",
  "post-by-hand": "Post by hand",
  "asset-not-in-ledger": "Asset missing in the ledger",
  "asset-not-in-register": "Asset not in the register",
  "closed-in-ledger": "Closed in the ledger",
  "earlier-months": "Earlier months differ",
  "cost-differs": "Cost differs",
};

/** What a kind of difference is judged and worded by. */
export interface Sight {
  /** Assets whose row is there but cannot be computed. */
  readonly isNotComputed: (asset: string) => boolean;
  /** Whether the ledger keeps the keys of what it is sent: one that computes for itself has none. */
  readonly keepsKeys: boolean;
  readonly show: (amount: Cents) => string;
}

/** One kind of difference between the three sides of a slot. */
export interface SlotKind {
  readonly word: DifferenceWord;
  readonly fits: (slot: Slot, sight: Sight) => boolean;
  readonly wording: (slot: Slot, sight: Sight) => string;
}

export function notComputed(asset: string): string {
  return `The row of "${asset}" in the register, or an event of it, has a problem. Mend it first.`;
}

/** The first that fits counts: what explains a difference comes before what only states it. */
export const slotKinds: readonly SlotKind[] = [
  {
    word: "unknown-outcome",
    fits: ({ record, postings }) => isOpen(record) && postings.length === 0,
    wording: ({ key }) => `A request for ${key} left and its outcome is not known. Post again: it counts once.`,
  },
  {
    word: "posted-twice",
    fits: ({ postings, rows }) => postings.length > Math.max(1, rows.length),
    wording: ({ postings }, { show }) =>
      `The ledger holds it ${postings.length} times: ${postings.map(({ amount, key }) => `${show(amount)} ${doorOf(key)}`).join(", ")}. Reverse all but one.`,
  },
  {
    word: "not-computed",
    fits: ({ asset }, { isNotComputed }) => isNotComputed(asset),
    wording: ({ asset }) => notComputed(asset),
  },
  {
    word: "another-door",
    fits: ({ postings, key }, { keepsKeys }) => keepsKeys && postings.some((posting) => !isOurs(posting.key, key)),
    wording: ({ postings, sheet }, { show }) =>
      `It was posted ${postings.map(({ amount, key, day }) => `${doorOf(key)}: ${show(amount)}, dated ${dayText(day)}`).join("; ")}. ${sheet === undefined ? "The sheet has no row for it." : `The sheet has ${show(sheet)}.`}`,
  },
  {
    word: "taken-out",
    fits: ({ postings, gone, sheet }) => postings.length === 0 && gone > 0 && sheet !== undefined,
    wording: () => "The ledger held it and has archived or reversed it. Post it anew, or take the row out.",
  },
  {
    word: "taken-out",
    fits: ({ postings, record }) => postings.length === 0 && record?.state === "POSTED",
    wording: ({ record }) =>
      `This browser saw it posted as ${record?.ledgerRef ?? "it"}, but the ledger no longer holds it.`,
  },
  {
    word: "not-in-sheet-nor-ledger",
    fits: ({ sheet, ledger }) => sheet === undefined && ledger === undefined,
    wording: ({ register }, { show }) =>
      `The register charges ${shown(register, show)}. Build the schedule for this month and post it.`,
  },
  {
    word: "not-posted",
    fits: ({ ledger }) => ledger === undefined,
    wording: ({ sheet, register }, { show }) =>
      `The sheet has ${shown(sheet, show)} and the ledger nothing. ${
        same(register, sheet)
          ? "Post it."
          : `The register says ${shown(register, show)} now: rebuild the schedule, then post it.`
      }`,
  },
  {
    word: "not-in-register",
    fits: ({ register, sheet }) => register === undefined && sheet === undefined,
    wording: ({ ledger }, { show }) =>
      `The ledger holds ${shown(ledger, show)}, but the register gives no such charge.`,
  },
  {
    word: "not-in-sheet",
    fits: ({ sheet }) => sheet === undefined,
    wording: ({ ledger }, { show }) =>
      `The ledger holds ${shown(ledger, show)} and the sheet has no row. Build the schedule for this month.`,
  },
  {
    word: "register-changed",
    fits: ({ register, sheet, ledger }) => same(sheet, ledger) && !same(register, sheet),
    wording: ({ register, ledger }, { show }) =>
      `Posted were ${shown(ledger, show)}; by the register as it is now it would be ${shown(register, show)}.`,
  },
  {
    word: "sheet-edited",
    fits: ({ register, ledger }) => same(register, ledger),
    wording: ({ sheet, ledger }, { show }) =>
      `The register and the ledger have ${shown(ledger, show)}; the row in the sheet has ${shown(sheet, show)}.`,
  },
  {
    word: "amount-differs",
    fits: () => true,
    wording: ({ register, sheet, ledger }, { show }) =>
      `The ledger holds ${shown(ledger, show)}, the sheet ${shown(sheet, show)}, the register gives ${shown(register, show)}.`,
  },
];

/** Whether all three have the same, to the cent; what one of them does not have is nothing. */
export function agrees({ register, sheet, ledger }: Pick<Slot, "register" | "sheet" | "ledger">): boolean {
  return same(register, sheet) && same(sheet, ledger);
}

function same(one: Cents | undefined, other: Cents | undefined): boolean {
  return (one ?? 0) === (other ?? 0);
}

function shown(amount: Cents | undefined, show: Sight["show"]): string {
  return amount === undefined ? "nothing" : show(amount);
}

/** Under this key, or under one that differs by its last parts alone: another change of that day, or a revision. */
function isOurs(theirs: string | undefined, ours: string): boolean {
  return theirs !== undefined && withoutRevision(theirs) === withoutRevision(ours);
}

function withoutRevision(key: string): string {
  return key.replace(/\.\d+\.r\d+$/, "");
}

function doorOf(key: string | undefined): string {
  return key === undefined ? "without a key" : `under the key ${key}`;
}

export function isOpen(record: Slot["record"]): boolean {
  return record?.state === "UNKNOWN" || record?.state === "SENDING";
}

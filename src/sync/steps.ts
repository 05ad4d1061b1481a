import type { NewAsset, PostedUpdate } from "../connectors";
import type { Cents, Decimals } from "../engine";
import type { IdentifiedRow } from "./identify";
import type { JournalRecord } from "./journal";
import type { TermsChange } from "./terms-hash";

/** An asset of the register that the ledger does not know and that has something to post. */
export interface CreateAsset {
  readonly kind: "create-asset";
  readonly asset: NewAsset;
}

/** A charge that the push will send. */
export interface Post {
  readonly kind: "post";
  readonly row: IdentifiedRow;
  /** Undefined until the push has created the asset. */
  readonly ledgerId: string | undefined;
  /** Set where an earlier sending of the same content has no known outcome: its bytes are sent again. */
  readonly unsettled?: JournalRecord;
  /** Of the asset's terms, to be kept with the posting. */
  readonly termsHash?: string;
}

/** The ledger holds this charge with this content. */
export interface AlreadyThere {
  readonly kind: "already-there";
  readonly row: IdentifiedRow;
  readonly posted: PostedUpdate;
}

/** The ledger holds this charge with other content: nothing is sent. */
export interface Changed {
  readonly kind: "changed";
  readonly row: IdentifiedRow;
  readonly posted: PostedUpdate;
  readonly sentence: string;
}

/** Something forbids the row: nothing is sent. */
export interface Blocked {
  readonly kind: "blocked";
  readonly row: IdentifiedRow;
  readonly code: BlockCode;
  readonly sentence: string;
}

/** Nothing to post: the amount is zero. */
export interface Skipped {
  readonly kind: "skipped";
  readonly row: IdentifiedRow;
  readonly sentence: string;
}

export type BlockCode =
  | "finding"
  | "row-twice"
  | "there-twice"
  | "other-book"
  | "not-in-register"
  | "in-opening-balance"
  | "negative"
  | "charged-already"
  | "overlaps-posted"
  | "overlaps-row"
  | "not-tied"
  | "closed-asset"
  | "unsettled-otherwise"
  | "earlier-month-missing"
  | "under-way";

export type RowStep = Post | AlreadyThere | Changed | Blocked | Skipped;
export type Step = CreateAsset | RowStep;

export interface Total {
  readonly count: number;
  readonly amount: Cents;
}

/** What would be posted to one counter account. */
export interface AccountTotal extends Total {
  readonly account: string;
  readonly type: string;
}

/** What a push will do, step by step. The preview shows it and the push carries it out: there is no second reading. */
export interface Plan {
  readonly scope: string;
  readonly book: string;
  readonly decimals: Decimals;
  readonly createAssets: readonly CreateAsset[];
  /** One step for every row, in the order of the sheet. */
  readonly rows: readonly RowStep[];
  readonly totals: Readonly<Record<RowStep["kind"], Total>>;
  /** Of the rows to be posted, by counter account and type. */
  readonly byAccount: readonly AccountTotal[];
  /** The assets of the rows whose terms are others than at their last posting. */
  readonly termsChanged: readonly TermsChange[];
  /** Keys that the ledger has reversed: their rows go on under the next revision. */
  readonly reversed: ReadonlySet<string>;
}

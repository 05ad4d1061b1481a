import type { Cents, Day, Decimals, Month, Result } from "../engine";
import type { Line } from "./line";
import type { PurchasesVerb } from "./purchases-verb";
import type { RulesVerb } from "./rules-verb";
import type { SecondOpinionVerb } from "./second-opinion-verb";

export type * from "./purchases-verb";
export type * from "./rules-verb";
export type * from "./second-opinion-verb";

/** How one business of one ledger system is reached. The token never leaves memory but in the Authorization header. */
export interface Connection {
  /** The `word` of a connector in the list. */
  readonly system: string;
  readonly name: string;
  readonly baseUrl: string;
  readonly businessId: string;
  readonly token: string;
  readonly userEmail?: string;
  /** The word of the form in which the system is spoken to, where it has more than one; its usual one when absent. */
  readonly format?: string;
  /** How long one request may take, in milliseconds; 30,000 when absent. */
  readonly timeoutMs?: number;
  /** The browser's own when absent; whoever simulates a network hands in another. */
  readonly line?: Line;
}

export type SettingKey = "baseUrl" | "businessId" | "token" | "userEmail" | "format";

export interface SettingChoice {
  readonly value: string;
  readonly label: string;
}

/** One line of the connection form; the pane draws the form from these. */
export interface Setting {
  readonly key: SettingKey;
  readonly label: string;
  readonly hint: string;
  /** What is typed may look like this. */
  readonly example?: string;
  readonly secret: boolean;
  readonly required: boolean;
  /** A closed list, the usual one first; where it is absent, the setting is typed. */
  readonly choices?: readonly [SettingChoice, ...SettingChoice[]];
}

/**
 * Failures sorted by what the accountant can do about them:
 * - rejected: mend the row (or the setting named by `field`) - not-found: the asset or business is not there
 * - period-closed: date it from `firstOpen` on - conflict: the ledger holds something else under this key - busy: wait `retryAfterSeconds`
 * - unauthorised, forbidden: mend the token or its rights - unreachable: try again later, nothing was done
 * - unreadable: the address answers, but not as this system does
 * - unknown-outcome: the request left and may or may not have been carried out
 */
export type RefusalKind =
  | "rejected"
  | "period-closed"
  | "unauthorised"
  | "forbidden"
  | "not-found"
  | "conflict"
  | "busy"
  | "unreachable"
  | "unknown-outcome"
  | "unreadable";

export interface Refusal {
  readonly kind: RefusalKind;
  /** Whole sentences for the accountant; at most 300 characters, without the token. */
  readonly sentence: string;
  /** The field of the request or the setting of the connection that is wrong, where the ledger says so. */
  readonly field?: string;
  readonly retryAfterSeconds?: number;
  /** Of a closed period: the first day that is open, where the ledger says so. */
  readonly firstOpen?: Day;
}

export type Answer<T> = Promise<Result<T, Refusal>>;

/** What a good connection test found out. */
export interface Standing {
  readonly sentence: string;
}

/** The kinds of value change that can be posted. The sheet's update types are the same words. */
export type ChargeType = "DEPRECIATION" | "IMPROVEMENT" | "IMPAIRMENT" | "REVALUATION_UP" | "REVALUATION_DOWN";

/** Stable names, or ids, of the accounts an asset's postings use. */
export interface AssetAccounts {
  readonly cost: string;
  readonly accumulated: string;
  readonly expense: string;
}

/** A register asset that the ledger does not know yet. */
export interface NewAsset {
  /** The register's asset id: the ledger's external id or asset number. */
  readonly asset: string;
  readonly name: string;
  readonly assetClass: string;
  readonly cost: Cents;
  readonly salvage: Cents;
  /** Absent where the method needs no life. */
  readonly lifeMonths?: number;
  /** The word of the engine's depreciation method. */
  readonly method: string;
  readonly factor?: number;
  readonly acquired: Day;
  readonly inService: Day;
  /** What was charged before the register's first open month: up to and with the day `asOf`. */
  readonly opening?: { readonly accumulated: Cents; readonly asOf: Day };
  readonly accounts: AssetAccounts;
}

export interface LedgerAsset {
  readonly ledgerId: string;
  /** The register's asset id, where the ledger knows it. */
  readonly asset?: string;
  readonly name: string;
  readonly cost?: Cents;
  readonly accumulated?: Cents;
  /** Of the opening balance that it was made with, where the ledger tells that and not `accumulated`. */
  readonly openingAccumulated?: Cents;
  /** draft: known, but not yet placed in service; closed: archived or disposed of. */
  readonly standing: "draft" | "active" | "closed";
}

/** One value change as it is posted. */
export interface Charge {
  readonly key: string;
  /** The register's asset id. */
  readonly asset: string;
  readonly ledgerId: string;
  readonly amount: Cents;
  readonly type: ChargeType;
  /** A stable name, or the account's uuid. */
  readonly counterAccount: string;
  readonly date: Day;
  readonly memo: string;
  readonly book: string;
  /** Of the amount, date, type, counter account and asset; kept with the posting, so that a later edit is noticed. */
  readonly fingerprint: string;
  /** The first day that the charge stands for; the calendar month of its last one where it is left out. */
  readonly periodStart?: Day;
  /** The last day that the charge stands for, where it is posted later; its date where it is left out. */
  readonly periodEnd?: Day;
  /** Why the amount is not what the terms gave before: the word of the sheet. */
  readonly change?: string;
  /** Of the asset's terms at the posting, so that a later change of them is noticed. */
  readonly termsHash?: string;
  /** For our sentences only; amounts are sent as whole minor units. */
  readonly decimals: Decimals;
}

/** A value change that the ledger holds. */
export interface PostedUpdate {
  readonly id: string;
  /** Our key; absent when it came through another door. */
  readonly key?: string;
  readonly ledgerId: string;
  readonly amount: Cents;
  readonly type: ChargeType;
  readonly date: Day;
  readonly memo?: string;
  readonly book?: string;
  readonly fingerprint?: string;
  readonly periodStart?: Day;
  /** Where it was posted later than the last day that it stands for: that day. */
  readonly periodEnd?: Day;
  readonly change?: string;
  readonly termsHash?: string;
  readonly archived: boolean;
}

/** The ledger's answer to one charge. */
export interface Posting extends PostedUpdate {
  /** True when the ledger says that it held this charge already. */
  readonly replay: boolean;
  /** The time of the answer by the ledger's clock, ISO 8601 in UTC, when the ledger says it. */
  readonly answeredAt?: string;
}

/** A posting that is to be taken back. */
export interface Reversing {
  readonly posted: PostedUpdate;
  /** The day of the reversal. */
  readonly date: Day;
  readonly memo: string;
}

/** The entry that takes a posting back. */
export interface Reversal {
  readonly id: string;
  /** As the ledger dated it. */
  readonly date: Day;
}

/** The ledger's answer to one reversal. */
export interface Reversed extends Reversal {
  /** True when the posting was reversed before. */
  readonly replay: boolean;
  readonly answeredAt?: string;
}

/** For ledgers that take a posting back by an entry of its own, once, however often they are asked. */
export interface ReverseVerb {
  /** The exact bytes of the request: journaled first, then sent, and sent again unchanged. */
  body(asked: Reversing): string;
  /** Looks whether the posting is reversed, and sends `body` where it is not. */
  reverse(connection: Connection, asked: Reversing, body: string, signal?: AbortSignal): Answer<Reversed>;
  /** The entry that reverses the posting now; undefined when none does. */
  lookUp(connection: Connection, asked: Reversing): Answer<Reversal | undefined>;
}

/** For ledgers that take an amount from the sheet. */
export interface PostVerb {
  /** True when the ledger counts a key that is sent twice once; only then may bytes be sent again unasked. */
  readonly countsKeysOnce: boolean;
  assets(connection: Connection): Answer<readonly LedgerAsset[]>;
  createAsset(connection: Connection, asset: NewAsset): Answer<LedgerAsset>;
  updates(connection: Connection): Answer<readonly PostedUpdate[]>;
  /** The exact bytes of the charge's request: journaled first, then sent, and sent again unchanged. */
  body(charge: Charge): Result<string, Refusal>;
  /** Sends `body`, then compares what the ledger echoes with the charge: a difference is a conflict. */
  post(connection: Connection, charge: Charge, body: string, signal?: AbortSignal): Answer<Posting>;
  /** What the ledger holds under the charge's key now: what counts there, else one that no longer does. */
  lookUp(connection: Connection, charge: Charge): Answer<readonly PostedUpdate[]>;
  /** Absent where a posting cannot be taken back from here. */
  readonly reverse?: ReverseVerb;
}

export interface PreviewLine {
  readonly ledgerId: string;
  readonly name: string;
  readonly charge: Cents;
  readonly accumulated: Cents;
  readonly bookValue: Cents;
}

/** What a run answered; `problems` not empty means that the run was partial. */
export interface RunReport {
  readonly month: Month;
  readonly assetsProcessed: number;
  readonly total: Cents;
  readonly entriesCreated: number;
  readonly journalEntriesCreated: number;
  readonly problems: readonly string[];
  readonly answeredAt?: string;
}

/** A month's depreciation of one asset as the ledger holds it. */
export interface RunEntry {
  readonly id: string;
  readonly ledgerId: string;
  readonly month: Month;
  readonly charge: Cents;
  readonly accumulated: Cents;
  readonly bookValue: Cents;
  readonly standing: "pending" | "posted" | "reversed";
}

/** For ledgers that compute their own depreciation. */
export interface RunVerb {
  assets(connection: Connection): Answer<readonly LedgerAsset[]>;
  /** Why the ledger could not hold such an asset; undefined where it could. */
  misfit(asset: NewAsset): string | undefined;
  /** Creates the asset as a draft: one request, so that no answer leaves open which of two was carried out. */
  createAsset(connection: Connection, asset: NewAsset): Answer<LedgerAsset>;
  placeInService(connection: Connection, ledgerId: string, inService: Day): Answer<LedgerAsset>;
  preview(connection: Connection, month: Month): Answer<readonly PreviewLine[]>;
  /** Runs the month for exactly these assets; an empty list is a mistake of ours, for it could mean all. */
  run(connection: Connection, month: Month, ledgerIds: readonly string[], signal?: AbortSignal): Answer<RunReport>;
  entries(connection: Connection, ledgerId: string): Answer<readonly RunEntry[]>;
}

/** A verb that few people need, loaded when it is asked for the first time. */
export type Loaded<Verb> = () => Promise<Verb>;

/** One ledger system: its settings, and what it can do. What it cannot do is absent. */
export interface Connector {
  readonly word: string;
  readonly label: string;
  readonly settings: readonly Setting[];
  /** Tries the connection; a refusal says which of address, token, business or network it was. */
  test(connection: Connection): Answer<Standing>;
  readonly post?: PostVerb;
  readonly run?: RunVerb;
  readonly rules?: Loaded<RulesVerb>;
  readonly purchases?: Loaded<PurchasesVerb>;
  readonly secondOpinion?: Loaded<SecondOpinionVerb>;
}

import type { Cents, Day, Decimals, Month, Result } from "../engine";

/** How one business of one ledger system is reached. The token never leaves memory but in the Authorization header. */
export interface Connection {
  /** The `word` of a connector in the list. */
  readonly system: string;
  readonly name: string;
  readonly baseUrl: string;
  readonly businessId: string;
  readonly token: string;
  readonly userEmail?: string;
  /** How long one request may take, in milliseconds; 30,000 when absent. */
  readonly timeoutMs?: number;
}

export type SettingKey = "baseUrl" | "businessId" | "token" | "userEmail";

/** One line of the connection form; the pane draws the form from these. */
export interface Setting {
  readonly key: SettingKey;
  readonly label: string;
  readonly hint: string;
  readonly example: string;
  readonly secret: boolean;
  readonly required: boolean;
}

/**
 * Failures sorted by what the accountant can do about them:
 * - rejected: mend the row (or the setting named by `field`) - not-found: the asset or business is not there
 * - conflict: the ledger holds something else under this key - busy: wait `retryAfterSeconds`
 * - unauthorised, forbidden: mend the token or its rights - unreachable: try again later, nothing was done
 * - unreadable: the address answers, but not as this system does
 * - unknown-outcome: the request left and may or may not have been carried out
 */
export type RefusalKind =
  | "rejected"
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
  /** The first day that the charge stands for, its date being the last; the calendar month where it is left out. */
  readonly periodStart?: Day;
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
  /** What the ledger holds under the charge's key now; undefined when nothing. */
  lookUp(connection: Connection, charge: Charge): Answer<PostedUpdate | undefined>;
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
  /** Creates the asset and places it in service. */
  createAsset(connection: Connection, asset: NewAsset): Answer<LedgerAsset>;
  placeInService(connection: Connection, ledgerId: string, inService: Day): Answer<LedgerAsset>;
  preview(connection: Connection, month: Month): Answer<readonly PreviewLine[]>;
  /** Runs the month for exactly these assets; an empty list is a mistake of ours, for it could mean all. */
  run(connection: Connection, month: Month, ledgerIds: readonly string[], signal?: AbortSignal): Answer<RunReport>;
  entries(connection: Connection, ledgerId: string): Answer<readonly RunEntry[]>;
}

/** An asset's terms without dates, as calculators take them. */
export interface PlainTerms {
  readonly cost: Cents;
  readonly salvage: Cents;
  readonly decimals: Decimals;
  readonly lifeMonths: number;
  /** The word of the engine's depreciation method. */
  readonly method: string;
  readonly factor?: number;
}

/** A year of a calculator's schedule, in currency units and as exact as the calculator gives it. */
export interface ComputedYear {
  /** Counted from 1, the first year of the life. */
  readonly year: number;
  readonly charge: number;
  readonly accumulated: number;
  readonly bookValue: number;
}

/** For calculators: they keep nothing, and say what they would charge. */
export interface SecondOpinionVerb {
  /** Why the calculator cannot compute such an asset; undefined where it can. */
  misfit(terms: PlainTerms): string | undefined;
  compute(connection: Connection, terms: PlainTerms, signal?: AbortSignal): Answer<readonly ComputedYear[]>;
}

/** An object of a system as other objects name it. */
export interface Naming {
  readonly key: string;
  readonly id: string;
  /** "" where the system tells none. */
  readonly name: string;
}

/** In which unit a posting rule has the useful lives of its assets. */
export type LifeUnit = "months" | "years";

/** A depreciation rule as the system holds it. */
export interface LedgerRule {
  /** Assigned by the system. */
  readonly key: string;
  readonly asset: Naming;
  readonly postingRule: Naming;
  readonly method: Naming;
  readonly usefulLife?: number;
  /** Percent with two decimals, as text: "30.00". */
  readonly rate?: string;
  /** When it was last changed, as the system writes it. */
  readonly modified?: string;
}

/** What a rule says; the ids of asset, posting rule and method. */
export interface RuleTerms {
  readonly asset: string;
  readonly postingRule: string;
  readonly method: string;
  readonly usefulLife: number;
  readonly rate?: string;
}

/** For systems that hold the rules of depreciation, and depreciate by themselves. */
export interface RulesVerb {
  /** All rules, or those of the asset with this id. */
  rules(connection: Connection, asset?: string): Answer<readonly LedgerRule[]>;
  rule(connection: Connection, key: string): Answer<LedgerRule>;
  /** The units by the posting rule's id; those that the system does not tell are left out. */
  lifeUnits(connection: Connection): Answer<ReadonlyMap<string, LifeUnit>>;
  create(connection: Connection, terms: RuleTerms, signal?: AbortSignal): Answer<{ readonly key: string }>;
  /** Sends only the fields that are given. */
  change(
    connection: Connection,
    key: string,
    terms: Partial<RuleTerms>,
    signal?: AbortSignal,
  ): Answer<{ readonly key: string }>;
  remove(connection: Connection, key: string, signal?: AbortSignal): Answer<undefined>;
}

export type PostingFrequency = "monthly" | "annually";

/** How FreeAgent depreciates an asset (its page "Depreciation Profiles"). */
export type DepreciationProfile =
  | { readonly method: "straight_line"; readonly years: number; readonly frequency: PostingFrequency }
  | { readonly method: "reducing_balance"; readonly percent: number; readonly frequency: PostingFrequency }
  | { readonly method: "no_depreciation" };

/** What a profile has to say. */
export interface ProfiledTerms {
  /** The word of the engine's depreciation method. */
  readonly method: string;
  readonly lifeMonths?: number;
  /** A fraction of the year's opening value. */
  readonly rate?: number;
  readonly salvage: Cents;
  readonly frequency: PostingFrequency;
}

/** Which of an asset's terms a system cannot hold, and why. */
export interface Misfit {
  readonly field: "life" | "rate" | "salvage" | "method";
  readonly sentence: string;
}

/** The purchase of an asset of the register. */
export interface Purchase {
  /** The register's asset id, by which the purchase is known again. */
  readonly asset: string;
  readonly name: string;
  readonly cost: Cents;
  readonly decimals: Decimals;
  readonly currency: string;
  readonly datedOn: Day;
  /** The address of the user who claims it, and of the category that it is booked to. */
  readonly user: string;
  readonly category: string;
  readonly profile: DepreciationProfile;
}

/** A purchase of an asset as the system holds it. */
export interface HeldPurchase {
  readonly ledgerId: string;
  /** The register's asset id, where somebody wrote one. */
  readonly asset?: string;
  readonly capitalAsset?: string;
  readonly datedOn: Day;
  readonly cost: Cents;
  readonly profile?: DepreciationProfile;
}

/** An asset as the system depreciates it. */
export interface CapitalAsset {
  readonly ledgerId: string;
  readonly name: string;
  readonly purchased: Day;
  readonly disposed?: Day;
  readonly cost?: Cents;
  readonly profile?: DepreciationProfile;
  /** The depreciation that it has booked, amounts above 0. */
  readonly booked: readonly { readonly date: Day; readonly amount: Cents }[];
}

/** For systems that depreciate what was bought by the profile that came with the purchase. */
export interface PurchasesVerb {
  profileOf(terms: ProfiledTerms): Result<DepreciationProfile, Misfit>;
  capitalAssets(connection: Connection): Answer<readonly CapitalAsset[]>;
  purchases(connection: Connection): Answer<readonly HeldPurchase[]>;
  create(connection: Connection, purchase: Purchase, signal?: AbortSignal): Answer<HeldPurchase>;
  /** Sends the profile alone. */
  change(
    connection: Connection,
    held: HeldPurchase,
    profile: DepreciationProfile,
    signal?: AbortSignal,
  ): Answer<HeldPurchase>;
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

import type { AssetAccounts, Connection, Connector, Refusal } from "../connectors";
import { type Day, type Decimals, type Result, ok } from "../engine";
import { type Accounts, type Events, accountOf, type Finding, type Register } from "../sheet";
import { type Clock, systemClock } from "./clock";
import { type KnownKeys, type SheetRow, identify } from "./identify";
import type { Journal } from "./journal";
import { type LedgerState, readLedger } from "./ledger-state";
import { type PlanInput, plan } from "./plan";
import { lookIn, settledByLooking } from "./settle-found";
import type { Plan } from "./steps";
import { termsHashes } from "./terms-hash";

export interface Prepared {
  readonly connector: Connector;
  readonly connection: Connection;
  readonly journal: Journal;
  readonly book: string;
  readonly decimals: Decimals;
  readonly rows: readonly SheetRow[];
  readonly findings: readonly Finding[];
  readonly register: Register;
  readonly accounts: Accounts;
  readonly events?: Events;
  readonly withoutEarlier?: boolean;
  readonly clock?: Clock;
  /** The keys of the rows that are wanted; all, where it is left out. */
  readonly only?: ReadonlySet<string> | undefined;
}

/**
 * Reads the ledger and the journal and plans the push: everything that the preview needs, in one call. Requests whose
 * outcome was not known are settled in the journal by what the ledger holds.
 */
export async function preparePush(given: Prepared): Promise<Result<Plan, Refusal>> {
  const verb = given.connector.post;
  if (verb === undefined) throw new Error(`${given.connector.label} takes no amounts from the sheet.`);
  const { book, decimals, findings, register, accounts, events, withoutEarlier, journal, only } = given;
  const { clock = systemClock } = given;
  const now = clock.now();
  const ledger = await readLedger(verb, given.connection);
  if (!ledger.ok) return ledger;
  const known = knownKeysOf(ledger.value);
  const input = {
    ...{ scope: journal.scope, book, decimals, findings, register, now, ledger: ledger.value },
    rows: await identify(given.rows, book, known),
    reversed: known.reversed,
    termsOf: await termsHashes(register),
    accountsOf: accountsIn(accounts),
    countsKeysOnce: verb.countsKeysOnce,
    ...(events === undefined ? {} : { events }),
    ...(withoutEarlier === undefined ? {} : { withoutEarlier }),
  };
  const records = await journal.records();
  const look = lookIn(ledger.value, sentAgain({ ...input, journal: records }));
  const settled = await settledByLooking(journal, records, look, now);
  return ok(plan({ ...input, journal: settled, ...(only === undefined ? {} : { only }) }));
}

/** Whether a plan would send a key. It is made only when somebody asks, for it is rarely needed. */
function sentAgain(input: PlanInput): (key: string) => boolean {
  let keys: ReadonlySet<string> | undefined;
  const toSend = (): ReadonlySet<string> =>
    new Set(plan(input).rows.flatMap(({ kind, row }) => (kind === "post" ? [row.key] : [])));
  return (key) => (keys ??= toSend()).has(key);
}

/** A key whose postings are all archived was reversed; what came after it stands under the next revision. */
function knownKeysOf({ updates }: LedgerState): KnownKeys {
  const fingerprints = new Map<string, string>();
  const postedLate = new Map<string, Day>();
  const live = new Set<string>();
  for (const { key, fingerprint, archived, date, periodEnd } of updates) {
    if (key === undefined || archived) continue;
    live.add(key);
    if (fingerprint !== undefined) fingerprints.set(key, fingerprint);
    if (periodEnd !== undefined) postedLate.set(key, date);
  }
  const keys = updates.map(({ key }) => key).filter((key) => key !== undefined);
  return { fingerprints, reversed: new Set(keys.filter((key) => !live.has(key))), postedLate };
}

/** The accounts of a class, with the ledger's usual ones where the table names none. */
export function accountsIn(accounts: Accounts): (assetClass: string) => AssetAccounts {
  return (assetClass) => ({
    cost: accountOf(accounts, assetClass, "cost"),
    accumulated: accountOf(accounts, assetClass, "accumulated"),
    expense: accountOf(accounts, assetClass, "expense"),
  });
}

import type { AssetAccounts, Connection, Connector, Refusal } from "../connectors";
import { type Decimals, type Result, ok } from "../engine";
import { type Accounts, type Finding, type Register, usualExpense } from "../sheet";
import { type Clock, systemClock } from "./clock";
import { type SheetRow, identify } from "./identify";
import type { Journal } from "./journal";
import { readLedger } from "./ledger-state";
import { plan } from "./plan";
import type { Plan } from "./steps";

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
  readonly clock?: Clock;
}

/** Reads the ledger and the journal and plans the push: everything that the preview needs, in one call. */
export async function preparePush(given: Prepared): Promise<Result<Plan, Refusal>> {
  const verb = given.connector.post;
  if (verb === undefined) throw new Error(`${given.connector.label} takes no amounts from the sheet.`);
  const ledger = await readLedger(verb, given.connection);
  if (!ledger.ok) return ledger;
  const { book, decimals, findings, register, accounts, journal, clock = systemClock } = given;
  return ok(
    plan({
      scope: journal.scope,
      book,
      decimals,
      findings,
      register,
      rows: await identify(given.rows, book),
      accountsOf: accountsIn(accounts),
      ledger: ledger.value,
      journal: await journal.records(),
      now: clock.now(),
    }),
  );
}

/** The accounts of a class, with the ledger's usual ones where the table names none. */
export function accountsIn({ classes }: Accounts): (assetClass: string) => AssetAccounts {
  const byClass = new Map(classes.map((one) => [one.assetClass, one]));
  return (assetClass) => {
    const { cost = "", accumulated = "", expense = "" } = byClass.get(assetClass) ?? {};
    return {
      cost: cost === "" ? "FIXED_ASSETS" : cost,
      accumulated: accumulated === "" ? "ACCUMULATED_DEPRECIATION" : accumulated,
      expense: expense === "" ? usualExpense : expense,
    };
  };
}

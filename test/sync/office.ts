import { type Connection, connectorOf } from "../../src/connectors";
import { type Register, noAccounts } from "../../src/sheet";
import {
  type Journal,
  type Plan,
  type PushReport,
  type PushTools,
  type SheetRow,
  openJournal,
  preparePush,
  push,
  scopeOf,
} from "../../src/sync";
import { sure } from "../connectors/systems";
import type { LedgerBench } from "./ledger-bench";
import { heldClock } from "./time";

/** A person at a workbook: a register, schedule rows, a connection, and a browser with its journal. */
export interface Office {
  readonly connection: Connection;
  plan(rows?: readonly SheetRow[]): Promise<Plan>;
  carryOut(plan: Plan, more?: Partial<PushTools>): Promise<PushReport>;
  /** Plans and carries out at once. */
  post(more?: Partial<PushTools>, rows?: readonly SheetRow[]): Promise<PushReport>;
  journal(): Promise<Journal>;
}

const connector = sure(connectorOf({ system: "layer" }));

export function officeAt(connection: Connection, register: Register, rows: readonly SheetRow[]): Office {
  const journal = () => openJournal(scopeOf(connection));
  const office: Office = {
    connection,
    journal,
    plan: async (ours = rows) => {
      const given = { connector, connection, register, rows: ours, findings: [], accounts: noAccounts };
      const planned = await preparePush({
        ...given,
        journal: await journal(),
        book: "GAAP",
        decimals: 2,
        clock: heldClock(),
      });
      if (!planned.ok) throw new Error(planned.problem.sentence);
      return planned.value;
    },
    carryOut: async (planned, more = {}) => {
      const tools = { connector, connection, journal: await journal(), clock: heldClock(), random: () => 0.5 };
      return push(planned, { ...tools, ...more });
    },
    post: async (more = {}, ours = rows) => office.carryOut(await office.plan(ours), more),
  };
  return office;
}

/** What stands in the ledger itself, read past every line. */
export interface Held {
  readonly external_id: string | null;
  readonly amount: number;
  readonly date: string;
  readonly update_type: string;
}

export async function heldBy(bench: LedgerBench): Promise<readonly Held[]> {
  const path = `/layer/v1/businesses/${bench.business.businessId}/assets/value-updates?limit=500`;
  return ((await read(bench, path)) as { readonly data: readonly Held[] }).data;
}

/** Debit less credit over all accounts of the trial balance. */
export async function imbalanceOf(bench: LedgerBench): Promise<number> {
  return ((await read(bench, "/trial-balance")) as { readonly balance: number }).balance;
}

/** Debit less credit of one account, in cents. */
export async function balanceOf(bench: LedgerBench, name: string): Promise<number> {
  const { accounts } = (await read(bench, "/trial-balance")) as {
    readonly accounts: readonly { readonly account: string; readonly balance: number }[];
  };
  return accounts.find(({ account }) => account === name)?.balance ?? NaN;
}

/** Closes the books up to a day, or opens them all. */
export async function closeBooks({ ledger, business: { token } }: LedgerBench, date: string | null): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const answer = await fetch(`${ledger.baseUrl}/closed-through`, {
    method: "PUT",
    headers,
    body: JSON.stringify({ date }),
  });
  if (!answer.ok) throw new Error(`Closing through ${date} answered ${answer.status}.`);
}

async function read({ ledger, business: { token } }: LedgerBench, path: string): Promise<unknown> {
  const answer = await fetch(`${ledger.baseUrl}${path}`, { headers: { authorization: `Bearer ${token}` } });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}.`);
  return answer.json();
}

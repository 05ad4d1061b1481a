import { randomUUID } from "node:crypto";
import { Refusal } from "./refusal";
import type { Session } from "../store/store";

/** An account of every business. A contra account stands against an asset, so its balance is usually a credit. */
export interface ChartEntry {
  readonly stableName: StableName;
  readonly number: string;
  readonly name: string;
  readonly kind: AccountKind;
}

export type AccountKind = "cash" | "fixed-asset" | "contra-asset" | "clearing" | "equity" | "income" | "expense";

export type StableName =
  | "CASH"
  | "FIXED_ASSETS"
  | "ACCUMULATED_DEPRECIATION"
  | "ASSET_CLEARING"
  | "REVALUATION_SURPLUS"
  | "GAIN_ON_DISPOSAL"
  | "DEPRECIATION"
  | "IMPAIRMENT"
  | "LOSS_ON_DISPOSAL";

/** The chart of accounts that a new business begins with. */
export const chart: readonly ChartEntry[] = [
  { stableName: "CASH", number: "1000", name: "Cash", kind: "cash" },
  { stableName: "FIXED_ASSETS", number: "1500", name: "Fixed assets", kind: "fixed-asset" },
  { stableName: "ACCUMULATED_DEPRECIATION", number: "1590", name: "Accumulated depreciation", kind: "contra-asset" },
  { stableName: "ASSET_CLEARING", number: "2900", name: "Asset clearing", kind: "clearing" },
  { stableName: "REVALUATION_SURPLUS", number: "3500", name: "Revaluation surplus", kind: "equity" },
  { stableName: "GAIN_ON_DISPOSAL", number: "4900", name: "Gain on disposal of assets", kind: "income" },
  { stableName: "DEPRECIATION", number: "6100", name: "Depreciation expense", kind: "expense" },
  { stableName: "IMPAIRMENT", number: "6200", name: "Impairment of assets", kind: "expense" },
  { stableName: "LOSS_ON_DISPOSAL", number: "6900", name: "Loss on disposal of assets", kind: "expense" },
];

/** Gives the business the accounts of the chart that it does not have yet. */
export async function openAccounts(session: Session, businessId: string): Promise<void> {
  const rows = chart.map((entry) => ({ ...entry, id: randomUUID() }));
  await session.query(
    `insert into accounts (id, business_id, stable_name, number, name, kind)
     select r.id, $1, r."stableName", r.number, r.name, r.kind
     from json_to_recordset($2::json) as r(id uuid, "stableName" text, number text, name text, kind text)
     on conflict do nothing`,
    [businessId, JSON.stringify(rows)],
  );
}

/** How a request names an account: by its id, or by its stable name. */
export type AccountName = { readonly id: string } | { readonly stableName: string };

export interface Account {
  readonly id: string;
  readonly stable_name: string;
  readonly number: string;
  readonly name: string;
  readonly kind: string;
}

/** The account of this business, which must be of this kind; a refusal names the field that named it. */
export async function accountOfKind(
  session: Session,
  businessId: string,
  name: AccountName,
  { field, kind }: { readonly field: string; readonly kind: AccountKind },
): Promise<Account> {
  const [column, value] = "id" in name ? ["id", name.id] : ["stable_name", name.stableName];
  const [account] = await session.query<Account>(
    `select id, stable_name, number, name, kind from accounts where business_id = $1 and ${column} = $2`,
    [businessId, value],
  );
  if (account?.kind === kind) return account;
  if (account !== undefined)
    throw new Refusal("invalid", `${field} is ${value}, but must be an account of the kind ${kind}.`, field);
  throw new Refusal("not-found", `${field} is ${value}, but this business has no such account.`, field);
}

/** All accounts of a business, by stable name. */
export async function accountsOf(session: Session, businessId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await session.query<Pick<Account, "id" | "stable_name">>(
    "select id, stable_name from accounts where business_id = $1",
    [businessId],
  );
  return new Map(rows.map((row) => [row.stable_name, row.id]));
}

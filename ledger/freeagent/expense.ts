import { assetById, isUuid } from "../books/asset";
import { isoTime } from "../books/calendar";
import { Refusal } from "../books/refusal";
import { termsInForce } from "../books/terms-in-force";
import { day, orNull, text } from "../doors/schema";
import { decimalText } from "./decimal";
import { profileOf } from "./profile";
import type { Asset } from "../books/asset";
import type { Session } from "../store/store";
import type { Form } from "./capital-asset-terms";

/** An expense with the asset that it bought. */
export interface Expense {
  readonly id: string;
  readonly claimant: string;
  readonly category: string;
  readonly currency: string;
  readonly form: Form;
  readonly created: string;
  readonly updated: string;
  readonly asset: Asset;
}

type Row = Omit<Expense, "asset"> & { readonly asset_id: string };

export const selectExpenses = `
  select x.id, x.asset_id, x.claimant, x.category, x.currency, x.form,
    ${isoTime("x.created_at")} as created, ${isoTime("x.updated_at")} as updated
  from expenses x where x.business_id = $1`;

/** The expense of an address. Refusal: there is none such in this business. */
export async function expenseNamed(session: Session, businessId: string, id: string): Promise<Expense> {
  const rows = isUuid(id) ? await session.query<Row>(`${selectExpenses} and x.id = $2`, [businessId, id]) : [];
  const [expense] = await withAssets(session, businessId, rows);
  if (expense === undefined) throw new Refusal("not-found", "Resource not found");
  return expense;
}

export async function withAssets(
  session: Session,
  businessId: string,
  rows: readonly Row[],
): Promise<readonly Expense[]> {
  const expenses: Expense[] = [];
  for (const { asset_id: assetId, ...row } of rows) {
    const asset = await assetById(session, businessId, assetId);
    if (asset === undefined) throw new Error(`The asset of expense ${row.id} is not there.`);
    expenses.push({ ...row, asset });
  }
  return expenses;
}

/** An expense as FreeAgent shows it; `base` is the address below which its objects lie. */
export function shownExpense({ asset, ...expense }: Expense, base: string) {
  const profile = profileOf(termsInForce(asset));
  return {
    url: `${base}/expenses/${expense.id}`,
    user: expense.claimant,
    category: expense.category,
    dated_on: asset.purchase_date,
    currency: expense.currency,
    gross_value: decimalText(-(asset.cost ?? 0)),
    description: asset.name,
    ...(asset.asset_key === null ? {} : { receipt_reference: asset.asset_key }),
    capital_asset: {
      url: `${base}/capital_assets/${asset.id}`,
      ...(profile === undefined ? {} : { depreciation_profile: profile }),
    },
    created_at: toMillisecond(expense.created),
    updated_at: toMillisecond(expense.updated),
  };
}

/** A time as FreeAgent writes it. */
export function toMillisecond(time: string): string {
  return `${time.slice(0, 23)}Z`;
}

/** The properties of an expense in a request. */
export const expenseProperties = {
  user: text(1, 500),
  category: text(1, 500),
  dated_on: day,
  currency: { type: "string", pattern: "^[A-Z]{3}$", description: 'a currency such as "GBP"' },
  gross_value: {
    type: "string",
    pattern: "^-?\\d{1,16}(\\.\\d{1,2})?$",
    description: 'an amount as text, such as "-20000.0"',
  },
  description: text(1, 255),
  receipt_reference: orNull(text(1, 255)),
  capital_asset: {
    type: "object",
    properties: { depreciation_profile: { type: "object", description: "a depreciation profile" } },
    description: "an object with a depreciation_profile",
  },
};

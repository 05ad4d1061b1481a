import type { Answer, Conversation, Row } from "./conversation";

export interface Expense {
  readonly expense: Row & {
    readonly url: string;
    readonly capital_asset: { readonly url: string; readonly depreciation_profile?: Row };
  };
}

export interface CapitalAsset {
  readonly capital_asset: Row & { readonly depreciation_profile?: Row };
}

interface Failed {
  readonly errors: { readonly error: { readonly message: string } };
}

/** The document's own profile. */
export const straightLine = { method: "straight_line", asset_life_years: 10, frequency: "annually" };

/** The document's own request. */
export function expenseOf(profile: unknown = straightLine, more: Row = {}): Row {
  return {
    user: "https://api.freeagent.com/v2/users/1",
    category: "https://api.freeagent.com/v2/categories/602-1",
    dated_on: "2024-02-01",
    currency: "GBP",
    gross_value: "-20000.0",
    description: "An example capital asset expense",
    capital_asset: { depreciation_profile: profile },
    ...more,
  };
}

export async function post<B = Expense>({ freeagent }: Conversation, expense: Row): Promise<Answer<B>> {
  return freeagent<B>("POST", "/expenses", { body: { expense } });
}

export async function created(ledger: Conversation, profile?: unknown, more?: Row): Promise<Expense["expense"]> {
  const answer = await post(ledger, expenseOf(profile, more));
  expect(answer.status).toBe(201);
  return answer.body.expense;
}

export async function put<B = Expense>({ freeagent }: Conversation, url: string, expense: Row): Promise<Answer<B>> {
  return freeagent<B>("PUT", `/expenses/${idOf(url)}`, { body: { expense } });
}

/** The last part of an address. */
export function idOf(url: string): string {
  return url.slice(url.lastIndexOf("/") + 1);
}

export async function assetOf(
  { freeagent }: Conversation,
  { capital_asset: asset }: Expense["expense"],
): Promise<CapitalAsset["capital_asset"]> {
  const answer = await freeagent<CapitalAsset>("GET", `/capital_assets/${idOf(asset.url)}`);
  expect(answer.status).toBe(200);
  return answer.body.capital_asset;
}

export async function expectRefused(ledger: Conversation, expense: Row, sentence: string): Promise<void> {
  const { status, body } = await post<Failed>(ledger, expense);
  expect([status, body.errors.error.message]).toEqual([422, expect.stringContaining(sentence)]);
}

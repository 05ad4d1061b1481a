import { newLayerAsset } from "./conversation";
import type { Answer, Conversation, Row } from "./conversation";

export interface Found {
  readonly "ia::result": readonly Row[];
  readonly "ia::meta": Row;
}

interface Failed {
  readonly "ia::result": { readonly "ia::error": { readonly message: string } };
}

export const object = "fixed-assets/asset-depreciation-rule";
/** The name of an asset in the document's sample. */
export const strange = "Asset Name _~!@#$%^*()_+=-`1682315965";

// id, name, bought, posting rule, method, life, rate
const kept = [
  ["A-1", "Acme van", "2022-03-31", "1", "SL", 5, undefined],
  ["A-2", "acme desk", "2022-03-01", "1", "DB", 3, "30.00"],
  ["B-3", "Binder", "2022-04-01", "2", "DB", 60, "9.50"],
  ["B-4", strange, "2021-12-31", "2", "SL", 24, undefined],
] as const;

/** Moves the conversation to a new business that has these four rules. */
export async function keepFourRules(ledger: Conversation): Promise<void> {
  await ledger.moveToNewBusiness();
  for (const [id, name, purchase_date, postingRule, method, usefulLife, depreciationRate] of kept) {
    await newLayerAsset(ledger, { external_id: id, name, metadata: { purchase_date } });
    const answer = await ledger.intacct("POST", `/objects/${object}`, {
      body: {
        asset: { id },
        postingRule: { key: postingRule },
        depreciationMethod: { id: method },
        usefulLife,
        depreciationRate,
      },
    });
    expect(answer.status).toBe(201);
  }
}

export async function query<B = Found>({ intacct }: Conversation, body: Row): Promise<Answer<B>> {
  return intacct<B>("POST", "/services/core/query", { body: { object, ...body } });
}

export async function rows(ledger: Conversation, body: Row): Promise<readonly Row[]> {
  const answer = await query(ledger, body);
  expect(answer.status).toBe(200);
  return answer.body["ia::result"];
}

/** The assets whose rules are found, as the digits of their ids. */
export async function found(ledger: Conversation, filters: readonly unknown[], more: Row = {}): Promise<string> {
  const result = await rows(ledger, { fields: ["asset.id"], filters, ...more });
  return result.map((row) => String(row["asset.id"]).slice(-1)).join("");
}

/** The sentence with which a query is refused. */
export async function refused(ledger: Conversation, body: Row): Promise<string> {
  const answer = await query<Failed>(ledger, body);
  expect(answer.status).toBe(400);
  return answer.body["ia::result"]["ia::error"].message;
}

import { fresh, newLayerAsset } from "./conversation";
import type { Answer, Conversation, Row } from "./conversation";

/** The address of depreciation rules. */
export const path = "/objects/fixed-assets/asset-depreciation-rule";

export interface One {
  readonly "ia::result": { readonly key: string; readonly id: string; readonly href: string } & Row;
  readonly "ia::meta": Row;
}

export interface Many {
  readonly "ia::result": readonly { readonly key: string; readonly id: string; readonly href: string }[];
  readonly "ia::meta": Row;
}

export interface Failed {
  readonly "ia::result": { readonly "ia::error": { readonly message: string; readonly supportId: string } & Row };
  readonly "ia::meta": Row;
}

/** The document's own request: five years, straight line. */
export function straightLine(assetId: string, more: Row = {}): Row {
  return {
    key: "2",
    id: "2",
    depreciationMethod: { name: "Straight line", id: "SL", key: "-1" },
    postingRule: { key: "1", id: "1" },
    asset: { id: assetId },
    usefulLife: 5,
    ...more,
  };
}

export async function post<B = One>({ intacct }: Conversation, body: Row): Promise<Answer<B>> {
  return intacct<B>("POST", path, { body });
}

/** Creates a rule, of a new asset where none is named, and gives its key. */
export async function newRule(ledger: Conversation, more: Row = {}, assetId?: string): Promise<string> {
  const answer = await post(ledger, straightLine(assetId ?? (await newAsset(ledger)), more));
  expect(answer.status).toBe(201);
  return answer.body["ia::result"].key;
}

/** Creates an asset and gives the id that the sheet has for it. */
export async function newAsset(ledger: Conversation, more: Row = {}): Promise<string> {
  const id = fresh("CE_ASSET");
  await newLayerAsset(ledger, { external_id: id, ...more });
  return id;
}

export async function rule({ intacct }: Conversation, key: string): Promise<Row> {
  const answer = await intacct<One>("GET", `${path}/${key}`);
  expect(answer.status).toBe(200);
  return answer.body["ia::result"];
}

export function expectFailure(answer: Answer, sentence: string, status = 400): void {
  expect([answer.status, (answer.body as Failed)["ia::result"]["ia::error"].message]).toEqual([
    status,
    expect.stringContaining(sentence),
  ]);
}

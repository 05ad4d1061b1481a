// Goal: what counts in a ledger is told from what no longer does, in each system's own words. Method: a real server whose
// answers the test writes in the shapes of the systems' documents.
import { connectorOf } from "../../src/connectors";
import { type Holdings, readHoldings } from "../../src/sync";
import { type ScriptedServer, scriptedServer } from "../connectors/scripted-server";
import { connectionTo, sure } from "../connectors/systems";

let server: ScriptedServer;
beforeAll(async () => {
  server = await scriptedServer();
});
afterAll(() => server.close());

async function holdings(system: string, book = "GAAP"): Promise<Holdings> {
  const read = await readHoldings(sure(connectorOf({ system })), connectionTo(server.url, system), book);
  if (!read.ok) throw new Error(read.problem.sentence);
  return read.value;
}

const update = {
  ...{ id: "u-1", asset_id: "a-1", external_id: "dx1.A.2026-01-31.DEPRECIATION.GAAP.0.r0", amount: 100 },
  ...{ update_type: "DEPRECIATION_AMORTIZATION", date: "2026-01-31T00:00:00Z", archived_at: null },
};

function layerAnswers(updates: readonly object[], asset: object = {}): void {
  server.answers(({ path }) => {
    const assets = [{ id: "a-1", name: "A", original_value: 1200, ...asset }];
    return { status: 200, body: { data: path.includes("/value-updates") ? updates : assets } };
  });
}

test("Layer: a value update that was archived does not count", async () => {
  layerAnswers([update, { ...update, id: "u-2", archived_at: "2026-02-01T00:00:00Z" }]);
  const { postings } = await holdings("layer");
  expect(postings.map(({ id, isLive }) => [id, isLive])).toEqual([
    ["u-1", true],
    ["u-2", false],
  ]);
});

test("Layer: another book's are left out, those of no book are not", async () => {
  const tax = { ...update, id: "u-2", external_id: "dx1.A.2026-01-31.DEPRECIATION.TAX.0.r0" };
  layerAnswers([update, tax, { ...update, id: "u-3", external_id: null }]);
  expect((await holdings("layer")).postings.map(({ id }) => id)).toEqual(["u-1", "u-3"]);
  expect((await holdings("layer", "TAX")).postings.map(({ id }) => id)).toEqual(["u-2", "u-3"]);
});

test.each([
  [500, 500],
  ["500", undefined],
  [0.5, undefined],
])("Layer: an opening balance of %p in the metadata is %p", async (given, read) => {
  layerAnswers([], { metadata: { opening_accumulated_depreciation: given } });
  expect((await holdings("layer")).assets[0]?.openingAccumulated).toBe(read);
});

test("DayZero: an entry that was reversed does not count; one that is pending does", async () => {
  const entry = { fixed_asset_id: "a-1", period_date: "2026-01-01", depreciation_amount: 100 };
  const totals = { accumulated_depreciation: 100, book_value: 1100 };
  const entries = ["posted", "reversed", "pending"].map((status) => ({ id: status, status, ...entry, ...totals }));
  const asset = { id: "a-1", name: "A", asset_number: "A", original_cost: 1200, status: "active" };
  server.answers(({ path }) => ({
    status: 200,
    body: path.includes("/depreciation-entries") ? { entries } : { assets: [asset] },
  }));
  const { postings } = await holdings("dayzero");
  expect(postings.map(({ id, isLive }) => [id, isLive])).toEqual([
    ["posted", true],
    ["reversed", false],
    ["pending", true],
  ]);
});

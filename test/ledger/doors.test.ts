// Who may come in, and what each system's door says to those who may not, or who send what is no request.
import { fresh, layerAsset, newLayerAsset, startConversation } from "./conversation";
import { newBusiness } from "./start";
import type { Answer, Conversation, Row } from "./conversation";

let ledger: Conversation;

beforeAll(async () => {
  ledger = await startConversation();
});
afterAll(() => ledger.close());

const other = "11111111-2222-4333-8444-555555555555";

type Shape = "layer" | "dayzero" | "intacct" | "freeagent" | "ours";

/** Every endpoint but oanor's, with how its system tells a failure. */
const doors: readonly (readonly [method: string, path: string, shape: Shape])[] = [
  ["POST", "/layer/v1/businesses/:id/assets", "layer"],
  ["GET", "/layer/v1/businesses/:id/assets", "layer"],
  ["GET", `/layer/v1/businesses/:id/assets/${other}`, "layer"],
  ["POST", "/layer/v1/businesses/:id/assets/value-updates", "layer"],
  ["GET", "/layer/v1/businesses/:id/assets/value-updates", "layer"],
  ["GET", `/layer/v1/businesses/:id/assets/value-updates/${other}`, "layer"],
  ["GET", `/layer/v1/businesses/:id/assets/${other}/value-updates`, "layer"],
  ["POST", "/dayzero/api/v1/fixed-assets", "dayzero"],
  ["GET", "/dayzero/api/v1/fixed-assets", "dayzero"],
  ["GET", `/dayzero/api/v1/fixed-assets/${other}`, "dayzero"],
  ["POST", `/dayzero/api/v1/fixed-assets/${other}/place-in-service`, "dayzero"],
  ["POST", `/dayzero/api/v1/fixed-assets/${other}/dispose`, "dayzero"],
  ["GET", `/dayzero/api/v1/fixed-assets/${other}/depreciation-entries`, "dayzero"],
  ["GET", "/dayzero/api/v1/fixed-assets/depreciation-preview?period_date=2026-01-01", "dayzero"],
  ["POST", "/dayzero/api/v1/fixed-assets/run-depreciation", "dayzero"],
  ["GET", "/intacct/objects/fixed-assets/asset-depreciation-rule", "intacct"],
  ["POST", "/intacct/objects/fixed-assets/asset-depreciation-rule", "intacct"],
  ["GET", "/intacct/objects/fixed-assets/asset-depreciation-rule/1", "intacct"],
  ["PATCH", "/intacct/objects/fixed-assets/asset-depreciation-rule/1", "intacct"],
  ["DELETE", "/intacct/objects/fixed-assets/asset-depreciation-rule/1", "intacct"],
  ["GET", "/intacct/objects/fixed-assets/asset", "intacct"],
  ["PATCH", `/intacct/objects/fixed-assets/asset/${other}`, "intacct"],
  ["GET", "/intacct/objects/fixed-assets/asset-classification", "intacct"],
  ["POST", "/intacct/objects/fixed-assets/asset-classification", "intacct"],
  ["GET", "/intacct/objects/fixed-assets/depreciation-method", "intacct"],
  ["GET", "/intacct/objects/fixed-assets/posting-rule/1", "intacct"],
  ["POST", "/intacct/services/core/query", "intacct"],
  ["POST", "/freeagent/v2/expenses", "freeagent"],
  ["GET", "/freeagent/v2/expenses", "freeagent"],
  ["GET", `/freeagent/v2/expenses/${other}`, "freeagent"],
  ["PUT", `/freeagent/v2/expenses/${other}`, "freeagent"],
  ["GET", "/freeagent/v2/capital_assets", "freeagent"],
  ["GET", `/freeagent/v2/capital_assets/${other}`, "freeagent"],
  ["GET", "/journal", "ours"],
  ["GET", "/trial-balance", "ours"],
  ["GET", "/closed-through", "ours"],
  ["PUT", "/closed-through", "ours"],
];

function expectShape(shape: Shape, body: Row): void {
  const sentence = expect.stringMatching(/\w+/) as string;
  const shapes = {
    layer: { errors: [{ type: sentence, description: sentence, error_enum: sentence }] },
    dayzero: { detail: sentence },
    intacct: {
      "ia::result": {
        "ia::error": {
          code: sentence,
          message: sentence,
          errorId: sentence,
          additionalInfo: {},
          supportId: sentence,
        },
      },
      "ia::meta": { totalCount: 1, totalSuccess: 0, totalError: 1 },
    },
    freeagent: { errors: { error: { message: sentence } } },
    ours: { error: { code: sentence, message: sentence } },
  };
  expect(body).toEqual(shapes[shape]);
}

async function ask(method: string, path: string, headers: Readonly<Record<string, string | undefined>> = {}) {
  const body = method === "GET" || method === "DELETE" ? {} : { bytes: "{}" };
  return ledger.plain(method, path.replace(":id", ledger.businessId), { ...body, headers });
}

describe("D3 L3: the bearer token", () => {
  test.each(doors)("%s %s answers 401 in its own shape without a good one", async (method, path, shape) => {
    for (const authorization of [undefined, "", "Bearer", "Bearer wrong", `Basic ${ledger.token}`, ledger.token]) {
      const answer = await ask(method, path, { authorization });
      expect([authorization, answer.status]).toEqual([authorization, 401]);
      expect(answer.headers.get("www-authenticate")).toBe("Bearer");
      expectShape(shape, answer.body);
    }
  });

  test("is good in any spelling of the scheme", async () => {
    const answer = await ask("GET", "/trial-balance", { authorization: `bearer  ${ledger.token}` });
    expect(answer.status).toBe(200);
  });

  test("stands nowhere in the database but as its SHA-256", async () => {
    const rows = await ledger.store.query<Row>("select hash from tokens where business_id = $1", [ledger.businessId]);
    expect(rows).toEqual([{ hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string }]);
    expect(JSON.stringify(rows)).not.toContain(ledger.token);
  });
});

describe("the business", () => {
  test.each(doors.filter(([, , shape]) => shape === "layer"))(
    "L2: %s %s of another business, or of none, is not found",
    async (method, path) => {
      const theirs = await newBusiness(ledger.store);
      for (const id of [theirs.businessId, other, "nonsense"]) {
        const answer = await ask(method, path.replace(":id", id));
        expect(answer.status).toBe(404);
        expect(answer.body).toMatchObject({ errors: [{ error_enum: "SpecifiedIdNotFound" }] });
      }
    },
  );

  test.each(doors.filter(([, , shape]) => shape === "dayzero"))(
    "D4: %s %s needs x-business-id, and the right one",
    async (method, path) => {
      const theirs = await newBusiness(ledger.store);
      const missing = await ask(method, path, { "x-business-id": undefined });
      expect([missing.status, missing.body]).toEqual([
        422,
        {
          detail: [{ loc: ["header", "x-business-id"], msg: "The header x-business-id is missing.", type: "missing" }],
        },
      ]);
      const nonsense = await ask(method, path, { "x-business-id": "nonsense" });
      expect([nonsense.status, nonsense.body]).toMatchObject([422, { detail: [{ loc: ["header", "x-business-id"] }] }]);
      const wrong = await ask(method, path, { "x-business-id": theirs.businessId });
      expect([wrong.status, wrong.body]).toEqual([404, { detail: "Business doesn't exist or wrong business context" }]);
    },
  );

  test("may be written in capitals", async () => {
    const answer = await ask("GET", "/dayzero/api/v1/fixed-assets", {
      "x-business-id": ledger.businessId.toUpperCase(),
    });
    expect(answer.status).toBe(200);
  });

  test("keeps its assets, updates, journal and balance to itself", async () => {
    const id = await newLayerAsset(ledger);
    const theirs = await newBusiness(ledger.store);
    const headers = { authorization: `Bearer ${theirs.token}`, "x-business-id": theirs.businessId };
    const base = `/layer/v1/businesses/${theirs.businessId}`;
    const read = async (path: string): Promise<Answer<Row>> => ledger.plain("GET", path, { headers });
    expect((await read(`${base}/assets/${id}`)).status).toBe(404);
    expect((await read(`${base}/assets/${id}/value-updates`)).status).toBe(404);
    expect((await read(`/dayzero/api/v1/fixed-assets/${id}`)).status).toBe(404);
    expect((await read(`${base}/assets`)).body["data"]).toEqual([]);
    expect((await read(`/journal?asset_id=${id}`)).body["entries"]).toEqual([]);
    expect((await read("/trial-balance")).body).toMatchObject({ debit: 0, credit: 0 });
  });
});

describe("what is no request", () => {
  const layer = (path: string): string => `/layer/v1/businesses/${ledger.businessId}${path}`;

  test.each(["{", "", "[1", '{"a":}', "\u0000"])("Layer: a body of %j is 400", async (bytes) => {
    const answer = await ledger.plain("POST", layer("/assets"), { bytes });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ errors: [{ type: "BadRequest", error_enum: "SpecifiedBadRequest" }] });
  });

  test("Layer: another media type is 415, in its shape", async () => {
    const answer = await ledger.plain("POST", layer("/assets"), {
      bytes: "<asset/>",
      headers: { "content-type": "application/xml" },
    });
    expect(answer.status).toBe(415);
    expectShape("layer", answer.body);
  });

  test("a body beyond half a megabyte is 413 in each shape, and nothing is written", async () => {
    const bytes = JSON.stringify(layerAsset({ memo: "x".repeat(600_000) }));
    const toLayer = await ledger.plain("POST", layer("/assets"), { bytes });
    expect(toLayer.status).toBe(413);
    expectShape("layer", toLayer.body);
    const toDayZero = await ledger.plain("POST", "/dayzero/api/v1/fixed-assets", { bytes });
    expect(toDayZero.status).toBe(413);
    expectShape("dayzero", toDayZero.body);
  });

  test("a name that would poison an object is refused", async () => {
    const asset = JSON.stringify(layerAsset({ external_id: fresh("asset"), metadata: { poison: {} } }));
    const bytes = asset.replace('"poison"', '"__proto__"');
    expect((await ledger.plain("POST", layer("/assets"), { bytes })).status).toBe(400);
  });

  test.each([
    ["/layer/v2/businesses", "layer"],
    ["/dayzero/api/v2", "dayzero"],
    ["/intacct/objects/nothing", "intacct"],
    ["/freeagent/v1/expenses", "freeagent"],
  ] as const)("an address that is not there, %s, is 404 in its shape", async (path, shape) => {
    const answer = await ledger.plain("GET", path);
    expect(answer.status).toBe(404);
    expectShape(shape, answer.body);
  });

  test("no answer names an origin that may read it from a page", async () => {
    const answer = await ask("GET", "/trial-balance", { origin: "https://evil.example" });
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
  });
});

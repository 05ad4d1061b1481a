// What Sage Intacct's dialect has of its own, beyond the contract that all keep and the recorded exchanges. The samples are
// those of "Asset depreciation rules".
import { type RulesVerb, connectorOf } from "../../src/connectors";
import { type ScriptedServer, scriptedServer } from "./scripted-server";
import { connectionTo, ruleTerms, sure } from "./systems";

let server: ScriptedServer;
let verb: RulesVerb;
beforeAll(async () => {
  server = await scriptedServer();
  verb = await sure(sure(connectorOf({ system: "intacct" })).rules)();
});
afterAll(() => server.close());
const connection = () => connectionTo(server.url, "intacct");

const created = { key: "871", id: "871", href: "/objects/fixed-assets/asset-depreciation-rule/871" };

test("S5: an answer that does not count its results is not believed", async () => {
  server.answers(() => ({ status: 201, body: { "ia::result": created } }));
  const result = await verb.create(connection(), ruleTerms);
  expect(result).toMatchObject({ ok: false, problem: { kind: "unknown-outcome" } });
  expect(!result.ok && result.problem.sentence).toContain("answer.ia::meta should be an object");
});

test("S30: 204 is done, whatever stands behind it; 200 with a body is no deletion", async () => {
  server.answers(() => ({ status: 204 }));
  expect(await verb.remove(connection(), "1021")).toEqual({ ok: true, value: undefined });
  server.answers(() => ({ status: 200, body: { "ia::result": created } }));
  expect(await verb.remove(connection(), "1021")).toMatchObject({ ok: false, problem: { kind: "unknown-outcome" } });
});

test("S31 S32 S33: the sample's failure is shown with its number and its support id, to the sign", async () => {
  const error = {
    code: "invalidRequest",
    message: "A POST request requires a payload",
    errorId: "REST-1028",
    additionalInfo: {},
    supportId: "Kxi78%7EZuyXBDEGVHD2UmO1phYXDQAAAAo",
  };
  const meta = { totalCount: 1, totalSuccess: 0, totalError: 1 };
  server.answers(() => ({ status: 400, body: { "ia::result": { "ia::error": error }, "ia::meta": meta } }));
  const result = await verb.create(connection(), ruleTerms);
  expect(!result.ok && result.problem.sentence).toContain(
    "It says: A POST request requires a payload (REST-1028, support id Kxi78%7EZuyXBDEGVHD2UmO1phYXDQAAAAo)",
  );
});

test("S50: pages that lead back to their own start end", async () => {
  const meta = { totalCount: 200, start: 1, pageSize: 100, next: 1, previous: null };
  server.answers((_heard, count) =>
    count > 2 ? { status: 500 } : { status: 200, body: { "ia::result": [], "ia::meta": meta } },
  );
  expect(await verb.rules(connection())).toMatchObject({ ok: false, problem: { kind: "unreadable" } });
  expect(server.heard).toHaveLength(1);
});

// What FreeAgent's dialect has of its own, beyond the contract that all keep and the recorded exchanges. Expected values:
// FreeAgent, "Depreciation Profiles": life 2 to 25 whole years, percentage 1 to 99 whole, monthly where no frequency is.
import { type ProfiledTerms, type PurchasesVerb, connectorOf } from "../../src/connectors";
import { pence, profile } from "../../src/connectors/freeagent-answers";
import { cents } from "../../src/engine";
import { type ScriptedServer, scriptedServer } from "./scripted-server";
import { connectionTo, purchase, sure } from "./systems";

let server: ScriptedServer;
let verb: PurchasesVerb;
beforeAll(async () => {
  server = await scriptedServer();
  verb = await sure(sure(connectorOf({ system: "freeagent" })).purchases)();
});
afterAll(() => server.close());
const connection = () => connectionTo(server.url, "freeagent");

const straight = (lifeMonths: number | undefined, more: Partial<ProfiledTerms> = {}): ProfiledTerms => ({
  ...{ method: "SL", salvage: cents(0), frequency: "monthly" },
  ...(lifeMonths === undefined ? {} : { lifeMonths }),
  ...more,
});
const reducing = (rate: number): ProfiledTerms => ({ method: "RB", salvage: cents(0), frequency: "monthly", rate });

test.each([24, 120, 300])("a straight line of %i months is taken", (lifeMonths) => {
  const value = { method: "straight_line", years: lifeMonths / 12, frequency: "monthly" };
  expect(verb.profileOf(straight(lifeMonths))).toEqual({ ok: true, value });
});

test.each([12, 312, 30, 25, undefined])("a straight line of %s months is refused at the life", (lifeMonths) => {
  expect(verb.profileOf(straight(lifeMonths))).toMatchObject({ ok: false, problem: { field: "life" } });
});

test.each([
  [0.01, 1],
  [0.29, 29],
  [0.57, 57],
  [0.99, 99],
])("a rate of %f is %i percent", (rate, percent) => {
  const value = { method: "reducing_balance", percent, frequency: "monthly" };
  expect(verb.profileOf(reducing(rate))).toEqual({ ok: true, value });
});

test.each([0, 0.005, 0.125, 1, 1.5])("a rate of %f is refused at the rate", (rate) => {
  expect(verb.profileOf(reducing(rate))).toMatchObject({ ok: false, problem: { field: "rate" } });
});

test.each<readonly [string, ProfiledTerms, string]>([
  ["a salvage value", straight(120, { salvage: cents(1) }), "salvage"],
  ["a rate beside a straight line", straight(120, { rate: 0.1 }), "rate"],
  ["another method", straight(120, { method: "SYD" }), "method"],
])("%s is refused, for FreeAgent would compute something else", (_what, terms, field) => {
  expect(verb.profileOf(terms)).toMatchObject({ ok: false, problem: { field } });
});

test("land takes no parameters", () => {
  expect(verb.profileOf(straight(undefined, { method: "NONE" }))).toEqual({
    ok: true,
    value: { method: "no_depreciation" },
  });
});

test("a frequency that is not told is monthly, and annual is no frequency", () => {
  const told = { method: "straight_line", asset_life_years: 12 };
  expect(profile(told, "answer")).toMatchObject({ ok: true, value: { years: 12, frequency: "monthly" } });
  expect(profile({ ...told, frequency: "annual" }, "answer")).toMatchObject({ ok: false });
});

test.each([
  ["-20000.0", -2_000_000],
  ["0.07", 7],
  ["1234567890123.45", 123_456_789_012_345],
  ["-500", -50_000],
])("%s is %i pence", (text, amount) => {
  expect(pence(text, "value")).toEqual({ ok: true, value: amount });
});

test.each(["1e3", "1,000", "", "12.345", "=1+1"])("the amount %s is not believed", (text) => {
  expect(pence(text, "value")).toMatchObject({ ok: false });
});

test("the documented 422 about a deprecated schedule is explained", async () => {
  const message = "\n        `depreciation_schedule` is deprecated, use `depreciation_profile` instead\n      ";
  server.answers(() => ({ status: 422, body: { errors: { error: { message } } } }));
  const result = await verb.create(connection(), purchase());
  expect(!result.ok && result.problem.sentence).toMatch(
    /`depreciation_schedule` is deprecated, .*by a profile alone\.$/,
  );
});

test("a next page at another address is not followed", async () => {
  const link = '<https://evil.example.com/v2/capital_assets?page=2>; rel="next"';
  server.answers(() => ({ status: 200, headers: { link }, body: { capital_assets: [] } }));
  const result = await verb.capitalAssets(connection());
  expect(result).toMatchObject({ ok: false, problem: { kind: "unreadable" } });
  expect(server.heard).toHaveLength(1);
});

test("pages that go round in a circle end", async () => {
  const headers = { link: '</v2/capital_assets?page=1>; rel="next"' };
  server.answers(() => ({ status: 200, headers, body: { capital_assets: [] } }));
  expect(await verb.capitalAssets(connection())).toMatchObject({ ok: false, problem: { kind: "unreadable" } });
  expect(server.heard).toHaveLength(1);
});

test("where a browser hides the Link header, a full page asks for the one behind it", async () => {
  const one = { url: "https://api.freeagent.com/v2/capital_assets/1", description: "A", purchased_on: "2024-02-01" };
  server.answers((_heard, count) => ({
    status: 200,
    body: { capital_assets: count === 1 ? Array(100).fill(one) : [] },
  }));
  const result = await verb.capitalAssets(connection());
  expect(result.ok && result.value.length).toBe(100);
  expect(server.heard.map(({ path }) => new URLSearchParams(path).get("page"))).toEqual(["1", "2"]);
});

test("an address of an expense takes the token nowhere else", async () => {
  server.answers(() => ({ status: 422, body: {} }));
  const held = { ledgerId: "https://evil.example.com/v2/expenses/7", datedOn: purchase().datedOn, cost: cents(1) };
  await verb.change(connection(), held, { method: "no_depreciation" });
  expect(server.heard.map(({ path }) => path)).toEqual(["/v2/expenses/7"]);
  const odd = await verb.change(connection(), { ...held, ledgerId: "https://x/y?z" }, { method: "no_depreciation" });
  expect(odd).toMatchObject({ ok: false, problem: { kind: "rejected", field: "url" } });
});

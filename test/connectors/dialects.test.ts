// What each system's dialect has of its own, beyond the contract that all keep and the recorded exchanges.
import { type Charge, type NewAsset, connectorOf } from "../../src/connectors";
import { cents } from "../../src/engine";
import { type ScriptedServer, scriptedServer } from "./scripted-server";
import { charge, connectionTo, day, month, newAsset, sure } from "./systems";

let server: ScriptedServer;
beforeAll(async () => {
  server = await scriptedServer();
});
afterAll(() => server.close());

const layer = sure(sure(connectorOf({ system: "layer" })).post);
const dayzero = sure(sure(connectorOf({ system: "dayzero" })).run);
const toLayer = () => connectionTo(server.url, "layer");
const toDayZero = () => connectionTo(server.url, "dayzero");
const sentBody = () => JSON.parse(sure(server.heard[0]).text) as Readonly<Record<string, unknown>>;

describe("Layer", () => {
  const bodyOf = (change: Partial<Charge>) => {
    const body = layer.body({ ...charge, ...change });
    return body.ok ? (JSON.parse(body.value) as Readonly<Record<string, unknown>>) : body.problem;
  };
  const echoOf = (change: object) => ({
    id: "3c90c3cc-0d44-4b50-8888-8dd25736052a",
    ...(bodyOf({}) as object),
    ...change,
  });

  test.each([
    ["DEPRECIATION", "DEPRECIATION_AMORTIZATION"],
    ["IMPROVEMENT", "IMPROVEMENT"],
    ["IMPAIRMENT", "IMPAIRMENT"],
    ["REVALUATION_UP", "REVALUATION_UP"],
    ["REVALUATION_DOWN", "REVALUATION_DOWN"],
  ] as const)("is told %s as %s, and read back", async (type, theirs) => {
    expect(bodyOf({ type })).toMatchObject({ update_type: theirs });
    server.answers(() => ({ status: 201, body: { data: echoOf({ update_type: theirs }) } }));
    expect(await layer.post(toLayer(), { ...charge, type }, "{}")).toMatchObject({ ok: true, value: { type } });
  });

  test("is given an account by its stable name, or by its id", () => {
    expect(bodyOf({})).toMatchObject({ counter_account: { type: "StableName", stable_name: "DEPRECIATION" } });
    const id = "7d3f2c1e-5b0a-4c7e-9a51-0d1e0b5a7e01";
    expect(bodyOf({ counterAccount: id })).toMatchObject({ counter_account: { type: "AccountId", id } });
  });

  test("names the asset by one of its two names only", () => {
    expect(bodyOf({})).toHaveProperty("asset_id");
    expect(bodyOf({})).not.toHaveProperty("asset_external_id");
  });

  test.each([0, -1])("is not sent an amount of %i: what its sign would mean is not documented", (amount) => {
    expect(bodyOf({ amount: cents(amount) })).toMatchObject({ kind: "rejected", field: "amount" });
  });

  test("carries the largest whole amount without a change", () => {
    expect(bodyOf({ amount: cents(Number.MAX_SAFE_INTEGER) })).toMatchObject({ amount: 9_007_199_254_740_991 });
  });

  test("is not believed about an amount that a double cannot hold", async () => {
    const raw = JSON.stringify({ data: echoOf({}) }).replace("1666", "9007199254740993");
    server.answers(() => ({ status: 201, raw }));
    const result = await layer.post(toLayer(), charge, "{}");
    expect(result).toMatchObject({ ok: false, problem: { kind: "unknown-outcome" } });
    expect(!result.ok && result.problem.sentence).toContain("answer.data.amount should be a whole number");
  });

  test.each([
    ["amount", { amount: 1667 }, "its amount is 16.67, ours 16.66"],
    ["date", { date: "2024-02-28T00:00:00Z" }, "its date is 2024-02-28, ours 2024-02-29"],
    ["type", { update_type: "IMPAIRMENT" }, "its type is IMPAIRMENT, ours DEPRECIATION"],
    ["asset", { asset_id: "3c90c3cc-0d44-4b50-8888-8dd25736052a" }, "its asset is 3c90c3cc"],
    ["key", { external_id: "another" }, "its key is another, ours dx1."],
    ["missing key", { external_id: null }, "its key is none, ours dx1."],
  ])("that echoes another %s is in conflict with us", async (_what, change, words) => {
    server.answers(() => ({ status: 201, body: { data: echoOf(change) } }));
    const result = await layer.post(toLayer(), charge, "{}");
    expect(result).toMatchObject({ ok: false, problem: { kind: "conflict" } });
    expect(!result.ok && result.problem.sentence).toContain(words);
  });

  test.each(["2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000Z", "2024-02-29T00:00:00+13:00", "2024-02-29"])(
    "may write the day as %s: it is read as written, in no time zone",
    async (date) => {
      server.answers(() => ({ status: 201, body: { data: echoOf({ date }) } }));
      expect(await layer.post(toLayer(), charge, "{}")).toMatchObject({ ok: true });
    },
  );

  test.each([
    ["Vehicles", "VEHICLE"],
    ["Company cars", "VEHICLE"],
    ["Delivery vans", "VEHICLE"],
    ["Goodwill", "GOODWILL"],
    ["Right-of-use assets", "RIGHT_OF_USE_ASSET"],
    ["Leased vehicles", "RIGHT_OF_USE_ASSET"],
    ["Machinery", "EQUIPMENT"],
    ["Carpets", "EQUIPMENT"],
    ["", "EQUIPMENT"],
  ])("takes an asset of the class %s for %s", async (assetClass, type) => {
    await made({ assetClass });
    expect(sentBody()["asset_type"]).toBe(type);
  });

  test("is told in the metadata what it has no field for", async () => {
    await made({ opening: { accumulated: cents(250_000), asOf: day("2026-06-30") } });
    expect(sentBody()["metadata"]).toEqual({
      class: "Machinery",
      purchase_date: "2026-03-01",
      in_service_date: "2026-03-15",
      opening_accumulated_depreciation: 250_000,
      opening_date: "2026-06-30",
    });
  });

  test("is told what days a charge stands for, why it changed and by which terms, and tells it back", async () => {
    const told = { periodStart: day("2026-01-01"), change: "ESTIMATE", termsHash: "t" };
    const body = layer.body({ ...charge, ...told });
    const { metadata } = JSON.parse(body.ok ? body.value : "{}") as Readonly<Record<string, unknown>>;
    expect(metadata).toMatchObject({ period_start: "2026-01-01", change: "ESTIMATE", terms_hash: "t" });
    server.answers(() => ({ status: 200, body: { data: [echoOf({ metadata })] } }));
    expect(await layer.updates(toLayer())).toMatchObject({ ok: true, value: [told] });
    const garbled = { period_start: "soon", change: 7, terms_hash: null };
    server.answers(() => ({ status: 200, body: { data: [echoOf({ metadata: garbled })] } }));
    const read = await layer.updates(toLayer());
    expect(read.ok && Object.keys(read.value[0] ?? {})).toEqual(expect.not.arrayContaining(Object.keys(told)));
  });

  test("is read page by page to the end", async () => {
    const asset = (id: number) => ({ id: `id-${id}`, name: "x" });
    server.answers(({ path }) => {
      const cursor = Number(new URL(path, server.url).searchParams.get("cursor") ?? "0");
      const pagination = { cursor: String(cursor + 1), has_more: cursor < 3 };
      return { status: 200, body: { data: [asset(cursor)], meta: { pagination } } };
    });
    const assets = await layer.assets(toLayer());
    expect(assets.ok && assets.value.map(({ ledgerId }) => ledgerId)).toEqual(["id-0", "id-1", "id-2", "id-3"]);
  });

  test("whose pages go round in a circle is not read for ever", async () => {
    const pagination = { cursor: "again", has_more: true };
    server.answers(() => ({ status: 200, body: { data: [], meta: { pagination } } }));
    expect(await layer.updates(toLayer())).toMatchObject({ ok: false, problem: { kind: "unreadable" } });
    expect(server.heard).toHaveLength(2);
  });

  async function made(change: Partial<NewAsset>): Promise<void> {
    server.answers(() => ({ status: 201, body: { data: { id: "id", name: "Forklift" } } }));
    expect(await layer.createAsset(toLayer(), { ...newAsset, ...change })).toMatchObject({ ok: true });
  }
});

describe("DayZero", () => {
  test("is told whose work it is, where an e-mail is given", async () => {
    server.answers(() => ({ status: 200, body: { assets: [] } }));
    await dayzero.assets(toDayZero());
    await dayzero.assets({ ...toDayZero(), userEmail: "ada@example.com" });
    expect(server.heard.map(({ headers }) => headers["x-user-email"])).toEqual([undefined, "ada@example.com"]);
  });

  test("is never asked to run no assets, for that could mean all", async () => {
    server.answers(() => ({ status: 201, body: {} }));
    const result = await dayzero.run(toDayZero(), month("2026-01"), []);
    expect(result).toMatchObject({ ok: false, problem: { kind: "rejected", field: "asset_ids" } });
    expect(server.heard).toEqual([]);
  });

  test("says what went wrong in a run in words that are fit to be shown", async () => {
    const figures = { assets_processed: 0, total_depreciation: 0, entries_created: 0, journal_entries_created: 0 };
    const errors = [`Bad ${toDayZero().token}\n`, "x".repeat(1000)];
    server.answers(() => ({ status: 201, body: { period_date: "2026-01-01", ...figures, errors } }));
    const result = await dayzero.run(toDayZero(), month("2026-01"), ["a"]);
    expect(result.ok && result.value.problems).toEqual(["Bad •••", `${"x".repeat(299)}…`]);
  });

  test("is read page by page to the end", async () => {
    const asset = { name: "x", original_cost: 1, status: "active" };
    server.answers(({ path }) => {
      const isLast = path.includes("cursor=second");
      const page = isLast ? { has_more: false, next_cursor: "third" } : { has_more: true, next_cursor: "second" };
      return { status: 200, body: { assets: [{ id: isLast ? "b" : "a", ...asset }], ...page } };
    });
    const assets = await dayzero.assets(toDayZero());
    expect(assets.ok && assets.value.map(({ ledgerId }) => ledgerId)).toEqual(["a", "b"]);
  });

  test.each<[string, Partial<NewAsset>, string, RegExp]>([
    ["a method that it does not have", { method: "SYD" }, "depreciation_method", /no method for SYD/],
    ["another factor than 2", { method: "DB", factor: 1.5 }, "depreciation_method", /no method for DB/],
    ["more than 600 months", { lifeMonths: 601 }, "useful_life_months", /The life is 601/],
    ["part of a month", { lifeMonths: 7.5 }, "useful_life_months", /The life is 7\.5/],
    ["an id of more than 50 characters", { asset: "x".repeat(51) }, "asset_number", /has 51 characters/],
  ])("is not given an asset with %s", async (_what, change, field, words) => {
    server.answers(() => ({ status: 201, body: {} }));
    const result = await dayzero.createAsset(toDayZero(), { ...newAsset, ...change });
    expect(result).toMatchObject({ ok: false, problem: { kind: "rejected", field } });
    expect(!result.ok && result.problem.sentence).toMatch(words);
    expect(server.heard).toEqual([]);
  });

  test("is not given an asset without a life, for it would assume one of 60 months", async () => {
    const { lifeMonths, ...endless } = newAsset;
    expect(lifeMonths).toBe(60);
    expect(await dayzero.createAsset(toDayZero(), endless)).toMatchObject({ problem: { field: "useful_life_months" } });
  });

  test("is given double declining balance by its own word", async () => {
    server.answers(() => ({ status: 400, body: {} }));
    await dayzero.createAsset(toDayZero(), { ...newAsset, method: "DB" });
    expect(sentBody()["depreciation_method"]).toBe("double_declining");
  });

  test.each([
    [{ detail: "Asset not found" }, "It says: Asset not found", undefined],
    [
      { detail: [{ loc: ["body", "asset_ids", 3], msg: "not a UUID", type: "x" }] },
      "It says: asset_ids.3: not a UUID",
      "asset_ids.3",
    ],
    [{ detail: [{ loc: ["body"], msg: "no JSON", type: "x" }] }, "It says: no JSON", undefined],
    [{ detail: [] }, "refused this (422).", undefined],
    [{ detail: 17 }, "refused this (422).", undefined],
  ])("may complain as %j", async (body, words, field) => {
    server.answers(() => ({ status: 422, body }));
    const result = await dayzero.run(toDayZero(), month("2026-01"), ["one"]);
    expect(!result.ok && result.problem.sentence).toContain(words);
    expect(!result.ok && result.problem.field).toBe(field);
  });
});

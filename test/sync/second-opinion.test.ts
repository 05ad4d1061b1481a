// Goal: what a calculator thinks of each asset is compared year by year with what the register charges, and no asset is
// left out in silence. Method: the reference ledger's calculators for what both sides say, a scripted server for the rest.
import { type Connection, connectorOf } from "../../src/connectors";
import { noEvents, readEvents, type Events, type Matrix } from "../../src/sheet";
import { secondOpinion, type AssetOpinion } from "../../src/sync";
import { type Answer, type Heard, type ScriptedServer, scriptedServer } from "../connectors/scripted-server";
import { exchangesOf } from "../connectors/exchange";
import { sure } from "../connectors/systems";
import { type StartedLedger, startLedger } from "../ledger/start";
import { nth, registerFrom, settings } from "./books";
import { heldClock } from "./time";

const header = ["Asset", "In service", "Cost", "Salvage", "Life (months)", "Method", "Factor", "Convention", "Rate"];
const example = ["2026-01-01", 10000, 1000, 60] as const;

const connectionTo = (baseUrl: string): Connection => ({
  system: "oanor",
  name: "test",
  baseUrl,
  businessId: "",
  token: "",
  timeoutMs: 2_000,
});

async function opinionsOf(rows: Matrix, baseUrl: string, events: Events = noEvents, clock = heldClock()) {
  const verb = await sure(sure(connectorOf({ system: "oanor" })).secondOpinion)();
  const { assets } = registerFrom([header, ...rows]);
  return secondOpinion(assets, events, { verb, connection: connectionTo(baseUrl), clock });
}

const verdicts = (opinions: readonly AssetOpinion[]) => opinions.map(({ asset, verdict }) => [asset, verdict]);

describe("against the reference ledger's calculators", () => {
  let ledger: StartedLedger;
  beforeAll(async () => {
    ledger = await startLedger();
  });
  afterAll(() => ledger.close());
  const ask = (rows: Matrix, events?: Events) => opinionsOf(rows, `${ledger.baseUrl}/oanor`, events);

  // From: oanor, Depreciation Calculator API, the three examples: cost 10000, salvage 1000, life 5, factor 2.
  test.each([
    ["SL", [8200, 6400, 4600, 2800, 1000]],
    ["DB", [6000, 3600, 2160, 1296, 1000]],
    ["SYD", [7000, 4600, 2800, 1600, 1000]],
  ])("%s agrees, and both book values are those of the document", async (method, values) => {
    const [opinion] = await ask([["A", ...example, method]]);
    expect(opinion).toMatchObject({ verdict: "agrees", sentence: "" });
    expect(opinion?.years.map(({ ours }) => sure(ours).bookValue / 100)).toEqual(values);
    expect(opinion?.years.map(({ theirs }) => sure(theirs).bookValue / 100)).toEqual(values);
  });

  test("a straight line that begins in mid-year agrees too, for its years count from the start", async () => {
    expect(verdicts(await ask([["A", "2026-07-01", 1000, 0, 36, "SL"]]))).toEqual([["A", "agrees"]]);
  });

  test("a declining balance that begins in mid-year differs, and it is said why", async () => {
    const [opinion] = await ask([["A", "2026-07-01", 10000, 1000, 60, "DB"]]);
    expect(opinion).toMatchObject({ verdict: "differs" });
    expect(opinion?.sentence).toMatch(/first difference is in year 1\..*fiscal years/);
  });

  test("what a calculator cannot compute is named with its reason, and nothing is left out", async () => {
    const opinions = await ask([
      ["good", ...example, "SL"],
      ["months", "2026-01-01", 1000, 0, 30, "SL"],
      ["rate", "2026-01-01", 1000, 0, 60, "RB", "", "", 0.3],
      ["half", ...example, "SL", "", "half-year"],
      ["land", "2026-01-01", 1000, 0, 60, "NONE"],
    ]);
    expect(opinions.map(({ asset, verdict, sentence }) => [asset, verdict, sentence])).toEqual([
      ["good", "agrees", ""],
      ["months", "not-computable", "The life is 30 months, but oanor takes whole years only."],
      ["rate", "not-computable", "It goes by a rate, but a calculator takes a life."],
      ["half", "not-computable", "Its convention is half-year, but a calculator counts whole years from the start."],
      ["land", "not-computable", "oanor has no calculator for NONE. It has SL, DB, SYD."],
    ]);
  });

  test("an asset with events is not asked about, for its schedule is another", async () => {
    const events = readEvents(
      [
        ["Asset", "Date", "Type", "Value"],
        ["A", 46203, "IMPAIRMENT", 100],
      ],
      settings,
    );
    const [opinion] = await ask([["A", ...example, "SL"]], events);
    expect(opinion).toMatchObject({ verdict: "not-computable", sentence: expect.stringContaining("events") as string });
  });
});

describe("against a server that answers as the test says", () => {
  let server: ScriptedServer;
  beforeAll(async () => {
    server = await scriptedServer();
  });
  afterAll(() => server.close());

  interface Body {
    readonly data: { readonly inputs: object; readonly schedule: readonly object[] };
  }
  const recorded = nth(sure(exchangesOf("oanor").find(({ name }) => name === "straight-line")).exchange, 0).response
    .body as Body;
  const answering = (script: (heard: Heard, count: number) => Answer) => server.answers(script);
  const good: Answer = { status: 200, body: recorded };

  test("a year that differs by a cent is found and told with its figures", async () => {
    const schedule = recorded.data.schedule.map((year, index) =>
      index === 2 ? { ...year, accumulated: 5400.01, book_value: 4599.99, depreciation: 1800.01 } : year,
    );
    answering(() => ({ status: 200, body: { ...recorded, data: { ...recorded.data, schedule } } }));
    const [opinion] = await opinionsOf([["A", ...example, "SL"]], server.url);
    expect(opinion).toMatchObject({ verdict: "differs", sentence: "The first difference is in year 3." });
    expect(opinion?.years.map(({ agrees }) => agrees)).toEqual([true, true, false, true, true]);
    expect(opinion?.years[2]?.theirs?.charge).toBe(180_001);
  });

  test("assets with the same terms are one question", async () => {
    answering(() => good);
    const rows = ["A", "B", "C"].map((id) => [id, ...example, "SL"]);
    expect(verdicts(await opinionsOf(rows, server.url))).toEqual(rows.map(([id]) => [id, "agrees"]));
    expect(server.heard).toHaveLength(1);
  });

  test.each([
    [
      "of another cost",
      { ...recorded.data, inputs: { ...recorded.data.inputs, cost: 9999 } },
      /another cost than 10000/,
    ],
    ["by another method", { ...recorded.data, method: "declining-balance" }, /about the method declining-balance/],
    ["of too few years", { ...recorded.data, schedule: recorded.data.schedule.slice(1) }, /has 4 years, not 5/],
    [
      "whose year does not add up",
      { ...recorded.data, schedule: recorded.data.schedule.map((year) => ({ ...year, book_value: 1 })) },
      /year 1 does not add up/,
    ],
    [
      "whose years are not counted from 1 (O11)",
      { ...recorded.data, schedule: recorded.data.schedule.map((year, index) => ({ ...year, year: index + 2 })) },
      /year 2 does not add up/,
    ],
  ])("an answer %s is no opinion", async (_what, data, words) => {
    answering(() => ({ status: 200, body: { ...recorded, data } }));
    const [opinion] = await opinionsOf([["A", ...example, "SL"]], server.url);
    expect(opinion).toMatchObject({ verdict: "no-answer", sentence: expect.stringMatching(words) as string });
  });

  test.each([
    ["success is false", { ...recorded, success: false }],
    ["status is not ok", { ...recorded, status: "error" }],
    ["it has no envelope", recorded.data],
  ])("a 200 is not believed where %s", async (_what, body) => {
    answering(() => ({ status: 200, body }));
    expect(verdicts(await opinionsOf([["A", ...example, "SL"]], server.url))).toEqual([["A", "no-answer"]]);
  });

  test("a short wait that the service asks for is waited for", async () => {
    answering((_heard, count) => (count === 1 ? { status: 429, headers: { "retry-after": "1" }, body: {} } : good));
    const clock = heldClock();
    expect(verdicts(await opinionsOf([["A", ...example, "SL"]], server.url, noEvents, clock))).toEqual([
      ["A", "agrees"],
    ]);
    expect(clock.waits).toEqual([1000]);
  });

  test("a quota that is used up stops the asking, is explained, and every asset left says so", async () => {
    answering((_heard, count) => (count === 1 ? good : { status: 429, body: { message: "Monthly quota exceeded." } }));
    const other = ["2026-01-01", 500, 0, 60, "SL"];
    const third = ["2026-01-01", 700, 0, 60, "SL"];
    const opinions = await opinionsOf(
      [
        ["A", ...example, "SL"],
        ["B", ...other],
        ["C", ...third],
      ],
      server.url,
    );
    expect(verdicts(opinions)).toEqual([
      ["A", "agrees"],
      ["B", "no-answer"],
      ["C", "no-answer"],
    ]);
    expect(opinions[2]?.sentence).toMatch(/2,000 to 1,000,000 a month.*Monthly quota exceeded\./);
    expect(server.heard).toHaveLength(2);
  });

  test("a refusal of one asset stops no other", async () => {
    answering((heard) => (heard.path.includes("cost=500") ? { status: 422, body: { message: "No." } } : good));
    const opinions = await opinionsOf(
      [
        ["B", "2026-01-01", 500, 0, 60, "SL"],
        ["A", ...example, "SL"],
      ],
      server.url,
    );
    expect(verdicts(opinions)).toEqual([
      ["B", "no-answer"],
      ["A", "agrees"],
    ]);
  });
});

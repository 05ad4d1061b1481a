// Goal: a rule is created once, only what changed is sent, and nothing is deleted or overwritten by accident. Method: the
// reference ledger's Sage Intacct for what is carried out, a scripted server for lost answers and refusals.
import { type Connection, type LedgerRule, type RulesVerb, connectorOf } from "../../src/connectors";
import type { RuleRow } from "../../src/sheet";
import { type Journal, openJournal, planRules, pushRules, scopeOf, type RulesPlan } from "../../src/sync";
import { type Answer, type Heard, type ScriptedServer, scriptedServer } from "../connectors/scripted-server";
import { connectionTo, sure } from "../connectors/systems";
import { emptyBrowser } from "./browser-database";
import { ledgerBench } from "./ledger-bench";
import { nth } from "./books";
import { heldClock } from "./time";

let verb: RulesVerb;
beforeAll(async () => {
  verb = await sure(sure(connectorOf({ system: "intacct" })).rules)();
});

const row = (change: Partial<RuleRow>): RuleRow => ({
  ...{ row: 1, key: "", asset: "A-1", postingRule: "2", method: "SL", usefulLife: 60, modified: "", isDeletion: false },
  ...change,
});

const rowOf = (rule: LedgerRule, change: Partial<RuleRow> = {}): RuleRow =>
  row({
    key: rule.key,
    asset: rule.asset.id,
    postingRule: rule.postingRule.id,
    method: rule.method.id,
    modified: rule.modified ?? "",
    ...(rule.usefulLife === undefined ? {} : { usefulLife: rule.usefulLife }),
    ...(rule.rate === undefined ? {} : { rate: rule.rate }),
    ...change,
  });

const kinds = ({ steps }: RulesPlan) => steps.map(({ kind }) => kind);
const whyBlocked = ({ steps }: RulesPlan) => steps.map((step) => (step.kind === "blocked" ? step.sentence : ""));

interface Desk {
  readonly connection: Connection;
  readonly journal: Journal;
  plan(rows: readonly RuleRow[]): Promise<RulesPlan>;
  push(plan: RulesPlan, signal?: AbortSignal): ReturnType<typeof pushRules>;
}

async function deskAt(connection: Connection, clock = heldClock()): Promise<Desk> {
  emptyBrowser();
  const journal = await openJournal(scopeOf(connection));
  const inputOf = (rows: readonly RuleRow[]) => ({ verb, connection, journal, rows, clock });
  return {
    connection,
    journal,
    plan: async (rows) => {
      const plan = await planRules(inputOf(rows));
      if (!plan.ok) throw new Error(plan.problem.sentence);
      return plan.value;
    },
    push: (plan, signal) =>
      pushRules(plan, { ...inputOf([]), batch: "b", ...(signal === undefined ? {} : { signal }) }),
  };
}

describe("against the reference ledger", () => {
  const bench = ledgerBench();
  let desk: Desk;
  beforeEach(async () => {
    const inLayer = bench.connection("layer");
    const accounts = { cost: "FIXED_ASSETS", accumulated: "ACCUMULATED_DEPRECIATION", expense: "DEPRECIATION" };
    for (const asset of ["A-1", "A-2"]) {
      const made = await sure(sure(connectorOf({ system: "layer" })).post).createAsset(inLayer, {
        ...{
          asset,
          name: asset,
          assetClass: "",
          cost: 100_000 as never,
          salvage: 0 as never,
          lifeMonths: 60,
          method: "SL",
        },
        ...{ acquired: 46023 as never, inService: 46023 as never, accounts },
      });
      if (!made.ok) throw new Error(made.problem.sentence);
    }
    desk = await deskAt(bench.connection("intacct"));
  });

  const held = async (): Promise<readonly LedgerRule[]> => {
    const rules = await verb.rules(desk.connection);
    if (!rules.ok) throw new Error(rules.problem.sentence);
    return rules.value;
  };
  const created = async (...rows: readonly RuleRow[]): Promise<readonly LedgerRule[]> => {
    const report = await desk.push(await desk.plan(rows));
    expect(report.outcomes.map(({ word, sentence }) => [word, sentence])).toEqual(
      rows.map(() => ["Posted", "Created."]),
    );
    return held();
  };

  test("a rule is created with the key of the system, and a second push creates none", async () => {
    const [rule] = await created(row({ method: "DB", rate: "30.00" }));
    expect(rule).toMatchObject({ asset: { id: "A-1" }, method: { id: "DB" }, usefulLife: 60, rate: "30.00" });
    const again = await desk.plan([row({ method: "DB", rate: "30.00" })]);
    expect(again.steps).toMatchObject([{ kind: "unchanged", held: { key: rule?.key } }]);
    const report = await desk.push(again);
    expect(report.outcomes).toMatchObject([{ word: "Already there", held: { key: rule?.key } }]);
    expect(await held()).toHaveLength(1);
  });

  test("S28: only the fields that changed are sent, the others stay", async () => {
    const rule = nth(await created(row({ method: "DB", rate: "30.00" })), 0);
    const plan = await desk.plan([rowOf(rule, { usefulLife: 84 })]);
    expect(plan.steps).toMatchObject([
      { kind: "change", changes: [{ field: "usefulLife", before: "60", after: "84" }] },
    ]);
    expect(plan.steps.map((step) => step.kind === "change" && step.terms)).toEqual([{ usefulLife: 84 }]);
    expect((await desk.push(plan)).outcomes).toMatchObject([{ word: "Posted", sentence: "Changed." }]);
    expect(await held()).toMatchObject([{ usefulLife: 84, rate: "30.00", method: { id: "DB" } }]);
  });

  test("a row that was removed from the sheet deletes nothing; one that is marked does, once", async () => {
    const rules = await created(row({}), row({ asset: "A-2" }));
    const [one, other] = [nth(rules, 0), nth(rules, 1)];
    const without = await desk.plan([rowOf(one)]);
    expect(without).toMatchObject({ untouched: 1 });
    expect(kinds(without)).toEqual(["unchanged"]);
    const marked = [rowOf(one), rowOf(other, { isDeletion: true })];
    const plan = await desk.plan(marked);
    expect(kinds(plan)).toEqual(["unchanged", "delete"]);
    expect((await desk.push(plan)).outcomes).toMatchObject([{ word: "Already there" }, { sentence: "Deleted." }]);
    expect((await held()).map(({ key }) => key)).toEqual([one.key]);
    expect(kinds(await desk.plan(marked))).toEqual(["unchanged", "unchanged"]);
  });

  test("what somebody else changed after the pull is not overwritten", async () => {
    const rule = nth(await created(row({})), 0);
    const stale = rowOf(rule, { usefulLife: 72, modified: "2020-01-01T00:00:00Z" });
    expect(whyBlocked(await desk.plan([stale]))).toEqual([expect.stringMatching(/changed there on .*Pull again/)]);
    expect(kinds(await desk.plan([rowOf(rule, { modified: "2020-01-01T00:00:00Z" })]))).toEqual(["unchanged"]);
  });

  test.each<readonly [string, (rule: LedgerRule) => readonly RuleRow[], RegExp]>([
    [
      "the same rule twice",
      (rule) => [rowOf(rule, { usefulLife: 6 }), rowOf(rule, { usefulLife: 7 })],
      /more than once/,
    ],
    ["two rows for one place", () => [row({ asset: "A-2" }), row({ asset: "A-2", method: "DB" })], /more than one row/],
    [
      "another rule in its place",
      () => [row({ usefulLife: 61 })],
      /has rule \d+ for this posting rule, with usefulLife 60/,
    ],
    ["another asset", (rule) => [rowOf(rule, { asset: "A-2" })], /which do not change/],
    ["a key that is not there", () => [row({ key: "999" })], /no rule 999/],
    ["a method that is none", (rule) => [rowOf(rule, { method: "XYZ" })], /"XYZ" is no depreciation method.*SL, DB/],
    ["a deletion of nothing", () => [row({ asset: "A-2", isDeletion: true })], /nothing to delete/],
    ["101 years", () => [row({ asset: "A-2", postingRule: "1", usefulLife: 101 })], /counts years: at most 100/],
  ])("%s is blocked and says why", async (_what, rows, words) => {
    const rule = nth(await created(row({})), 0);
    const plan = await desk.plan(rows(rule));
    expect(new Set(kinds(plan))).toEqual(new Set(["blocked"]));
    expect(whyBlocked(plan)[0]).toMatch(words);
    expect((await desk.push(plan)).outcomes.every(({ word }) => word === "Skipped")).toBe(true);
    expect(await held()).toHaveLength(1);
  });

  test("a rate that is emptied is not passed over, for it cannot be taken away", async () => {
    const rule = nth(await created(row({ method: "DB", rate: "30.00" })), 0);
    const { rate, ...emptied } = rowOf(rule);
    expect(rate).toBe("30.00");
    expect(whyBlocked(await desk.plan([emptied]))).toEqual([expect.stringMatching(/has the rate 30\.00/)]);
  });

  test("an asset that the system does not have is refused in its words, and the next row goes on", async () => {
    const report = await desk.push(await desk.plan([row({ asset: "nobody" }), row({})]));
    expect(report.outcomes).toMatchObject([{ word: "Refused" }, { word: "Posted" }]);
    expect(report.outcomes[0]?.sentence).toMatch(/nobody/);
  });
});

describe("against a server that answers as the test says", () => {
  let server: ScriptedServer;
  beforeAll(async () => {
    server = await scriptedServer();
  });
  afterAll(() => server.close());

  const none = { status: 200, body: { "ia::result": [], "ia::meta": { totalCount: 0, start: 1, pageSize: 100 } } };
  const reference = { key: "871", id: "871", href: "/objects/fixed-assets/asset-depreciation-rule/871" };
  const meta = { totalCount: 1, totalSuccess: 1, totalError: 0 };
  const rule = {
    ...reference,
    ...{ asset: { key: "2", id: "A-1" }, postingRule: { key: "1", id: "2" }, usefulLife: 60 },
    depreciationMethod: { key: "-1", id: "SL" },
  };
  /** Answers queries and readings; what is written is answered by the test. */
  const writesAnsweredBy = (
    write: (heard: Heard, count: number) => Answer,
    held: () => readonly object[] = () => [],
  ) => {
    let count = 0;
    server.answers((heard) => {
      if (heard.path === "/services/core/query")
        return heard.text.includes('posting-rule"') ? none : { ...none, body: { ...none.body, "ia::result": held() } };
      return heard.method === "GET"
        ? { status: 200, body: { "ia::result": rule, "ia::meta": meta } }
        : write(heard, (count += 1));
    });
  };
  const writings = () => server.heard.filter(({ method, path }) => method !== "GET" && path !== "/services/core/query");
  const good: Answer = { status: 201, body: { "ia::result": reference, "ia::meta": meta } };

  test("a lost answer is Unknown, nothing is sent again while it may arrive, and what is there is found", async () => {
    const clock = heldClock();
    const desk = await deskAt({ ...connectionTo(server.url, "intacct"), timeoutMs: 150 }, clock);
    let there = false;
    writesAnsweredBy(
      () => {
        there = true;
        return "silence";
      },
      () => (there ? [rule] : []),
    );
    const report = await desk.push(await desk.plan([row({})]));
    expect(report.outcomes).toMatchObject([{ word: "Unknown" }]);
    expect(kinds(await desk.plan([row({})]))).toEqual(["unchanged"]);
    expect((await desk.journal.records()).size).toBe(1);
    expect([...(await desk.journal.records()).values()].map(({ state }) => state)).toEqual(["POSTED"]);
    expect(writings()).toHaveLength(1);
  });

  test("a lost request is blocked until it cannot arrive any more, and then sent once", async () => {
    const clock = heldClock();
    const desk = await deskAt({ ...connectionTo(server.url, "intacct"), timeoutMs: 150 }, clock);
    writesAnsweredBy((_heard, count) => (count === 1 ? "cut" : good));
    expect((await desk.push(await desk.plan([row({})]))).outcomes).toMatchObject([{ word: "Unknown" }]);
    expect(whyBlocked(await desk.plan([row({})]))).toEqual([expect.stringMatching(/Look again in 120 seconds/)]);
    clock.forward(120_000);
    expect((await desk.push(await desk.plan([row({})]))).outcomes).toMatchObject([{ word: "Posted" }]);
    expect(writings()).toHaveLength(2);
  });

  test.each([
    [401, "unauthorised"],
    [403, "forbidden"],
  ])("%i stops the rest, which stays without a word", async (status, kind) => {
    const desk = await deskAt(connectionTo(server.url, "intacct"));
    writesAnsweredBy(() => ({ status, body: {} }));
    const report = await desk.push(await desk.plan([row({}), row({ asset: "A-2" })]));
    expect(report).toMatchObject({ outcomes: [], stopped: { kind } });
    expect(writings()).toHaveLength(1);
  });

  test("429 is waited for as long as it asks, and then the same request goes again", async () => {
    const clock = heldClock();
    const desk = await deskAt(connectionTo(server.url, "intacct"), clock);
    writesAnsweredBy((_heard, count) =>
      count === 1 ? { status: 429, headers: { "retry-after": "7" }, body: {} } : good,
    );
    expect((await desk.push(await desk.plan([row({})]))).outcomes).toMatchObject([{ word: "Posted" }]);
    expect(clock.waits).toEqual([7000]);
    const [first, second] = writings();
    expect(second?.text).toBe(first?.text);
  });

  test("a request that is lost after a wait may still arrive for as long as one that did not wait", async () => {
    const clock = heldClock();
    const desk = await deskAt({ ...connectionTo(server.url, "intacct"), timeoutMs: 150 }, clock);
    const busy: Answer = { status: 429, headers: { "retry-after": "30" }, body: {} };
    writesAnsweredBy((_heard, count) => (count <= 3 ? busy : "cut"));
    expect((await desk.push(await desk.plan([row({})]))).outcomes).toMatchObject([{ word: "Unknown" }]);
    expect(whyBlocked(await desk.plan([row({})]))).toEqual([expect.stringMatching(/Look again in 120 seconds/)]);
  });

  test("a cancel lets the request in flight finish and sends nothing more", async () => {
    const desk = await deskAt(connectionTo(server.url, "intacct"));
    const stopper = new AbortController();
    writesAnsweredBy(() => {
      stopper.abort();
      return good;
    });
    const plan = await desk.plan([row({}), row({ asset: "A-2" })]);
    expect((await desk.push(plan, stopper.signal)).outcomes).toMatchObject([{ word: "Posted" }]);
    expect(writings()).toHaveLength(1);
  });

  test("a cancel during a wait that the system asked for leaves the row ready", async () => {
    const desk = await deskAt(connectionTo(server.url, "intacct"));
    const stopper = new AbortController();
    writesAnsweredBy(() => {
      stopper.abort();
      return { status: 429, headers: { "retry-after": "7" }, body: {} };
    });
    expect(await desk.push(await desk.plan([row({})]), stopper.signal)).toEqual({ outcomes: [] });
    expect(writings()).toHaveLength(1);
    expect(kinds(await desk.plan([row({})]))).toEqual(["create"]);
  });

  test("what is read back otherwise than it was sent is not called posted", async () => {
    const desk = await deskAt(connectionTo(server.url, "intacct"));
    writesAnsweredBy(() => good);
    const report = await desk.push(await desk.plan([row({ usefulLife: 72 })]));
    expect(report.outcomes).toMatchObject([
      { word: "Unknown", sentence: expect.stringMatching(/another usefulLife/) as string },
    ]);
  });

  test("a system that does not tell the units of posting rules is worked with all the same", async () => {
    server.answers((heard) => (heard.text.includes("fixed-assets/posting-rule") ? { status: 400, body: {} } : none));
    const units = await verb.lifeUnits(connectionTo(server.url, "intacct"));
    expect(units).toEqual({ ok: true, value: new Map() });
  });
});

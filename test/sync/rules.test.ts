// Goal: a rule is created once, only what changed is sent, and nothing is deleted or overwritten by accident. Method: the
// reference ledger's Sage Intacct.
import { type LedgerRule, type RulesVerb, connectorOf } from "../../src/connectors";
import type { RuleRow } from "../../src/sheet";
import { sure } from "../connectors/systems";
import { ledgerBench } from "./ledger-bench";
import { nth } from "./books";
import { type Desk, deskAt, kinds, row, rulesVerb, whyBlocked } from "./rules-desk";

let verb: RulesVerb;
beforeAll(async () => {
  verb = await rulesVerb();
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

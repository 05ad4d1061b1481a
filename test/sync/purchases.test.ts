// Goal: an asset of the register is bought once, found again by its receipt reference, and what FreeAgent booked is
// compared month by month. Method: the reference ledger's FreeAgent, and a scripted server for lost answers.
import { type Connection, type PurchasesVerb, connectorOf } from "../../src/connectors";
import { monthText } from "../../src/engine";
import type { Matrix } from "../../src/sheet";
import { type PurchasesPlan, compareBooked, openJournal, planPurchases, pushPurchases, scopeOf } from "../../src/sync";
import { scriptedServer } from "../connectors/scripted-server";
import { connectionTo, sure } from "../connectors/systems";
import { nth, registerFrom } from "./books";
import { emptyBrowser } from "./browser-database";
import { ledgerBench } from "./ledger-bench";
import { heldClock } from "./time";

const header = ["Asset", "Description", "In service", "Cost", "Salvage", "Life (years)", "Method", "Rate", "Profile"];
const press = ["A-1", "Press", "2025-01-01", 12000, 0, 10, "SL", "", "freeagent"];

const pressWith = (place: number, cell: string | number) => press.map((old, at) => (at === place ? cell : old));

let verb: PurchasesVerb;
beforeAll(async () => {
  verb = await sure(sure(connectorOf({ system: "freeagent" })).purchases)();
});

async function deskAt(connection: Connection, clock = heldClock()) {
  emptyBrowser();
  const journal = await openJournal(scopeOf(connection));
  const inputOf = (rows: Matrix, category: string) => ({
    ...{ verb, connection, journal, clock, decimals: 2 as const },
    assets: registerFrom([header, ...rows]).assets,
    terms: { user: "https://api.freeagent.com/v2/users/1", category, currency: "GBP", frequency: "monthly" as const },
  });
  const category = "https://api.freeagent.com/v2/categories/602-1";
  return {
    connection,
    plan: async (...rows: Matrix): Promise<PurchasesPlan> => {
      const plan = await planPurchases(inputOf(rows, category));
      if (!plan.ok) throw new Error(plan.problem.sentence);
      return plan.value;
    },
    push: (plan: PurchasesPlan, ...rows: Matrix) => pushPurchases(plan, { ...inputOf(rows, category), batch: "b" }),
  };
}

const kinds = ({ steps }: PurchasesPlan) => steps.map(({ kind }) => kind);

describe("against the reference ledger", () => {
  const bench = ledgerBench();
  let desk: Awaited<ReturnType<typeof deskAt>>;
  beforeEach(async () => {
    desk = await deskAt(bench.connection("freeagent"));
  });

  test("a new asset becomes an expense with its profile, once", async () => {
    const report = await desk.push(await desk.plan(press), press);
    expect(report.outcomes).toMatchObject([{ asset: "A-1", word: "Posted", sentence: "Created." }]);
    const again = await desk.plan(press);
    expect(again.steps).toMatchObject([{ kind: "unchanged", capitalAsset: report.outcomes[0]?.ledgerId }]);
    const held = await verb.purchases(desk.connection);
    const profile = { method: "straight_line", years: 10, frequency: "monthly" };
    expect(held.ok && held.value).toMatchObject([{ asset: "A-1", cost: 1_200_000, profile }]);
  });

  test("another life changes the profile of the same expense", async () => {
    await desk.push(await desk.plan(press), press);
    const longer = pressWith(5, 12);
    const plan = await desk.plan(longer);
    expect(plan.steps).toMatchObject([{ kind: "change", profile: { years: 12 } }]);
    expect((await desk.push(plan, longer)).outcomes).toMatchObject([{ word: "Posted", sentence: "Changed." }]);
    expect(kinds(await desk.plan(longer))).toEqual(["unchanged"]);
  });

  test.each<readonly [string, readonly (string | number)[], string]>([
    ["a life of 26 years", [...pressWith(5, 26).slice(0, 8), ""], "life"],
    ["a salvage value", pressWith(4, 100), "salvage"],
    ["a method that FreeAgent does not have", pressWith(6, "SYD"), "method"],
  ])("%s is blocked, with the cell to mend", async (_what, row, field) => {
    const plan = await desk.plan(row, pressWith(0, "A-2"));
    expect(plan.steps).toMatchObject([{ kind: "blocked", field }, { kind: "create" }]);
  });

  test("a receipt reference on another purchase is not taken for ours", async () => {
    await desk.push(await desk.plan(press), press);
    const other = pressWith(3, 999);
    const plan = await desk.plan(other);
    expect(plan.steps).toMatchObject([
      { kind: "blocked", sentence: expect.stringMatching(/12000\.00.*999\.00/) as string },
    ]);
  });

  test("what is booked agrees with the register month by month, and an edited cost differs in each", async () => {
    await desk.push(await desk.plan(press), press);
    const [held, purchases] = [await verb.capitalAssets(desk.connection), await verb.purchases(desk.connection)];
    if (!held.ok || !purchases.ok) throw new Error("The ledger answers.");
    const asset = (address: string) => purchases.value.find(({ capitalAsset }) => capitalAsset === address)?.asset;
    const compared = (row: readonly (string | number)[]) =>
      nth(
        compareBooked(registerFrom([header, row]).assets, held.value, ({ ledgerId }) => asset(ledgerId)),
        0,
      );
    // 12,000.00 over 10 years is 100.00 a month, from the month of the purchase on.
    const { months, standing } = compared(press);
    expect(standing).toBe("compared");
    expect(months.length).toBeGreaterThan(12);
    expect(months.map(({ ours, theirs }) => [ours, theirs])).toEqual(months.map(() => [10_000, 10_000]));
    expect(monthText(nth(months, 0).month)).toBe("2025-01");
    expect(compared(pressWith(3, 24000)).months.map(({ ours }) => ours)).toEqual(months.map(() => 20_000));
    const strangers = compareBooked([], held.value, () => undefined);
    expect(strangers).toMatchObject([{ standing: "not-in-register", name: "Press" }]);
    const away = compareBooked(registerFrom([header, press]).assets, [], () => undefined);
    expect(away).toMatchObject([{ asset: "A-1", standing: "not-there" }]);
  });
});

test("after a lost request nothing is sent while it may still arrive", async () => {
  const server = await scriptedServer();
  const clock = heldClock();
  const desk = await deskAt(connectionTo(server.url, "freeagent"), clock);
  server.answers(({ method, path }) => {
    if (method === "POST") return "cut";
    return { status: 200, body: path.startsWith("/v2/expenses") ? { expenses: [] } : { capital_assets: [] } };
  });
  expect((await desk.push(await desk.plan(press), press)).outcomes).toMatchObject([{ word: "Unknown" }]);
  expect((await desk.plan(press)).steps).toMatchObject([
    { kind: "blocked", sentence: expect.stringMatching(/120 seconds/) as string },
  ]);
  clock.forward(120_000);
  expect(kinds(await desk.plan(press))).toEqual(["create"]);
  expect(server.heard.filter(({ method }) => method === "POST")).toHaveLength(1);
  await server.close();
});

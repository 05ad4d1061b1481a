// Books that are closed up to a day take no posting dated on or before it, through any door. Decided in docs/LEDGER.md;
// the systems' documents say nothing of closed periods but DayZero's "400: business rule" (guides/error-handling).
import {
  depreciationOf,
  entriesOf,
  fresh,
  layerAsset,
  newFixedAsset,
  newLayerAsset,
  startConversation,
} from "./conversation";
import type { Answer, Conversation, Row } from "./conversation";

let ledger: Conversation;

beforeAll(async () => {
  ledger = await startConversation();
});
afterAll(() => ledger.close());
beforeEach(() => ledger.moveToNewBusiness());

const april = "2026-04-01";

async function closeThrough(date: string | null, who?: string): Promise<void> {
  const headers = who === undefined ? {} : { "x-user-email": who };
  const answer = await ledger.plain("PUT", "/closed-through", { body: { date }, headers });
  expect([answer.status, answer.body["closed_through"]]).toEqual([200, date]);
}

function update(assetId: string, date: string, more: Row = {}): Promise<Answer> {
  const body = depreciationOf(assetId, { date: `${date}T00:00:00Z`, update_type: "IMPAIRMENT", ...more });
  return ledger.layer("POST", "/assets/value-updates", { body });
}

function sentence(date: string, openFrom = april): string {
  return `${date} lies in a closed period. The first open day is ${openFrom}; date the posting from then on.`;
}

async function journal(): Promise<readonly Row[]> {
  return (await ledger.plain<{ entries: readonly Row[] }>("GET", "/journal")).body.entries;
}

test("the last day there is stays open, for the day after it could not be written", async () => {
  const assetId = await newLayerAsset(ledger);
  const refused = await ledger.plain("PUT", "/closed-through", { body: { date: "9999-12-31" } });
  expect([refused.status, JSON.stringify(refused.body)]).toEqual([400, expect.stringContaining("9999-12-31")]);
  await closeThrough("9999-12-30");
  const { body } = await update(assetId, "2026-02-28");
  expect(JSON.stringify(body)).toContain(sentence("2026-02-28", "9999-12-31"));
});

test("every day is open at first", async () => {
  const answer = await ledger.plain("GET", "/closed-through");
  expect([answer.status, answer.body]).toEqual([200, { closed_through: null, open_from: null }]);
});

test("closing, moving on, reopening and opening all stand in the journal with who did it; the same day again does not", async () => {
  await closeThrough("2026-03-31", "ann@example.com");
  await closeThrough("2026-03-31", "bob@example.com");
  expect((await ledger.plain("GET", "/closed-through")).body).toEqual({
    closed_through: "2026-03-31",
    open_from: april,
  });
  await closeThrough("2026-04-30", "ann@example.com");
  await closeThrough("2026-02-28", "eve@example.com");
  await closeThrough(null);
  const trail = (await journal()).map(({ date, kind, memo, actor, lines }) => [date, kind, memo, actor, lines]);
  expect(trail).toEqual([
    ["2026-02-28", "BOOKS_REOPENED", "Every day is open; closed through 2026-02-28 before", null, []],
    ["2026-03-31", "BOOKS_CLOSED", "Closed through 2026-03-31; every day was open before", "ann@example.com", []],
    [
      "2026-04-30",
      "BOOKS_CLOSED",
      "Closed through 2026-04-30; closed through 2026-03-31 before",
      "ann@example.com",
      [],
    ],
    [
      "2026-04-30",
      "BOOKS_REOPENED",
      "Closed through 2026-02-28; closed through 2026-04-30 before",
      "eve@example.com",
      [],
    ],
  ]);
});

test.each([{}, { date: 1 }, { date: "2026-02-30" }, { date: "31.3.2026" }])("%j closes nothing", async (body) => {
  const answer = await ledger.plain<{ error: { code: string } }>("PUT", "/closed-through", { body });
  expect([answer.status, answer.body.error.code]).toEqual([400, "invalid"]);
  expect((await ledger.plain("GET", "/closed-through")).body).toMatchObject({ closed_through: null });
});

describe("when the books are closed through 2026-03-31", () => {
  test("Layer refuses value updates up to that day and takes them from the next", async () => {
    const assetId = await newLayerAsset(ledger);
    await closeThrough("2026-03-31");
    for (const date of ["2024-02-29", "2026-03-31"]) {
      const refused = await update(assetId, date);
      expect(refused.status).toBe(400);
      expect(refused.body).toEqual({
        errors: [
          {
            type: "BadRequest",
            description: sentence(date),
            error_enum: "PeriodClosed",
            meta: { field: "date", first_open_day: april },
          },
        ],
      });
    }
    expect((await update(assetId, april)).status).toBe(201);
    expect(await entriesOf(ledger, assetId)).toHaveLength(2);
  });

  test("with an Idempotency-Key as well", async () => {
    const assetId = await newLayerAsset(ledger);
    await closeThrough("2026-03-31");
    const refused = await ledger.layer("POST", "/assets/value-updates", {
      body: depreciationOf(assetId),
      headers: { "idempotency-key": fresh("key") },
    });
    expect(refused.body).toMatchObject({ errors: [{ error_enum: "PeriodClosed" }] });
  });

  test("what was posted before it is answered again as it was", async () => {
    const assetId = await newLayerAsset(ledger);
    const more = { external_id: fresh("key") };
    const first = await update(assetId, "2026-03-15", more);
    await closeThrough("2026-03-31");
    const again = await update(assetId, "2026-03-15", more);
    expect([again.status, again.body]).toEqual([201, first.body]);
  });

  test("no other business is closed", async () => {
    await closeThrough("2026-03-31");
    await ledger.moveToNewBusiness();
    expect((await update(await newLayerAsset(ledger), "2026-03-31")).status).toBe(201);
  });

  test("Layer refuses an acquisition and a correction of cost in it", async () => {
    const bought = { metadata: { purchase_date: "2026-03-31" } };
    const body = layerAsset(bought);
    expect((await ledger.layer("POST", "/assets", { body })).status).toBe(201);
    await closeThrough("2026-03-31");
    for (const refused of [layerAsset(bought), { ...body, original_value: 2_000_000 }]) {
      const answer = await ledger.layer("POST", "/assets", { body: refused });
      expect(answer.status).toBe(400);
      expect(answer.body).toMatchObject({
        errors: [{ error_enum: "PeriodClosed", description: sentence("2026-03-31") }],
      });
    }
    expect((await ledger.layer("POST", "/assets", { body: { ...body, name: "Renamed" } })).status).toBe(201);
  });

  test("DayZero refuses to run or preview its months, and runs the next", async () => {
    await newFixedAsset(ledger);
    await closeThrough("2026-03-31");
    const run = (month: string): Promise<Answer<Row>> =>
      ledger.dayzero("POST", "/run-depreciation", { body: { period_date: month } });
    const refused = await run("2026-03-01");
    expect([refused.status, refused.body]).toEqual([400, { detail: sentence("2026-03-31") }]);
    const preview = await ledger.dayzero("GET", "/depreciation-preview?period_date=2026-01-01");
    expect([preview.status, preview.body]).toEqual([400, { detail: sentence("2026-01-31") }]);
    expect((await run(april)).body).toMatchObject({ entries_created: 1, errors: [] });
  });

  test("DayZero takes a month whose last day is open, though it began before", async () => {
    await newFixedAsset(ledger);
    await closeThrough("2026-03-30");
    const run = await ledger.dayzero("POST", "/run-depreciation", { body: { period_date: "2026-03-01" } });
    expect(run.body).toMatchObject({ entries_created: 1 });
  });

  test("DayZero refuses an acquisition and a disposal in it", async () => {
    const id = await newFixedAsset(ledger);
    await closeThrough("2026-03-31");
    const body = { name: "Late", purchase_date: "2026-03-31", original_cost: 100 };
    expect((await ledger.dayzero("POST", "", { body })).body).toEqual({ detail: sentence("2026-03-31") });
    const sell = (date: string): Promise<Answer<Row>> =>
      ledger.dayzero("POST", `/${id}/dispose`, { body: { disposal_date: date, disposal_method: "sold" } });
    expect((await sell("2026-03-31")).body).toEqual({ detail: sentence("2026-03-31") });
    expect((await ledger.dayzero("GET", `/${id}`)).body).toMatchObject({ status: "active" });
    expect((await sell(april)).status).toBe(201);
  });

  test("a disposal does not bring charges without journal entries into it", async () => {
    const id = await newFixedAsset(ledger);
    const body = { period_date: "2026-02-01", create_journal_entries: false };
    await ledger.dayzero("POST", "/run-depreciation", { body });
    await closeThrough("2026-03-31");
    const sell = (): Promise<Answer<Row>> =>
      ledger.dayzero("POST", `/${id}/dispose`, { body: { disposal_date: april, disposal_method: "sold" } });
    expect((await sell()).body).toEqual({ detail: sentence("2026-02-28") });
    expect((await ledger.dayzero("GET", `/${id}`)).body).toMatchObject({ status: "active" });
    await closeThrough("2026-01-31");
    expect((await sell()).status).toBe(201);
  });

  test("reopened, it takes postings again", async () => {
    const assetId = await newLayerAsset(ledger);
    await closeThrough("2026-03-31");
    expect((await update(assetId, "2026-03-31")).status).toBe(400);
    await closeThrough("2026-02-28");
    expect((await update(assetId, "2026-03-01")).status).toBe(201);
    expect((await update(assetId, "2026-02-28")).status).toBe(400);
  });
});

test("closing while many post leaves nothing behind that was answered with a refusal, and takes nothing after it", async () => {
  const assetId = await newLayerAsset(ledger, { original_value: 10_000_000 });
  const posting = Array.from({ length: 30 }, () => update(assetId, "2026-03-31", { amount: 1 }));
  const closing = closeThrough("2026-03-31");
  const late = Array.from({ length: 30 }, () => update(assetId, "2026-03-31", { amount: 1 }));
  const answers = await Promise.all([...posting, ...late]);
  await closing;
  const posted = answers.filter(({ status }) => status === 201).length;
  expect(answers.filter(({ status }) => status === 400)).toHaveLength(60 - posted);
  expect(await entriesOf(ledger, assetId)).toHaveLength(1 + posted);
  expect((await update(assetId, "2026-03-31", { amount: 1 })).status).toBe(400);
});

// Goal: June waits while May of the same asset is missing, and nothing else waits. Method: the plan for rows of a real
// register, with a ledger and a journal as values.
import { type Events, noEvents } from "../../src/sheet";
import { type IdentifiedRow, type PlanInput, identify } from "../../src/sync";
import { cents, eventTypeNamed } from "../../src/engine";
import { day, nth, registerFrom, rowsOf } from "./books";
import { held, inLedger, planned, register, updateOf } from "./plan-bench";

// A-2 is charged 100.00 in each month from January to June.
let rows: readonly IdentifiedRow[];
beforeAll(async () => {
  const ofVan = rowsOf(register, "2026-01", "2026-06").filter(({ asset }) => asset === "A-2");
  rows = await identify(ofVan, "GAAP");
});

const monthRow = (number: number): IdentifiedRow => nth(rows, number - 1);
const [january, april, may, june] = [1, 4, 5, 6].map((number) => () => monthRow(number)) as [Of, Of, Of, Of];
type Of = () => IdentifiedRow;

/** January to April are in the ledger. */
function postedToApril(): Partial<PlanInput> {
  return inLedger(...[1, 2, 3, 4].map((number) => updateOf(monthRow(number))));
}

test("June waits for May, which is in no row and not in the ledger", () => {
  const { rows: steps, totals } = planned([june()], postedToApril());
  expect(steps[0]).toMatchObject({ kind: "blocked", code: "earlier-month-missing" });
  expect(steps[0]).toHaveProperty(
    "sentence",
    '2026-05 of "A-2" is not posted, so 2026-06 waits. Post it first, or go on without it.',
  );
  expect(totals.post.count).toBe(0);
});

test("and goes without it, once somebody has said so", () => {
  expect(planned([june()], { ...postedToApril(), withoutEarlier: true }).rows[0]).toMatchObject({ kind: "post" });
});

test("May and June in one push are in order", () => {
  expect(planned([may(), june()], postedToApril()).rows.map(({ kind }) => kind)).toEqual(["post", "post"]);
});

test("a May that is blocked itself holds June up too", () => {
  const finding = { table: "schedule", severity: "error", code: "x", sentence: "No.", column: 0 } as const;
  const findings = [{ ...finding, row: may().row }];
  const steps = planned([may(), june()], { ...postedToApril(), findings }).rows;
  expect(steps).toMatchObject([{ code: "finding" }, { code: "earlier-month-missing" }]);
});

test("a May that came through another door is there", () => {
  const updates = [1, 2, 3, 4].map((number) => updateOf(monthRow(number)));
  const other = updateOf(may(), { key: "theirs", book: "GAAP" });
  expect(planned([june()], inLedger(...updates, other)).rows[0]).toMatchObject({ kind: "post" });
});

test("a May that was archived is not there", () => {
  const updates = [1, 2, 3, 4].map((number) => updateOf(monthRow(number)));
  const archived = updateOf(may(), { archived: true });
  expect(planned([june()], inLedger(...updates, archived)).rows[0]).toMatchObject({ kind: "blocked" });
});

test("a ledger that is kept since June has no earlier months", () => {
  expect(planned([june()]).rows[0]).toMatchObject({ kind: "post" });
});

test("an asset that the ledger has nothing of waits as well, where the ledger is kept for its months", async () => {
  const [forklift] = await identify(rowsOf(register, "2026-01", "2026-01").slice(0, 1), "GAAP");
  const step = planned([june()], inLedger(updateOf(nth([forklift], 0) as IdentifiedRow))).rows[0];
  expect(step).toHaveProperty("sentence", expect.stringMatching(/^2026-01 to 2026-05 \(5 months\) of "A-2" are not/));
});

test("what an opening balance holds is not missing", async () => {
  const opened = registerFrom([
    ["Asset", "In service", "Cost", "Life (months)", "Opening accumulated", "Opening date"],
    ["A-2", "2026-01-01", 600, 6, 500, "2026-05-31"],
  ]);
  const ofJune = await identify(rowsOf(opened, "2026-06", "2026-06"), "GAAP");
  const ledger = { assets: held, updates: [updateOf(january(), { ledgerId: "ledger-A-1" })] };
  expect(planned(ofJune, { register: opened, ledger }).rows[0]).toMatchObject({ kind: "post" });
});

test("a month in which the asset was not charged, by an event, is not missing", () => {
  const stopped = { ...postedToApril(), events: stopIn("2026-05-01", "2026-06-01") };
  const { line, ...rest } = june();
  const afterStop = { ...rest, line: { ...line, chargedToDate: cents(500_00) } };
  expect(planned([afterStop], stopped).rows[0]).toMatchObject({ kind: "post" });
});

function stopIn(from: string, to: string): Events {
  const [stop, resume] = ["STOP", "RESUME"].map((word) => {
    const type = eventTypeNamed(word);
    if (!type.ok) throw new Error(word);
    return type.value;
  });
  if (stop === undefined || resume === undefined) throw new Error("There are such events.");
  const rowsOfEvents = [
    { row: 1, column: 0, asset: "A-2", date: day(from), type: stop },
    { row: 2, column: 0, asset: "A-2", date: day(to), type: resume },
  ];
  return { ...noEvents, rows: rowsOfEvents, rowCount: 2 };
}

test("what may have arrived already is settled, whatever is missing before it", () => {
  const { key, fingerprint } = june();
  const sent = { key, fingerprint, state: "UNKNOWN", body: "{}", attempt: 1, batch: "b" } as const;
  const journal = new Map([[key, { ...sent, firstSentAt: 1, lastSentAt: 1 }]]);
  expect(planned([june()], { ...postedToApril(), journal }).rows[0]).toMatchObject({
    kind: "post",
    unsettled: { key },
  });
});

test("an improvement waits for no month", () => {
  const { line, ...rest } = june();
  const improved = { ...rest, line: { ...line, type: "IMPROVEMENT" as const } };
  expect(planned([improved], inLedger(updateOf(april()))).rows[0]).toMatchObject({ kind: "post" });
});

// Goal: register, sheet and ledger are told to agree only where every cent does, and each difference is named with the
// three amounts. Method: the real push and reconciliation against the reference ledger, changed through its other doors;
// what that ledger never does (archive, take a key away) is put into what was read from it.
// Expected amounts are worked out by hand: 1,000.00 over 3 months is 333.33, 333.34, 333.33 by running totals.
import { connectorOf } from "../../src/connectors";
import { amountText, cents, dayFromText, eventTypeNamed, type Month } from "../../src/engine";
import { type Events, noAccounts, noEvents } from "../../src/sheet";
import {
  type Difference,
  type Holdings,
  type ReconcileInput,
  type Reconciliation,
  identify,
  readHoldings,
  reconcile,
  verdictOf,
} from "../../src/sync";
import { sure } from "../connectors/systems";
import { day, month, nth, registerFrom, rowsOf, threeAssets } from "./books";
import { ledgerBench } from "./ledger-bench";
import { type Office, officeAt } from "./office";

const layer = sure(connectorOf({ system: "layer" }));
const register = registerFrom(threeAssets);
const rows = rowsOf(register, "2026-01", "2026-03");

const bench = ledgerBench();
let office: Office;
beforeEach(() => {
  office = officeAt(bench.connection("layer"), register, rows);
});

async function holdings(): Promise<Holdings> {
  const read = await readHoldings(layer, office.connection, "GAAP");
  if (!read.ok) throw new Error(read.problem.sentence);
  return read.value;
}

type Asked = Partial<Omit<ReconcileInput, "from" | "to">> & { readonly from?: Month; readonly to?: Month };

async function proof(more: Asked = {}): Promise<Reconciliation> {
  const journal = await (await office.journal()).records();
  const given = { book: "GAAP", decimals: 2, register, accounts: noAccounts, events: noEvents, rows, journal } as const;
  return reconcile({
    ...given,
    from: month("2026-01"),
    to: month("2026-03"),
    ...more,
    holdings: more.holdings ?? (await holdings()),
  });
}

const told = ({ label, asset, period, register: r, sheet, ledger: l }: Difference) => [
  label,
  asset,
  period,
  r,
  sheet,
  l,
];
const shown = (amount: Parameters<typeof amountText>[0]) => amountText(amount, 2);

/** Another program that posts to the same business. */
async function otherDoor(body: Readonly<Record<string, unknown>>): Promise<string> {
  const path = `${bench.ledger.baseUrl}/layer/v1/businesses/${bench.business.businessId}/assets/value-updates`;
  const headers = { authorization: `Bearer ${bench.business.token}`, "content-type": "application/json" };
  const answer = await fetch(path, { method: "POST", headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(await answer.text());
  return ((await answer.json()) as { readonly data: { readonly id: string } }).data.id;
}

const charge = (asset: string, amount: number, date: string) => ({
  asset_external_id: asset,
  external_id: "by-somebody-else",
  amount,
  update_type: "DEPRECIATION_AMORTIZATION",
  counter_account: { type: "StableName", stable_name: "DEPRECIATION" },
  date: `${date}T00:00:00Z`,
});

describe("what was posted whole", () => {
  test("agrees to the cent, in every period and on both accounts", async () => {
    await office.post();
    const found = await proof();
    expect(found.differences).toEqual([]);
    expect(verdictOf(found, shown)).toBe(
      "The register, the sheet and the ledger agree to the cent: 8 charges, 1390.00.",
    );
    expect(found.accounts).toEqual([
      { account: "FIXED_ASSETS", use: "cost", register: 1_690_00, ledger: 1_690_00, difference: 0 },
      { account: "ACCUMULATED_DEPRECIATION", use: "accumulated", register: 1_390_00, ledger: 1_390_00, difference: 0 },
    ]);
  });

  test("agrees for a month in the middle, with what came before and after it", async () => {
    await office.post();
    const found = await proof({ from: month("2026-02"), to: month("2026-02") });
    expect(found).toMatchObject({ agrees: true, charges: 3, ledger: 333_34 + 100_00 + 45_00 });
    expect(found.accounts[1]).toMatchObject({ register: 666_67 + 200_00 + 90_00, difference: 0 });
  });

  test("agrees with an opening balance that the ledger took over", async () => {
    const opened = registerFrom([
      ["Asset", "In service", "Cost", "Life (months)", "Opening accumulated", "Opening date"],
      ["A-1", "2025-01-01", 1200, 24, 600, "2025-12-31"],
    ]);
    const ours = rowsOf(opened, "2026-01", "2026-01");
    await officeAt(bench.connection("layer"), opened, ours).post();
    const asked = { register: opened, rows: ours, from: month("2026-01"), to: month("2026-01") };
    expect(await proof(asked)).toMatchObject({ agrees: true, ledger: 50_00 });
    const held = await holdings();
    const assets = held.assets.map((asset) => ({ ...asset, openingAccumulated: cents(0) }));
    const other = await proof({ ...asked, holdings: { ...held, assets } });
    expect(other.differences.map(told)).toEqual([["Earlier months differ", "A-1", "", 600_00, undefined, 0]]);
  });

  test("says so where there is nothing to agree on", async () => {
    const found = await proof({ from: month("2020-01"), to: month("2020-02") });
    expect(verdictOf(found, shown)).toBe("There are no charges in 2020-01 to 2020-02, on any side.");
  });
});

/** All rows but that of A-1 for March. */
const withoutMarch = rows.filter(({ asset, periodEnd }) => asset !== "A-1" || periodEnd < day("2026-03-01"));

describe("what another door did", () => {
  test("one cent less under another key is named with its amounts, and off on the account", async () => {
    await office.post({}, withoutMarch);
    const id = await otherDoor(charge("A-1", 333_32, "2026-03-15"));
    const found = await proof();
    expect(found.differences.map(told)).toEqual([
      ["Posted by another door", "A-1", "2026-03-31", 333_33, 333_33, 333_32],
    ]);
    expect(found.differences[0]?.refs).toEqual([id]);
    expect(found.differences[0]?.sentence).toBe(
      "It was posted under the key by-somebody-else: 333.32, dated 2026-03-15. The sheet has 333.33.",
    );
    expect(found.accounts[1]).toMatchObject({ use: "accumulated", difference: 1 });
    expect(verdictOf(found, shown)).toBe("The register, the sheet and the ledger differ: 1 difference.");
  });

  test("the same amount under another key is the same amount", async () => {
    await office.post({}, withoutMarch);
    await otherDoor(charge("A-1", 333_33, "2026-03-31"));
    expect(await proof()).toMatchObject({ agrees: true, charges: 8 });
  });

  test("an impairment that nobody here knows of is there on no other side", async () => {
    await office.post();
    const date = "2026-02-10";
    await otherDoor({ ...charge("A-2", 1, date), update_type: "IMPAIRMENT" });
    const found = await proof();
    expect(found.differences.map(told)).toEqual([["Posted by another door", "A-2", date, undefined, undefined, 1]]);
    expect(found.accounts[0]).toMatchObject({ use: "cost", difference: 1 });
  });

  test("an asset that only the ledger has, with what it cost", async () => {
    await office.post();
    const stranger = registerFrom([
      ["Asset", "In service", "Cost", "Life (months)"],
      ["B-9", "2026-01-01", 50, 5],
    ]);
    await officeAt(bench.connection("layer"), stranger, rowsOf(stranger, "2026-01", "2026-01")).post();
    expect((await proof()).differences.map(told)).toEqual([
      ["Not in the register", "B-9", "2026-01-31", undefined, undefined, 10_00],
      ["Asset not in the register", "B-9", "", undefined, undefined, 50_00],
    ]);
  });
});

describe("what changed here", () => {
  test("nothing posted: each row is missing in the ledger, and so are the assets", async () => {
    const found = await proof({ to: month("2026-01") });
    expect(found.differences.map(({ label }) => label)).toEqual([
      ...Array<string>(3).fill("Missing in the ledger"),
      ...Array<string>(3).fill("Asset missing in the ledger"),
    ]);
  });

  test("a row that was edited after posting, and one that was deleted", async () => {
    await office.post();
    const edited = rows
      .map((row) => (row.row === 1 ? { ...row, amount: cents(333_30) } : row))
      .filter(({ row }) => row !== 2);
    expect((await proof({ rows: edited })).differences.map(told)).toEqual([
      ["Sheet edited", "A-1", "2026-01-31", 333_33, 333_30, 333_33],
      ["Missing in the sheet", "A-1", "2026-02-28", 333_34, undefined, 333_34],
    ]);
  });

  test("a life that was corrected in the register since", async () => {
    await office.post();
    const corrected = registerFrom(threeAssets.map((cells) => cells.map((cell) => (cell === 6 ? 12 : cell))));
    const found = await proof({ register: corrected, to: month("2026-01"), from: month("2026-01") });
    expect(found.differences.map(told)).toEqual([
      ["Register changed since", "A-2", "2026-01-31", 50_00, 100_00, 100_00],
    ]);
  });

  test("a row of the register that cannot be computed any more", async () => {
    await office.post();
    const without = { ...register, assets: register.assets.filter(({ id }) => id !== "A-3") };
    const labels = (await proof({ register: without })).differences.map(({ label, asset }) => `${label} ${asset}`);
    expect(labels).toEqual(["Not computed A-3", "Not computed A-3"]);
  });

  test("a month that is in no sheet and in no ledger", async () => {
    await office.post();
    const found = await proof({ from: month("2026-04"), to: month("2026-04") });
    expect(found.differences.map(told)).toEqual([
      ["Missing in the sheet and the ledger", "A-2", "2026-04-30", 100_00, undefined, undefined],
    ]);
  });

  test("a disposal has no row: it is to be posted by hand, with what it takes from the books", async () => {
    await office.post();
    // From: a full disposal takes cost and accumulated off; 600.00 less three months of 100.00 leave 300.00.
    const found = await proof({ events: disposalOf("A-2", "2026-04-15"), to: month("2026-04") });
    const [first] = found.differences;
    expect(found.differences).toHaveLength(1);
    expect(first).toMatchObject({ label: "Post by hand", asset: "A-2", what: "DISPOSAL", register: -300_00 });
    expect(verdictOf(found, shown)).toMatch(/1 difference, all to post by hand\.$/);
  });
});

test("an asset whose row cannot be computed is a difference, though no side has a charge of it", async () => {
  await office.post();
  // Of a row whose cost is "lots" readRegister keeps the id alone.
  const found = await proof({ register: { ...register, ids: new Set([...register.ids, "A-4"]) } });
  expect([found.agrees, found.differences.map(told)]).toEqual([
    false,
    [["Not computed", "A-4", "", undefined, undefined, undefined]],
  ]);
});

test("events that cannot be read leave no asset computed, and none is passed over", async () => {
  const found = await proof({ events: { ...noEvents, isReadable: false }, rows: [] });
  const names = found.differences.map(({ label, asset }) => `${label} ${asset}`);
  expect(names).toEqual(["Not computed A-1", "Not computed A-2", "Not computed A-3"]);
});

function disposalOf(asset: string, date: string): Events {
  const [type, read] = [eventTypeNamed("DISPOSAL"), dayFromText(date)];
  if (!type.ok || !read.ok) throw new Error("There is such an event.");
  return {
    ...noEvents,
    rows: [{ row: 1, column: 0, asset, date: read.value, type: type.value, value: 0 }],
    rowCount: 1,
  };
}

describe("what the ledger or the journal says of a posting", () => {
  test("archived there since: it no longer counts", async () => {
    await office.post();
    const held = await holdings();
    const postings = held.postings.map((one) => (one.key?.includes("A-3.2026-01") ? { ...one, isLive: false } : one));
    const found = await proof({ holdings: { ...held, postings } });
    expect(found.differences.map(told)).toEqual([
      ["Taken out of the ledger", "A-3", "2026-01-31", 45_00, 45_00, undefined],
    ]);
  });

  test("gone without a trace, though this browser saw it posted", async () => {
    await office.post();
    const held = await holdings();
    const postings = held.postings.filter(({ key }) => key?.includes("A-3.2026-01") !== true);
    const found = await proof({ holdings: { ...held, postings } });
    expect(found.differences[0]).toMatchObject({ label: "Taken out of the ledger" });
    expect(found.differences[0]?.sentence).toMatch(/^This browser saw it posted as [0-9a-f-]{36}/);
  });

  test("there twice", async () => {
    await office.post();
    const held = await holdings();
    const again = nth(
      held.postings.filter(({ key }) => key?.includes("A-3.2026-01")),
      0,
    );
    const found = await proof({ holdings: { ...held, postings: [...held.postings, { ...again, id: "again" }] } });
    expect(found.differences.map(told)).toEqual([["Posted twice", "A-3", "2026-01-31", 45_00, 45_00, 90_00]]);
  });

  test("on its way when the browser died: its outcome is unknown", async () => {
    const [row] = await identify(rows, "GAAP");
    const journal = await office.journal();
    const sent = { key: sure(row).key, state: "UNKNOWN", body: "{}", fingerprint: "f", attempt: 1 } as const;
    await journal.settle({ ...sent, batch: "b", firstSentAt: 1, lastSentAt: 1 });
    expect((await proof({ to: month("2026-01") })).differences[0]).toMatchObject({ label: "Unknown outcome" });
  });

  test("posted to another book: it is none of this one's", async () => {
    await office.post();
    const tax = await readHoldings(layer, office.connection, "TAX");
    if (!tax.ok) throw new Error(tax.problem.sentence);
    expect(tax.value.postings).toEqual([]);
    const found = await proof({ book: "TAX", holdings: tax.value, from: month("2026-01"), to: month("2026-01") });
    expect(new Set(found.differences.map(({ label }) => label))).toEqual(new Set(["Missing in the ledger"]));
  });
});

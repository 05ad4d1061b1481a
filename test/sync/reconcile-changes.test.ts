// Goal: rows of a quarter, and rows by which a change was agreed to, are proved like any others: register, sheet and ledger
// agree to the cent, and one cent more in the ledger is named. Method: the real push and reconciliation against the
// reference ledger. Amounts by hand: 600.00 over 6 months is 100.00 a month, over 5 it is 120.00; two months posted at 100.00
// leave 400.00, which over the 3 months left is 133.33, 133.34, 133.33 by running totals (IAS 8.36), or lack 40.00 (IAS 8.42).
import { connectorOf } from "../../src/connectors";
import { amountText, frequencyNamed } from "../../src/engine";
import {
  type BuildHow,
  type ChangeWord,
  type Register,
  buildSchedule,
  byMonth,
  changeNamed,
  noAccounts,
  noEvents,
} from "../../src/sheet";
import {
  type Difference,
  type Reconciliation,
  type SheetRow,
  readHoldings,
  reconcile,
  verdictOf,
} from "../../src/sync";
import { sure } from "../connectors/systems";
import { month, nth, registerFrom, rowsOf } from "./books";
import { ledgerBench } from "./ledger-bench";
import { officeAt } from "./office";

const layer = sure(connectorOf({ system: "layer" }));
const header = ["Asset", "In service", "Cost", "Life (months)"];
const before = registerFrom([header, ["A-2", "2026-01-01", 600, 6]]);
const corrected = registerFrom([header, ["A-2", "2026-01-01", 600, 5]]);

const bench = ledgerBench();

function built(register: Register, to: string, how: Partial<BuildHow>): readonly SheetRow[] {
  const { lines } = buildSchedule(register, noAccounts, noEvents, month("2026-01"), month(to), { ...byMonth, ...how });
  return lines.map((line, index) => ({ ...line, row: index + 1 }));
}

async function post(register: Register, rows: readonly SheetRow[]): Promise<void> {
  const { totals } = await officeAt(bench.connection("layer"), register, rows).post();
  expect([totals.Refused.count, totals.Skipped.count, totals.Unknown.count]).toEqual([0, 0, 0]);
}

async function proof(register: Register, rows: readonly SheetRow[], from: string, to: string): Promise<Reconciliation> {
  const office = officeAt(bench.connection("layer"), register, rows);
  const held = await readHoldings(layer, office.connection, "GAAP");
  if (!held.ok) throw new Error(held.problem.sentence);
  return reconcile({
    ...{ book: "GAAP", decimals: 2, register, accounts: noAccounts, events: noEvents, rows, holdings: held.value },
    ...{ journal: await (await office.journal()).records(), from: month(from), to: month(to) },
  });
}

const verdict = (found: Reconciliation) => verdictOf(found, (amount) => amountText(amount, 2));
const told = ({ label, period, register, sheet, ledger: held }: Difference) => [label, period, register, sheet, held];

/** Another program adds a posting that names the month and its change. */
async function otherDoor(amount: number, date: string): Promise<void> {
  const path = `${bench.ledger.baseUrl}/layer/v1/businesses/${bench.business.businessId}/assets/value-updates`;
  const body = {
    ...{ asset_external_id: "A-2", amount, update_type: "DEPRECIATION_AMORTIZATION", date: `${date}T00:00:00Z` },
    counter_account: { type: "StableName", stable_name: "DEPRECIATION" },
    metadata: { change: "somebody's own" },
  };
  const headers = { authorization: `Bearer ${bench.business.token}`, "content-type": "application/json" };
  const answer = await fetch(path, { method: "POST", headers, body: JSON.stringify(body) });
  expect(answer.status).toBe(201);
}

describe("rows of a quarter", () => {
  const quarter = frequencyNamed("quarter");
  if (!quarter.ok) throw new Error("There are quarters.");
  const rows = () => built(before, "2026-06", { frequency: quarter.value });

  test("agree, two charges of 300.00", async () => {
    await post(before, rows());
    expect(rows().map(({ amount }) => amount)).toEqual([300_00, 300_00]);
    expect(verdict(await proof(before, rows(), "2026-01", "2026-06"))).toBe(
      "The register, the sheet and the ledger agree to the cent: 2 charges, 600.00.",
    );
    expect(await proof(before, rows(), "2026-04", "2026-06")).toMatchObject({ agrees: true, charges: 1 });
  });

  test("agree where the months before were posted one by one", async () => {
    const first = rowsOf(before, "2026-01", "2026-01");
    await post(before, first);
    const rest = built(before, "2026-06", { frequency: quarter.value, posted: first });
    expect(rest.map(({ amount }) => amount)).toEqual([100_00, 200_00, 300_00]);
    await post(before, rest);
    expect(await proof(before, rest, "2026-01", "2026-06")).toMatchObject({ agrees: true, charges: 3 });
  });

  test("one cent more in the ledger is named, in the quarter that it is of", async () => {
    const first = rows().slice(0, 1);
    await post(before, first);
    await otherDoor(1, "2026-03-31");
    expect((await proof(before, first, "2026-01", "2026-03")).differences.map(told)).toEqual([
      ["Posted twice", "2026-03-31", 300_00, 300_00, 300_01],
    ]);
  });
});

describe("a change that was agreed to", () => {
  const changed = async (word: ChangeWord, to: string) => {
    const first = rowsOf(before, "2026-01", "2026-02");
    await post(before, first);
    const change = changeNamed(word);
    if (!change.ok) throw new Error(change.problem.code);
    const rows = built(corrected, to, { posted: first, change: change.value });
    await post(corrected, rows);
    return rows;
  };

  test("in estimate: what is left over the life that is left", async () => {
    const rows = await changed("ESTIMATE", "2026-05");
    expect(rows.map(({ amount }) => amount)).toEqual([100_00, 100_00, 133_33, 133_34, 133_33]);
    expect(verdict(await proof(corrected, rows, "2026-01", "2026-05"))).toBe(
      "The register, the sheet and the ledger agree to the cent: 5 charges, 600.00.",
    );
    expect(await proof(corrected, rows, "2026-02", "2026-03")).toMatchObject({ agrees: true, ledger: 233_33 });
  });

  test("of an error: what is lacking beside the first open month", async () => {
    const rows = await changed("ERROR", "2026-05");
    expect(rows.map(({ amount }) => amount).sort()).toEqual([100_00, 100_00, 120_00, 120_00, 120_00, 40_00]);
    const found = await proof(corrected, rows, "2026-01", "2026-05");
    expect([found.agrees, found.ledger]).toEqual([true, 600_00]);
  });

  test("and one cent more in the ledger is named", async () => {
    const rows = await changed("ESTIMATE", "2026-04");
    await otherDoor(1, "2026-01-31");
    const found = await proof(corrected, rows, "2026-01", "2026-04");
    expect(found.agrees).toBe(false);
    expect(nth(found.differences.map(told), 0)).toEqual(["Posted twice", "2026-01-31", 100_00, 100_00, 100_01]);
  });
});

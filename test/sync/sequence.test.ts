// Goal: several changes of one type on one day are told apart, and each keeps its key. Method: rows that are shuffled,
// joined by another, and known to the sheet or to the ledger.
import fc from "fast-check";
import { cents } from "../../src/engine";
import { type SheetRow, identify } from "../../src/sync";
import { noKnownKeys } from "../../src/sync/identify";
import { day, nth } from "./books";

const improvement = (amount: number, memo = "", syncKey = ""): SheetRow => ({
  row: 1,
  asset: "A-1",
  periodEnd: day("2026-02-20"),
  type: "IMPROVEMENT",
  amount: cents(amount),
  counterAccount: "CASH",
  memo,
  status: { syncKey, status: "", ledgerRef: "", postedAmount: "", postedAt: "", message: "" },
});
const keyOf = (seq: number) => `dx1.A-1.2026-02-20.IMPROVEMENT.GAAP.${seq}.r0`;
const numbers = async (rows: readonly SheetRow[], fingerprints: ReadonlyMap<string, string> = new Map()) =>
  (await identify(rows, "GAAP", { ...noKnownKeys, fingerprints })).map(({ key }) =>
    Number(/\.(\d+)\.r0$/.exec(key)?.[1]),
  );

test("one change has the number 0, and so has a charge of a period", async () => {
  expect(await numbers([improvement(600)])).toEqual([0]);
});

test("the order is by amount, account and memo, in whatever order the rows stand", async () => {
  const rows = [improvement(600, "b"), improvement(300), improvement(600, "a")];
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: 3 }), async (shuffled) => {
      const found = await numbers(shuffled);
      const byRow = new Map(shuffled.map((row, index) => [row, found[index]]));
      expect(rows.map((row) => byRow.get(row))).toEqual([2, 0, 1]);
    }),
  );
});

test("equal rows have one number: they are copies of one another", async () => {
  expect(await numbers([improvement(600), improvement(600)])).toEqual([0, 0]);
});

test("a change that the sheet knows under a number keeps it, though a smaller one comes in before it", async () => {
  expect(await numbers([improvement(300), improvement(600, "", keyOf(0))])).toEqual([1, 0]);
});

test("a change that the ledger knows under a number keeps it, though the sheet has forgotten", async () => {
  const [alone] = await identify([improvement(600)], "GAAP");
  const known = new Map([[keyOf(0), alone?.fingerprint ?? ""]]);
  expect(await numbers([improvement(300), improvement(600)])).toEqual([0, 1]);
  expect(await numbers([improvement(300), improvement(600)], known)).toEqual([1, 0]);
});

test("what the ledger knows goes before what the sheet says", async () => {
  const [alone] = await identify([improvement(600)], "GAAP");
  const known = new Map([[keyOf(0), alone?.fingerprint ?? ""]]);
  expect(await numbers([improvement(300, "", keyOf(0)), improvement(600)], known)).toEqual([1, 0]);
});

test("a change whose neighbour left the sheet keeps its number", async () => {
  expect(await numbers([improvement(600, "", keyOf(1))])).toEqual([1]);
});

test("a key of another book is no claim", async () => {
  const other = keyOf(1).replace("GAAP", "TAX");
  expect(await numbers([improvement(600, "", other)])).toEqual([0]);
});

test("a correction is no charge of its period: it has the number 1", async () => {
  const charge = { ...improvement(600), type: "DEPRECIATION", periodEnd: day("2026-02-28") } as const;
  const correction: SheetRow = { ...charge, amount: cents(5), change: "ERROR" };
  const rows = await identify([correction, charge], "GAAP");
  expect(rows.map(({ key }) => key)).toEqual([
    "dx1.A-1.2026-02-28.DEPRECIATION.GAAP.1.r0",
    "dx1.A-1.2026-02-28.DEPRECIATION.GAAP.0.r0",
  ]);
  expect(nth(rows, 0).line).toMatchObject({ change: "ERROR" });
});

test("a change that was reversed goes on under the next revision of its own number", async () => {
  const rows = [improvement(300), improvement(600)];
  const reversed = new Set([keyOf(1), keyOf(1).replace("r0", "r1")]);
  const keys = (await identify(rows, "GAAP", { ...noKnownKeys, reversed })).map(({ key }) => key);
  expect(keys).toEqual([keyOf(0), keyOf(1).replace("r0", "r2")]);
});

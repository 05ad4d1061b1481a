// Land has no life and no charge. Goal: what happens to it happens all the same (IAS 16.31, 16.58).
import { bookOfLife, charges, day, type Told } from "./lives";

const land: Told = { method: "NONE", cost: 100_000 };

test("land is revalued, impaired and sold", () => {
  const events = ["2022-03-10 REVALUATION_UP 20000", "2023-05-01 IMPAIRMENT 30000", "2024-02-02 DISPOSAL 95000"];
  const book = bookOfLife({ ...land, events });
  expect(book.balancesAt(day("2022-12-31"))).toMatchObject({ cost: 120_000_00, surplus: 20_000_00 });
  expect(book.balancesAt(day("2023-12-31"))).toMatchObject({ cost: 120_000_00, impairment: 30_000_00 });
  expect(book.movements.find(({ kind }) => kind === "disposal")).toMatchObject({ profit: 5_000_00 });
});

test("and charges nothing", () => {
  expect(charges({ ...land, events: ["2022-03-10 IMPROVEMENT 500"] }).every((charge) => charge === 0)).toBe(true);
});

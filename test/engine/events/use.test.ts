// Units of production in mid-life. Goal: what events tell of units counts as units that the terms give.
import { charges, type Told } from "./lives";

const machine = (units: readonly number[], events: readonly string[] = []): Told => ({
  method: "UOP",
  cost: 10_000,
  salvage: 2000,
  extra: { kind: "units", totalUnits: 5000, units },
  events,
});

// A textbook's sheet (scribd 911432383): 10,000 less 2,000 over 5,000 units; 1,200, 500, 1,800, 300 and 1,100 of them.
const textbook = [1920, 800, 2880, 480, 1760];

test("units told by events are units of the row that holds their day, in any order", () => {
  const events = ["2021-11-30 USAGE 300", "2020-02-03 USAGE 1200", "2022-01-01 USAGE 1800"];
  const more = ["2021-01-01 USAGE 200", "2023-06-30 USAGE 300", "2024-12-31 USAGE 1100"];
  expect(charges(machine([], [...events, ...more]))).toEqual(textbook);
  expect(charges(machine([1200, 500, 1800], more.slice(1)))).toEqual(textbook);
});

test("a new total goes over the units that are left of it", () => {
  // After 1,200 units 6,080 are left over 3,800; of a new total of 7,280 units 6,080 are left, so a unit is 1.
  expect(charges(machine([1200, 500, 1800], ["2021-01-01 TOTAL_UNITS 7280"]))).toEqual([1920, 500, 1800]);
});

test("an improvement goes over the units that are left", () => {
  // (6,080 + 760) / 3,800 units is 1.80 a unit.
  expect(charges(machine([1200, 500, 1000], ["2021-01-01 IMPROVEMENT 760"]))).toEqual([1920, 900, 1800]);
});

test("what is used beyond the total costs nothing", () => {
  expect(charges(machine([4000], ["2021-03-01 USAGE 5000", "2022-03-01 USAGE 100"]))).toEqual([6400, 1600, 0]);
});

test("given charges are cut with their row", () => {
  const told: Told = { method: "MANUAL", cost: 1000, extra: { kind: "charges", charges: [120, 60] } };
  expect(charges({ ...told, events: ["2020-05-01 IMPAIRMENT 0", "2021-11-02 SALVAGE 5"] })).toEqual([120, 60]);
});

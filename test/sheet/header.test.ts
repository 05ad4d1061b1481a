import {
  accountsColumns,
  eventsColumns,
  looksLikeAccounts,
  looksLikeEvents,
  looksLikeRegister,
  looksLikeSchedule,
  registerColumns,
  scheduleColumns,
  type Column,
} from "../../src/sheet";
import { bare, placesOf } from "../../src/sheet/header";

const tables: readonly (readonly ["register" | "events" | "accounts" | "schedule", readonly Column[]])[] = [
  ["register", registerColumns],
  ["events", eventsColumns],
  ["accounts", accountsColumns],
  ["schedule", scheduleColumns],
];

describe.each(tables)("the header of the %s", (table, columns) => {
  test("no word or alias stands for two columns", () => {
    const words = columns.flatMap(({ header, aliases }) => [header, ...aliases].map(bare));
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });

  test("each alias finds its column", () => {
    for (const { header, aliases } of columns) {
      for (const alias of aliases) {
        expect([alias, ...placesOf(table, columns, [[` ${alias.toUpperCase()} `]]).places]).toEqual([
          alias,
          [header, 0],
        ]);
      }
    }
  });

  test("our own words in our own order have nothing wrong with them", () => {
    const { places, findings } = placesOf(table, columns, [columns.map(({ header }) => header)]);
    expect(findings).toEqual([]);
    expect([...places.values()]).toEqual(columns.map((_, index) => index));
  });
});

test("the register has the columns of its document, in their order", () => {
  expect(registerColumns.map(({ header }) => header).join(", ")).toBe(
    "Asset, Description, Class, Acquired, In service, Cost, Salvage, Life (years), Life (months), Method, Rate, Factor, Total units, " +
      "Convention, Profile, Opening accumulated, Opening date, Currency, Cost centre, Ledger id",
  );
});

test.each([
  ["Slavage", "Salvage"],
  ["Mehtod", "Method"],
  ["Currenncy", "Currency"],
  ["Salvag", "Salvage"],
  ["In servise", "In service"],
])("%s is probably %s", (given, meant) => {
  const { findings } = placesOf("register", registerColumns, [["Asset", "Cost", "In service", given]]);
  expect(findings.filter(({ code }) => code === "unknown-column").map(({ sentence }) => sentence)).toEqual([
    `"${given}" is no known column and is not read. If ${meant} is meant, rename it.`,
  ]);
});

test.each(["Location", "Supplier", "Room", "Serial number", "Lost", "Date", "Notes"])(
  "%s is nobody's misspelling",
  (given) => {
    expect(placesOf("register", registerColumns, [["Asset", "Cost", "In service", given]]).findings).toEqual([]);
  },
);

test("each kind of table is told by its header row, and none is taken for another", () => {
  const tests = [looksLikeRegister, looksLikeEvents, looksLikeAccounts, looksLikeSchedule];
  const seen = tables.map(([, columns]) => tests.map((looks) => looks([columns.map(({ header }) => header)])));
  expect(seen).toEqual([
    [true, false, false, false],
    [false, true, false, false],
    [false, false, true, false],
    [false, false, false, true],
  ]);
});

test("a register needs an asset, a cost, a date in service, and a life or a rate", () => {
  const words = ["ASSET NUMBER", "purchase price", "placed-in-service", "useful life"];
  expect(looksLikeRegister([words])).toBe(true);
  expect(looksLikeRegister([[...words.slice(0, 3), "Annual rate"]])).toBe(true);
  for (const left of words)
    expect([left, looksLikeRegister([words.filter((word) => word !== left)])]).toEqual([left, false]);
});

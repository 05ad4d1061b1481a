import { charges, headers, lathe, plot, register, rows, serial, van, type Rows } from "./sample-register";

const months = [serial("2026-01-31"), serial("2026-02-28"), serial("2026-03-31")];
const withDates = (periods: readonly number[]): readonly unknown[] => [
  "Asset",
  "Class",
  "Cost",
  "Opening accumulated",
  ...periods,
  "Total",
  "Closing accumulated",
  "Book value",
  "Note",
];

test("one row an asset, one column a month, and the totals", () => {
  expect(charges()).toEqual([
    withDates(months),
    ["V-1", "Vehicles", 7200, 0, 100, 100, 100, 300, 300, 6900, ""],
    ["M-1", "Machinery", 10_000, 4000, 200, 200, 200, 600, 4600, 5400, ""],
    ["L-1", "Land", 50_000, 0, 0, 0, 0, 0, 0, 50_000, ""],
    ["Total", "", 67_200, 4000, 300, 300, 300, 900, 4900, 62_300, ""],
  ]);
});

test("longer periods follow the fiscal year, and the first and the last may be cut off", () => {
  const cut = rows(charges({ to: "2026-08-31", frequency: "quarter", options: [["year end", 5]] }));
  // The plot and the van do not mind the fiscal year; the lathe's declining base steps each June instead.
  expect(cut[0]).toEqual(withDates([serial("2026-02-28"), serial("2026-05-31"), serial("2026-08-31")]));
  expect(cut[1]?.slice(4, 8)).toEqual([200, 300, 300, 800]);
});

test("columns stand in any order under any known word, among others, and blank rows do not hurt", () => {
  const order = [5, 3, 0, 6, 2, 4, 1, 7];
  const words = [
    "Asset tag",
    "Category",
    "Placed in service",
    "Original cost",
    "Residual",
    "Useful life",
    "Method",
    "Dept",
  ];
  const moved = [words, van, lathe, plot].map((row) => ["mine", ...order.map((at) => row[at])]);
  const blank = Array<null>(9).fill(null);
  const [header, ...body] = moved;
  const columns = [blank, header, blank, ...body, ...Array.from({ length: 1000 }, () => blank)];
  expect(charges({ register: columns })).toEqual(charges());
});

test("rich values of Excel are read as the values they carry", () => {
  const rich = register.map((row) => row.map((basicValue) => ({ type: "Double", basicValue })));
  expect(charges({ register: rich })).toEqual(charges());
});

test("an option takes the header row off, another counts the days from 1904", () => {
  expect(charges({ options: [["headers", false]] })).toEqual(rows(charges()).slice(1));
  const earlier = register.map((row, at) =>
    at === 0 ? row : row.map((one, column) => (column === 2 ? Number(one) - 1462 : one)),
  );
  const shown = rows(charges({ register: earlier, options: [["date system", 1904]] }));
  expect(shown.slice(1)).toEqual(rows(charges()).slice(1));
  expect(shown[0]?.[4]).toBe(serial("2026-01-31") - 1462);
});

describe("a row that cannot be computed has blanks and its sentence, and no total is clean", () => {
  test.each<readonly [string, number, unknown, string]>([
    ["a date that is text", 2, "2026-01-15", 'In service is the text "2026-01-15", but must be a date.'],
    ["a cost that is text", 3, "7,200", 'Cost is the text "7,200", but must be a number.'],
    ["an error in a cell", 3, "#N/A", "Cost is the error #N/A."],
    ["an error as Excel hands it over", 3, { code: "#DIV/0!" }, "Cost is the error #DIV/0!."],
    ["a salvage above the cost", 4, 8000, "salvage is 8000, but must not be more than the cost, which is 7200."],
    ["no whole number of months", 5, 2.55, "life is 2.55, but with dates it must be a whole number of months"],
    ["no life", 5, null, "life is missing."],
    ["a word that means nothing", 6, "MAGIC", '"MAGIC" is no method.'],
  ])("%s", (_, column, value, sentence) => {
    const broken = [headers, van.map((one, at) => (at === column ? value : one)), lathe, plot];
    const shown = rows(charges({ register: broken }));
    expect(shown[1]?.slice(0, 10)).toEqual(["V-1", "Vehicles", "", "", "", "", "", "", "", ""]);
    expect(shown[1]?.[10]).toContain(sentence);
    expect(shown[4]).toEqual(["Total (1 row not computed)", "", 60_000, 4000, 200, 200, 200, 600, 4600, 55_400, ""]);
  });

  test("an id that is there twice", () => {
    const shown = rows(charges({ register: [...register, van, lathe] }));
    expect(shown.slice(4).map((row) => row.at(-1))).toEqual([
      'Asset "V-1" is in row 2 already. Give each asset an id of its own.',
      'Asset "M-1" is in row 3 already. Give each asset an id of its own.',
      "",
    ]);
    expect(shown.at(-1)?.[0]).toBe("Total (2 rows not computed)");
  });
});

describe("events", () => {
  const events = [
    ["Type", "Asset", "Value", "Date", "New class"],
    ["TRANSFER", "V-1", null, serial("2026-03-10"), "Pool"],
    [null, null, null, null, null],
    ["DISPOSAL", "M-1", 5000, serial("2026-02-10"), null],
    ["DISPOSAL", "from another register", 5000, serial("2026-02-10"), null],
  ];

  test("count for their asset; class and cost are as at the end", () => {
    const shown = rows(charges({ events }));
    expect(shown[1]).toEqual(["V-1", "Pool", 7200, 0, 100, 100, 100, 300, 300, 6900, ""]);
    // Nothing in the month of disposal.
    expect(shown[2]).toEqual(["M-1", "Machinery", 0, 4000, 200, 0, 0, 200, 0, 0, ""]);
  });

  test("one that cannot be read takes its asset out, and no other", () => {
    const broken = events.map((row) => row.map((one) => (one === 5000 ? "5,000" : one)));
    const shown = rows(charges({ events: broken }));
    expect(shown[2]?.at(-1)).toBe(
      'Asset "M-1" has an event that cannot be read (row 4 of Events). Mend it, so that the charges are right.',
    );
    expect(shown[1]?.[2]).toBe(7200);
    expect(shown.at(-1)?.[0]).toBe("Total (1 row not computed)");
  });

  test("one that nobody can tell the asset of stops everything", () => {
    const lost = [...events, ["STOP", "#REF!", null, serial("2026-02-10"), null]];
    expect(charges({ events: lost })).toMatchObject({
      error: "#VALUE!",
      sentence: expect.stringContaining("In row 6 of events") as string,
    });
  });
});

test("what systems do differently is an option that counts for every asset", () => {
  const events = [
    ["Asset", "Date", "Type", "Value"],
    ["V-1", serial("2026-02-10"), "DISPOSAL", 5000],
  ];
  const shown = (value: string): unknown => rows(charges({ events, options: [["disposal", value]] }))[1]?.slice(4, 7);
  expect(shown("month-before")).toEqual([100, 0, 0]);
  expect(shown("whole-month")).toEqual([100, 100, 0]);
});

describe("what is wrong with the whole is the error of the cell", () => {
  const without = (column: number): Rows => register.map((row) => row.filter((_, at) => at !== column));
  test.each<readonly [Readonly<Record<string, unknown>>, string, string]>([
    [{ register: null }, "#VALUE!", "register is missing."],
    [{ register: [[null], [null]] }, "#VALUE!", "register is missing."],
    [{ register: without(3) }, "#VALUE!", 'The register has no column "Cost".'],
    [{ register: without(5) }, "#VALUE!", "Life (years)"],
    [{ register: register.map((row) => [...row, row[3]]) }, "#VALUE!", "Cost"],
    [{ from: null }, "#VALUE!", "from is missing."],
    [{ to: "March" }, "#VALUE!", 'to is "March", but must be a date'],
    [{ from: "2026-04-01" }, "#NUM!", "from is 2026-04-01, but must not be after to, which is 2026-03-31."],
    [{ frequency: "week" }, "#VALUE!", '"week" is no frequency.'],
    [{ options: [["colour", 1]] }, "#VALUE!", '"colour" is no option. Use factor, rate,'],
    [
      {
        events: [
          ["When", "What"],
          [1, 2],
        ],
      },
      "#VALUE!",
      'The Events table has no column "Asset".',
    ],
  ])("%#: %s %s", (argued, error, sentence) => {
    expect(charges(argued)).toEqual({ error, sentence: expect.stringContaining(sentence) as string });
  });

  test("two currencies", () => {
    const mixed = [
      [...headers, "Currency"],
      [...van, "USD"],
      [...lathe, "EUR"],
    ];
    expect(charges({ register: mixed })).toMatchObject({ error: "#VALUE!" });
  });

  test.each(["register", "from", "to", "frequency", "options", "events"])(
    "an error as %s comes out as it is",
    (name) => {
      expect(charges({ [name]: "#N/A" })).toEqual({ error: "#N/A" });
    },
  );
});

test("the currency decides the decimals", () => {
  const yen = [
    [...headers, "Currency"],
    [...van, "JPY"],
  ];
  const shown = rows(
    charges({
      register: yen.map((row, at) =>
        at === 0 ? row : row.map((one, column) => (column === 3 ? 1000 : column === 4 ? 0 : one)),
      ),
    }),
  );
  // 1,000 / 60 is 16.67: 17, 16, 17.
  expect(shown[1]?.slice(4, 7)).toEqual([17, 16, 17]);
});

test("a register without a row has totals of nothing", () => {
  expect(rows(charges({ register: [headers] }))[1]).toEqual(["Total", "", 0, 0, 0, 0, 0, 0, 0, 0, ""]);
});

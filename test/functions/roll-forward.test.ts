import { charges, headers, lathe, plot, register, rollForward, rows, serial, van } from "./sample-register";

const columns = [
  "Class",
  "Cost, opening",
  "Additions",
  "Improvements",
  "Transfers",
  "Disposals",
  "Revaluation",
  "Cost, closing",
  "Accumulated depreciation, opening",
  "Charge",
  "Depreciation transferred",
  "Depreciation of disposals",
  "Depreciation eliminated on revaluation",
  "Accumulated depreciation, closing",
  "Accumulated impairment, opening",
  "Impairment loss",
  "Impairment reversed",
  "Impairment transferred",
  "Impairment of disposals",
  "Impairment eliminated on revaluation",
  "Accumulated impairment, closing",
  "Book value, opening",
  "Book value, closing",
  "Check",
];

type Line = Readonly<Record<string, number>>;

/** A row by its columns, those of 0 left out. */
function line(cells: readonly unknown[] = []): Line {
  const amounts = columns.map((column, at) => [column, cells[at]] as const).slice(1);
  return Object.fromEntries(amounts.filter(([, amount]) => amount !== 0)) as Line;
}

test("every block of the note, class by class, with checks that read 0", () => {
  const [header, ...body] = rows(rollForward());
  expect(header).toEqual(columns);
  expect(body.map(([first]) => first)).toEqual(["Land", "Machinery", "Vehicles", "Total", "Check"]);
  expect(line(body[0])).toEqual({
    "Cost, opening": 50_000,
    "Cost, closing": 50_000,
    "Book value, opening": 50_000,
    "Book value, closing": 50_000,
  });
  expect(line(body[1])).toEqual({
    "Cost, opening": 10_000,
    "Cost, closing": 10_000,
    "Accumulated depreciation, opening": 4000,
    Charge: 2400,
    "Accumulated depreciation, closing": 6400,
    "Book value, opening": 6000,
    "Book value, closing": 3600,
  });
  expect(line(body[2])).toEqual({
    Additions: 7200,
    "Cost, closing": 7200,
    Charge: 1200,
    "Accumulated depreciation, closing": 1200,
    "Book value, closing": 6000,
  });
  expect(line(body[3])).toEqual({
    "Cost, opening": 60_000,
    Additions: 7200,
    "Cost, closing": 67_200,
    "Accumulated depreciation, opening": 4000,
    Charge: 3600,
    "Accumulated depreciation, closing": 7600,
    "Book value, opening": 56_000,
    "Book value, closing": 59_600,
  });
  expect(body[4]).toEqual(["Check", ...Array<number>(columns.length - 1).fill(0)]);
});

test("events fall on their lines", () => {
  const events = [
    ["Asset", "Date", "Type", "Value", "New class"],
    ["B-1", serial("2026-12-01"), "IMPAIRMENT", 1000, null],
    ["V-1", serial("2026-07-01"), "TRANSFER", null, "Pool"],
    // Charged up to February: 4,000 + 2 x 200.
    ["M-1", serial("2026-03-15"), "DISPOSAL", 5000, null],
  ];
  const hut = ["B-1", "Buildings", serial("2026-01-01"), 12_000, 0, 10, "SL", null];
  const body = rows(rollForward({ register: [headers, van, lathe, hut], events })).slice(1);
  expect(body.map(([first]) => first)).toEqual(["Buildings", "Machinery", "Pool", "Vehicles", "Total", "Check"]);
  expect(line(body[0])).toMatchObject({
    "Impairment loss": 1000,
    "Accumulated impairment, closing": 1000,
  });
  expect(line(body[1])).toEqual({
    "Cost, opening": 10_000,
    Disposals: -10_000,
    "Accumulated depreciation, opening": 4000,
    Charge: 400,
    "Depreciation of disposals": -4400,
    "Book value, opening": 6000,
  });
  expect(line(body[2])).toMatchObject({ Transfers: 7200, "Depreciation transferred": 600, "Cost, closing": 7200 });
  expect(line(body[3])).toMatchObject({ Additions: 7200, Transfers: -7200, Charge: 600 });
  expect(line(body[4])).not.toHaveProperty("Transfers");
  expect(body[5]).toEqual(["Check", ...Array<number>(columns.length - 1).fill(0)]);
});

test("its charge is the sum of DEPR.CHARGES, cent for cent", () => {
  const charged = rows(charges({ to: "2026-12-31" }));
  const total = rows(rollForward()).at(-2);
  expect(total?.[columns.indexOf("Charge")]).toBe(charged.at(-1)?.[charged[0]?.indexOf("Total") ?? -1]);
});

test.each([
  ["asset", "Asset", ["L-1", "M-1", "V-1"]],
  ["cost centre", "Cost centre", ["", "200", "300"]],
  ["method", "Method", ["DB", "NONE", "SL"]],
])("by %s", (by, label, keys) => {
  const shown = rows(rollForward({ by }));
  expect(shown.map(([first]) => first)).toEqual([label, ...keys, "Total", "Check"]);
});

test("a row that cannot be computed leaves no clean total", () => {
  const broken = [headers, van, ["M-1", "Machinery", "1/1/2025", 10_000, 1000, 5, "DB", ""], plot];
  const shown = rows(rollForward({ register: broken }));
  expect(shown.map(([first]) => first)).toEqual(["Class", "Land", "Vehicles", "Total (1 row not computed)", "Check"]);
});

test("an option takes the header row off", () => {
  expect(rollForward({ options: [["headers", false]] })).toEqual(rows(rollForward()).slice(1));
});

test.each<readonly [Readonly<Record<string, unknown>>, string, string]>([
  [{ by: "colour" }, "#VALUE!", '"colour" is no key. Use class, cost-centre, asset, parent, method.'],
  [{ to: "2025-12-31" }, "#NUM!", "from is 2026-01-01, but must not be after to, which is 2025-12-31."],
  [{ from: null }, "#VALUE!", "from is missing."],
  [{ register: register.map((row) => row.slice(1)) }, "#VALUE!", 'The register has no column "Asset".'],
])("%j is %s", (argued, error, sentence) => {
  expect(rollForward(argued)).toEqual({ error, sentence: expect.stringContaining(sentence) as string });
});

test.each(["register", "from", "to", "by", "options", "events"])("an error as %s comes out as it is", (name) => {
  expect(rollForward({ [name]: "#REF!" })).toEqual({ error: "#REF!" });
});

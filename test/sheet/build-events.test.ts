import { eventsTemplate, noAccounts, readAccounts, readEvents, type Cell } from "../../src/sheet";
import { built, registerCells, shown, toolLines, vanLines } from "./two-assets";
import { findingText, usualSettings as settings } from "./worked-tables";

describe("events", () => {
  const header = eventsTemplate()[0] ?? [];
  const eventsOf = (...rows: readonly (readonly Cell[])[]) => readEvents([header, ...rows], settings);

  test("a disposal ends the charges, and is to be posted by hand", () => {
    // 46082 is 2026-03-01; nothing is charged in the month of disposal.
    const events = eventsOf(["A-1", 46_082, "DISPOSAL", 5000, null, null, null]);
    const { lines, findings } = built(noAccounts, events, "2026-01", "2026-12");
    expect(shown({ lines: lines.filter(({ asset }) => asset === "A-1") })).toEqual(vanLines);
    expect(findings.map((finding) => findingText([header], finding))).toEqual([
      '~ 2 Asset | post-by-hand: The disposal of asset "A-1" on 2026-03-01 needs more than one row can say. Post it in the ledger by hand.',
    ]);
  });

  test("an improvement is a row of its own, and the charges after it go over what is left", () => {
    // 46073 is 2026-02-20. 600 more over the 59 months from February on: 8,850 + 600 = 9,450, of which 1/59 is 160.17.
    const events = eventsOf(["A-1", 46_073, "IMPROVEMENT", 600, null, "2000", null]);
    const { lines, findings } = built(noAccounts, events);
    expect(findings).toEqual([]);
    expect(shown({ lines: lines.slice(0, 3) })).toEqual([
      vanLines[0],
      "A-1 | 2026-02-20 | IMPROVEMENT | 60000 | 2000 | Improvement 2026-02, Van",
      "A-1 | 2026-02-28 | DEPRECIATION | 16017 | DEPRECIATION | Depreciation 2026-02, Van",
    ]);
  });

  test("an impairment goes against the account of its class", () => {
    const accounts = readAccounts(
      [
        ["Class", "Expense", "Impairment", "Surplus"],
        ["Vehicles", "6100", "6900", "3100"],
        ["Tools", "6100", null, null],
      ],
      settings,
    );
    const events = eventsOf(["A-1", 46_073, "IMPAIRMENT", 100], ["A-2", 46_073, "REVALUATION_UP", 11]);
    const { lines } = built(accounts, events, "2026-02", "2026-02");
    // 8,850 - 100 over 59 months is 148.31; 550 + 11 over 11 months is 51.
    expect(shown({ lines })).toEqual([
      "A-1 | 2026-02-20 | IMPAIRMENT | 10000 | 6900 | Impairment 2026-02, Van",
      "A-1 | 2026-02-28 | DEPRECIATION | 14831 | 6100 | Depreciation 2026-02, Van",
      "A-2 | 2026-02-20 | REVALUATION_UP | 1100 | REVALUATION_SURPLUS | Revaluation 2026-02, A-2",
      "A-2 | 2026-02-28 | DEPRECIATION | 5100 | 6100 | Depreciation 2026-02, A-2",
    ]);
  });

  test("two changes of one kind on one day are a row each", () => {
    const events = eventsOf(["A-1", 46_073, "IMPROVEMENT", 600], ["A-1", 46_073, "IMPROVEMENT", 300]);
    const { lines, findings } = built(noAccounts, events, "2026-02", "2026-02");
    const improvements = lines.filter(({ type }) => type === "IMPROVEMENT");
    expect(improvements.map(({ amount }) => amount)).toEqual([30_000, 60_000]);
    expect(findings).toEqual([]);
  });

  test("a transfer gives the charge of its month to the new class", () => {
    const accounts = readAccounts(
      [
        ["Class", "Expense"],
        ["Vehicles", "6100"],
        ["Plant", "6200"],
        ["Tools", "6300"],
      ],
      settings,
    );
    const events = eventsOf(["A-1", 46_073, "TRANSFER", null, null, null, "Plant"]);
    const { lines } = built(accounts, events);
    expect(lines.map(({ counterAccount }) => counterAccount)).toEqual(["6100", "6200", "6300", "6300"]);
  });

  test("an event that means nothing is told at its row and stops its asset alone", () => {
    const events = eventsOf(["A-1", 46_073, "STOP"], ["A-1", 46_082, "STOP"]);
    const { lines, findings } = built(noAccounts, events);
    expect(shown({ lines })).toEqual(toolLines);
    expect(findings.map(({ table, row, code }) => [table, row, code])).toEqual([["events", 2, "event-out-of-turn"]]);
  });

  test("an event that cannot be read stops its asset, and says so", () => {
    const events = eventsOf(["A-1", "soon", "DISPOSAL", 5000, null, null, null]);
    const { findings } = built(noAccounts, events);
    expect(events.rows).toEqual([]);
    expect(shown(built(noAccounts, events))).toEqual(toolLines);
    expect(findings.map((finding) => findingText(registerCells, finding))).toEqual([
      '! 2 Asset | event-unreadable: Asset "A-1" has an event that cannot be read (row 2 of Events). Mend it, so that the charges are right.',
    ]);
  });

  test("an event of an asset that is not in the register is told at its row", () => {
    const events = eventsOf([null], ["A-9", 46_082, "STOP"]);
    const { lines, findings } = built(noAccounts, events);
    expect(lines).toHaveLength(4);
    expect(findings.map((finding) => findingText([header], finding))).toEqual([
      '~ 3 Asset | event-without-asset: Asset "A-9" is not in the register. Check the id, or add the asset.',
    ]);
  });

  test("events whose columns cannot be told stop everything", () => {
    const events = readEvents(
      [
        ["Asset", "When"],
        ["A-1", 46_082],
      ],
      settings,
    );
    const { lines, findings } = built(noAccounts, events);
    expect(lines).toEqual([]);
    expect(findings.map(({ table, code }) => [table, code])).toEqual([["events", "events-unreadable"]]);
  });

  test("an empty Events table stops nothing", () => {
    expect(shown(built(noAccounts, eventsOf()))).toEqual([...vanLines, ...toolLines]);
    expect(shown(built(noAccounts, readEvents([], settings)))).toEqual([...vanLines, ...toolLines]);
  });
});

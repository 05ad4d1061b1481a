// Goal: each answer of a ledger moves the row and the queue as the protocol says. Method: the real push and journal against
// a real server whose answers the test writes; time and chance are held in the test's hands.
import { connectorOf } from "../../src/connectors";
import { noAccounts } from "../../src/sheet";
import {
  type Journal,
  type JournalRecord,
  type Plan,
  type Progress,
  type PushReport,
  type PushTools,
  accountsIn,
  identify,
  openJournal,
  plan,
  push,
  scopeOf,
} from "../../src/sync";
import { type Answer, type Heard, type ScriptedServer, scriptedServer } from "../connectors/scripted-server";
import { connectionTo, sure, token } from "../connectors/systems";
import { registerFrom, rowsOf, threeAssets } from "./books";
import { emptyBrowser } from "./browser-database";
import { isCharge, keyOf, refused, wellMeaning } from "./layer-answers";
import { type HeldClock, heldClock } from "./time";

const connector = sure(connectorOf({ system: "layer" }));
const register = registerFrom(threeAssets);
const rows = rowsOf(register, "2026-01", "2026-03");

let server: ScriptedServer;
let journal: Journal;
let clock: HeldClock;
beforeAll(async () => {
  server = await scriptedServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  emptyBrowser();
  clock = heldClock();
  journal = await openJournal(scopeOf(connection()));
});

const connection = () => ({ ...connectionTo(server.url, "layer"), timeoutMs: 500 });

async function planned(ours = rows): Promise<Plan> {
  return plan({
    scope: journal.scope,
    book: "GAAP",
    decimals: 2,
    rows: await identify(ours, "GAAP"),
    findings: [],
    register,
    accountsOf: accountsIn(noAccounts),
    ledger: { assets: [], updates: [] },
    journal: await journal.records(),
    now: clock.now(),
  });
}

async function pushed(
  script: (heard: Heard, count: number) => Answer | Promise<Answer>,
  more: Partial<PushTools> = {},
  ours = rows,
): Promise<PushReport> {
  server.answers(script);
  return push(await planned(ours), { connector, connection: connection(), journal, clock, random: () => 0.5, ...more });
}

const charges = () => server.heard.filter(isCharge);
const words = ({ outcomes }: PushReport) => outcomes.map(({ word }) => word);
const states = async () => [...(await journal.records()).values()].map(({ state }) => state);

describe("a push that meets no difficulty", () => {
  test("makes the assets, then posts every row, and says what it posted and when", async () => {
    const noon = "Sat, 31 Jan 2026 12:00:00 GMT";
    const report = await pushed((heard) => {
      const answer = wellMeaning(heard);
      return typeof answer === "object" ? { ...answer, headers: { date: noon } } : answer;
    });
    expect(report.created).toEqual(["A-1", "A-2", "A-3"].map((asset) => ({ asset, ledgerId: `ledger-${asset}` })));
    expect(words(report)).toEqual(Array(8).fill("Posted"));
    expect(report.totals.Posted).toEqual({ count: 8, amount: 1_390_00 });
    expect(report.outcomes[0]).toMatchObject({ row: 1, amount: 333_33, postedAt: "2026-01-31T12:00:00.000Z" });
    expect(report).toMatchObject({ leftReady: 0, cancelled: false });
    expect(report).not.toHaveProperty("stopped");
    expect(new Set(await states())).toEqual(new Set(["POSTED"]));
  });

  test("sends no charge before the assets are there, and earlier months before later ones", async () => {
    await pushed(wellMeaning);
    const kinds = server.heard.filter(({ method }) => method === "POST").map((heard) => isCharge(heard));
    expect(kinds.lastIndexOf(false)).toBeLessThan(kinds.indexOf(true));
    const months = charges().map((heard) => keyOf(heard).slice(8, 15));
    expect(new Set(months.slice(0, 3))).toEqual(new Set(["2026-01"]));
    expect(new Set(months.slice(6))).toEqual(new Set(["2026-03"]));
  });

  test("tells its progress to the end, with rate and time left", async () => {
    const told: Progress[] = [];
    await pushed(
      (heard) => {
        clock.forward(100);
        return wellMeaning(heard);
      },
      { onProgress: (progress) => told.push(progress) },
    );
    expect(told.map(({ done }) => done)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(told[0]).toMatchObject({ total: 8, secondsLeft: undefined });
    expect(told.at(-1)).toMatchObject({ total: 8, secondsLeft: 0 });
    expect(told.at(-1)?.rowsPerSecond).toBeGreaterThan(0);
  });

  test("keeps no more than six requests in flight, and uses them", async () => {
    let open = 0;
    let most = 0;
    await pushed(async (heard) => {
      most = Math.max(most, ++open);
      await new Promise((resolve) => setTimeout(resolve, 5));
      open -= 1;
      return wellMeaning(heard);
    });
    expect(most).toBe(6);
  });
});

describe("before a request leaves", () => {
  test("its record is in the journal with the very bytes, for whoever reads it then", async () => {
    const seen: { readonly sent: string; readonly onDisk: JournalRecord | undefined }[] = [];
    await pushed(async (heard) => {
      if (isCharge(heard)) seen.push({ sent: heard.text, onDisk: await readAsAnother(keyOf(heard)) });
      return wellMeaning(heard);
    });
    expect(seen).toHaveLength(8);
    for (const { sent, onDisk } of seen) expect(onDisk).toMatchObject({ state: "SENDING", body: sent });
  });

  test("the journal is written in windows, not row by row, for a ledger that counts a key once", async () => {
    const windows: number[] = [];
    const counting: Journal = {
      ...journal,
      writeAhead: (records) => {
        windows.push(records.length);
        return journal.writeAhead(records);
      },
    };
    await pushed(wellMeaning, { journal: counting });
    expect(windows).toEqual([8]);
  });

  test("a journal that cannot be written stops everything: nothing is sent", async () => {
    const full: Journal = {
      ...journal,
      writeAhead: () => Promise.reject(new DOMException("Full", "QuotaExceededError")),
    };
    const report = await pushed(wellMeaning, { journal: full });
    expect(charges()).toEqual([]);
    expect(report).toMatchObject({ leftReady: 8, outcomes: [], stopped: { kind: "unreachable" } });
  });

  test("the journal never holds the token", async () => {
    await pushed((heard) => (isCharge(heard) ? refused(422, `The token ${token} is odd.`) : wellMeaning(heard)));
    expect(JSON.stringify([...(await journal.records())])).not.toContain(token);
  });
});

describe("an answer that settles a row", () => {
  const only = (asset: string, answer: Answer) => (heard: Heard) =>
    isCharge(heard) && keyOf(heard).startsWith(`dx1.${asset}.`) ? answer : wellMeaning(heard);

  test("422: the row is refused with the ledger's words, and the others are posted", async () => {
    const report = await pushed(only("A-3", refused(422, "The period is closed.")));
    expect(report.totals).toMatchObject({ Posted: { count: 6 }, Refused: { count: 2, amount: 90_00 } });
    const sentences = report.outcomes.filter(({ word }) => word === "Refused").map(({ sentence }) => sentence);
    expect(sentences[0]).toContain("The period is closed.");
    expect(await states()).toEqual(expect.arrayContaining(["REJECTED", "POSTED"]));
  });

  test("201 with another amount in it: a conflict, never called posted", async () => {
    const report = await pushed((heard) => {
      const answer = wellMeaning(heard);
      if (!isCharge(heard) || typeof answer !== "object") return answer;
      const body = JSON.parse(heard.text) as { amount: number };
      return { ...answer, body: { data: { id: "x", ...body, amount: body.amount + 1 } } };
    });
    expect(new Set(words(report))).toEqual(new Set(["Refused"]));
    expect(report.outcomes[0]?.sentence).toContain("its amount is 333.34, ours 333.33");
  });

  test("a replay of what somebody else posted: already there", async () => {
    const report = await pushed((heard) => {
      const answer = wellMeaning(heard);
      return typeof answer === "object" && isCharge(heard)
        ? { ...answer, headers: { "idempotency-hit": "true" } }
        : answer;
    });
    expect(new Set(words(report))).toEqual(new Set(["Already there"]));
  });

  test("409: looked up; the same content is already there, other content is refused with the figures", async () => {
    const bodies = new Map<string, Readonly<Record<string, unknown>>>();
    const report = await pushed((heard) => {
      if (isCharge(heard)) {
        bodies.set(keyOf(heard), JSON.parse(heard.text) as Readonly<Record<string, unknown>>);
        return refused(409, "The key is taken.");
      }
      if (!/assets\/[^/]+\/value-updates/.test(heard.path)) return wellMeaning(heard);
      const held = [...bodies.values()].filter(({ asset_id }) => heard.path.includes(String(asset_id)));
      const raised = held.map((body) => (body["asset_id"] === "ledger-A-3" ? { ...body, amount: 1 } : body));
      return { status: 200, body: { data: raised.map((body) => ({ id: "x", ...body })) } };
    });
    expect(report.totals).toMatchObject({ "Already there": { count: 6 }, Refused: { count: 2 } });
    expect(report.outcomes.find(({ word }) => word === "Refused")?.sentence).toContain(
      "its amount is 0.01, ours 45.00",
    );
    expect(await states()).toEqual(expect.arrayContaining(["POSTED", "CONFLICT"]));
  });

  test("an asset that the ledger refuses: its rows are refused, the others posted", async () => {
    const report = await pushed((heard) =>
      heard.method === "POST" && !isCharge(heard) && heard.text.includes("A-2")
        ? refused(400, "The name is taken.")
        : wellMeaning(heard),
    );
    expect(report.totals).toMatchObject({ Posted: { count: 5 }, Refused: { count: 3 } });
    const refusal = report.outcomes.find(({ word }) => word === "Refused");
    expect(refusal?.sentence).toMatch(/^Its asset could not be created: .*The name is taken\.$/);
  });
});

describe("no answer that settles a row", () => {
  test.each<[string, Answer]>([
    ["500", { status: 500, body: {} }],
    ["503 with a web page", { status: 503, raw: "<html></html>" }],
    ["a cut line", "cut"],
    ["half an answer", { status: 201, raw: '{"data": {"id": ' }],
  ])("after %s the same bytes are sent again until there is one", async (_name, answer) => {
    const failed = new Set<string>();
    const report = await pushed((heard) => {
      if (!isCharge(heard) || failed.has(heard.text)) return wellMeaning(heard);
      failed.add(heard.text);
      return answer;
    });
    expect(words(report)).toEqual(Array(8).fill("Posted"));
    expect(charges()).toHaveLength(16);
    expect(failed.size).toBe(8);
  });

  test("after five sendings with growing pauses the row is unknown, and the next push sends the same bytes", async () => {
    const a1 = (heard: Heard) => isCharge(heard) && keyOf(heard).startsWith("dx1.A-1.2026-01");
    const report = await pushed((heard) => (a1(heard) ? { status: 500, body: {} } : wellMeaning(heard)));
    expect(report.totals).toMatchObject({ Posted: { count: 7 }, Unknown: { count: 1, amount: 333_33 } });
    const sent = charges().filter(a1);
    expect(sent).toHaveLength(5);
    expect(clock.waits).toEqual([375, 750, 1500, 3000]);
    expect(report.outcomes[0]?.sentence).toContain("Post again: the same request is sent again, and counts once.");
    // Another memo is no other charge, but it would be other bytes.
    const reworded = rows.map((row) => ({ ...row, memo: "Reworded meanwhile" }));
    const next = await pushed(wellMeaning, {}, reworded);
    expect(next.outcomes[0]).toMatchObject({ word: "Posted" });
    expect(charges().find(a1)?.text).toBe(sent[0]?.text);
  });

  test("when the ledger is gone, the rows under way are unknown and all others stay ready", async () => {
    let isGone = false;
    const report = await pushed((heard) => {
      isGone ||= isCharge(heard);
      return isGone ? "cut" : wellMeaning(heard);
    });
    expect(report.stopped).toMatchObject({ kind: "unreachable" });
    expect(report.totals.Unknown.count).toBe(6);
    expect(report.leftReady).toBe(2);
    expect((await states()).sort()).toEqual([...Array<string>(2).fill("READY"), ...Array<string>(6).fill("UNKNOWN")]);
  });

  test("when the ledger never was there, nothing is sent and every row stays ready", async () => {
    const report = await pushed(() => "cut");
    expect(report).toMatchObject({ leftReady: 8, outcomes: [], stopped: { kind: "unreachable" } });
    expect(server.heard.filter(({ method }) => method === "POST")).toEqual([]);
    expect(await states()).toEqual([]);
  });

  test("a refusal after a lost answer is looked up before it is believed", async () => {
    const sent = new Map<string, string>();
    const report = await pushed((heard) => {
      if (isCharge(heard)) {
        const isFirst = !sent.has(keyOf(heard));
        sent.set(keyOf(heard), heard.text);
        return isFirst ? "cut" : refused(422, "The period was closed meanwhile.");
      }
      const found = /assets\/([^/]+)\/value-updates/.exec(heard.path)?.[1];
      if (found === undefined) return wellMeaning(heard);
      const bodies = [...sent.values()].map((text) => JSON.parse(text) as Readonly<Record<string, unknown>>);
      // Only the first asset's charges had arrived.
      const held = found === "ledger-A-1" ? bodies.filter(({ asset_id }) => asset_id === found) : [];
      return { status: 200, body: { data: held.map((body) => ({ id: "x", ...body })) } };
    });
    expect(report.totals).toMatchObject({ Posted: { count: 3 }, Refused: { count: 5 } });
  });
});

describe("an answer that concerns the whole queue", () => {
  test.each([
    [401, "unauthorised"],
    [403, "forbidden"],
  ])("%i stops it, and what was not posted stays ready", async (status, kind) => {
    let count = 0;
    const report = await pushed((heard) => {
      if (isCharge(heard)) count += 1;
      return count > 3 ? refused(status, "No.") : wellMeaning(heard);
    });
    expect(report).toMatchObject({ stopped: { kind }, leftReady: 5 });
    expect(words(report)).toEqual(["Posted", "Posted", "Posted"]);
    expect((await states()).filter((state) => state === "READY")).toHaveLength(5);
    const next = await pushed(wellMeaning);
    expect(next.totals.Posted.count).toBe(8);
  });

  test.each([
    ["seconds", { "retry-after": "30" }],
    ["a date", { "retry-after": "Sat, 31 Jan 2026 12:00:30 GMT", date: "Sat, 31 Jan 2026 12:00:00 GMT" }],
  ])("429 with %s pauses it as a whole, and costs no attempt", async (_name, headers) => {
    const times: number[] = [];
    let busy = 0;
    const report = await pushed((heard) => {
      if (!isCharge(heard)) return wellMeaning(heard);
      times.push(clock.now());
      return times.length > 6 && busy++ < 1 ? refused(429, "Slow down.", headers) : wellMeaning(heard);
    });
    expect(words(report)).toEqual(Array(8).fill("Posted"));
    expect(charges()).toHaveLength(9);
    const paused = Math.max(...times) - Math.min(...times);
    expect(paused).toBeGreaterThanOrEqual(30_000);
    expect(paused).toBeLessThan(31_000);
  });

  test("429 that asks for too long a wait ends the push with every row ready", async () => {
    const report = await pushed((heard) =>
      isCharge(heard) ? refused(429, "Quota used up.", { "retry-after": "86400" }) : wellMeaning(heard),
    );
    expect(report).toMatchObject({ leftReady: 8, outcomes: [], stopped: { kind: "busy", retryAfterSeconds: 86_400 } });
  });

  test("cancelling lets what is in flight finish and begins nothing more", async () => {
    const cancel = new AbortController();
    const report = await pushed(
      (heard) => {
        if (charges().length === 6) cancel.abort();
        return wellMeaning(heard);
      },
      { signal: cancel.signal },
    );
    expect(report).toMatchObject({ cancelled: true, leftReady: 2 });
    expect(report).not.toHaveProperty("stopped");
    expect(words(report)).toEqual(Array(6).fill("Posted"));
    expect(charges()).toHaveLength(6);
    expect((await states()).filter((state) => state === "READY")).toHaveLength(2);
  });
});

test("cancelling while the assets are made sends no charge, and is no failure", async () => {
  const cancel = new AbortController();
  const report = await pushed(
    (heard) => {
      if (heard.method === "POST") cancel.abort();
      return wellMeaning(heard);
    },
    { signal: cancel.signal },
  );
  expect(report).toMatchObject({ cancelled: true, leftReady: 8, outcomes: [] });
  expect(report.created).toHaveLength(3);
  expect(report).not.toHaveProperty("stopped");
});

test("a settling that cannot be written fails nothing: the row is looked up next time", async () => {
  const forgetful: Journal = {
    ...journal,
    settle: () => Promise.reject(new DOMException("Full", "QuotaExceededError")),
  };
  const report = await pushed(wellMeaning, { journal: forgetful });
  expect(report.totals.Posted.count).toBe(8);
  expect(new Set(await states())).toEqual(new Set(["SENDING"]));
});

test("a plan for one ledger is never carried out against another", async () => {
  const made = await planned();
  const elsewhere = { ...connection(), businessId: "another" };
  await expect(push(made, { connector, connection: elsewhere, journal })).rejects.toThrow("another ledger");
});

/** Reads the journal as another window of the browser would: without opening it, which would mark it as left. */
async function readAsAnother(key: string): Promise<JournalRecord | undefined> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open("depr-journal");
    opening.onsuccess = () => {
      resolve(opening.result);
    };
  });
  return new Promise((resolve) => {
    const reading = database.transaction("records").objectStore("records").get([journal.scope, key]);
    reading.onsuccess = () => {
      database.close();
      resolve(reading.result as JournalRecord | undefined);
    };
  });
}

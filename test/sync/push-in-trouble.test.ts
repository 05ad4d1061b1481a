// Goal: without an answer, or with one that concerns everybody, nothing is lost and nothing is sent twice unasked. Method: as
// in push.test.ts.
import type { Answer, Heard } from "../connectors/scripted-server";
import { isCharge, keyOf, refused, wellMeaning } from "./layer-answers";
import { sure } from "../connectors/systems";
import { benchForEach, connector, rows, words } from "./push-bench";

const bench = benchForEach();

describe("no answer that settles a row", () => {
  test.each<[string, Answer]>([
    ["500", { status: 500, body: {} }],
    ["503 with a web page", { status: 503, raw: "<html></html>" }],
    ["a cut line", "cut"],
    ["half an answer", { status: 201, raw: '{"data": {"id": ' }],
  ])("after %s the same bytes are sent again until there is one", async (_name, answer) => {
    const failed = new Set<string>();
    const report = await bench().pushed((heard) => {
      if (!isCharge(heard) || failed.has(heard.text)) return wellMeaning(heard);
      failed.add(heard.text);
      return answer;
    });
    expect(words(report)).toEqual(Array(8).fill("Posted"));
    expect(bench().charges()).toHaveLength(16);
    expect(failed.size).toBe(8);
  });

  test("after five sendings with growing pauses the row is unknown, and the next push sends the same bytes", async () => {
    const a1 = (heard: Heard) => isCharge(heard) && keyOf(heard).startsWith("dx1.A-1.2026-01");
    const report = await bench().pushed((heard) => (a1(heard) ? { status: 500, body: {} } : wellMeaning(heard)));
    expect(report.totals).toMatchObject({ Posted: { count: 7 }, Unknown: { count: 1, amount: 333_33 } });
    const sent = bench().charges().filter(a1);
    expect(sent).toHaveLength(5);
    expect(bench().clock.waits).toEqual([375, 750, 1500, 3000]);
    expect(report.outcomes[0]?.sentence).toContain("Post again: the same request is sent again, and counts once.");
    // Another memo is no other charge, but it would be other bytes.
    const reworded = rows.map((row) => ({ ...row, memo: "Reworded meanwhile" }));
    const next = await bench().pushed(wellMeaning, {}, reworded);
    expect(next.outcomes[0]).toMatchObject({ word: "Posted" });
    expect(bench().charges().find(a1)?.text).toBe(sent[0]?.text);
  });

  test("when the ledger is gone, the rows under way are unknown and all others stay ready", async () => {
    let isGone = false;
    const report = await bench().pushed((heard) => {
      isGone ||= isCharge(heard);
      return isGone ? "cut" : wellMeaning(heard);
    });
    expect(report.stopped).toMatchObject({ kind: "unreachable" });
    expect(report.totals.Unknown.count).toBe(6);
    expect(report.leftReady).toBe(2);
    expect((await bench().states()).sort()).toEqual([
      ...Array<string>(2).fill("READY"),
      ...Array<string>(6).fill("UNKNOWN"),
    ]);
  });

  test("when the ledger never was there, nothing is sent and every row stays ready", async () => {
    const report = await bench().pushed(() => "cut");
    expect(report).toMatchObject({ leftReady: 8, outcomes: [], stopped: { kind: "unreachable" } });
    expect(bench().server.heard.filter(({ method }) => method === "POST")).toEqual([]);
    expect(await bench().states()).toEqual([]);
  });

  test("a refusal after a lost answer is looked up before it is believed", async () => {
    const sent = new Map<string, string>();
    const report = await bench().pushed((heard) => {
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

test("a charge that a look-up after a lost answer finds twice is refused, with what the ledger calls both", async () => {
  const [lost, sent] = [new Set<string>(), new Map<string, object>()];
  const report = await bench().pushed((heard) => {
    if (isCharge(heard)) {
      if (!keyOf(heard).startsWith("dx1.A-1.2026-01")) return wellMeaning(heard);
      sent.set(keyOf(heard), JSON.parse(heard.text) as object);
      if (lost.has(keyOf(heard))) return refused(409, "It exists.");
      lost.add(keyOf(heard));
      return "cut";
    }
    const isOfAsset = heard.path.includes("ledger-A-1/value-updates");
    if (!isOfAsset) return wellMeaning(heard);
    return {
      status: 200,
      body: { data: ["one", "two"].flatMap((id) => [...sent.values()].map((body) => ({ ...body, id }))) },
    };
  });
  const sentence = "The ledger holds it twice: one and two. Reverse all but one there, then preview again.";
  expect(report.outcomes[0]).toMatchObject({ word: "Refused", sentence });
  expect((await bench().journal.records()).get(report.outcomes[0]?.key ?? "")?.state).toBe("DUPLICATE");
  expect(report.totals).toMatchObject({ Posted: { count: 7 }, Refused: { count: 1 } });
});

test("where the ledger does not count a key once, each charge is journaled with the time of its own sending", async () => {
  const careful = { ...connector, post: { ...sure(connector.post), countsKeysOnce: false } };
  const answer = (heard: Heard) => {
    if (isCharge(heard)) bench().clock.forward(60_000);
    return wellMeaning(heard);
  };
  const report = await bench().pushed(answer, { connector: careful });
  expect(words(report)).toEqual(Array(8).fill("Posted"));
  const times = [...(await bench().journal.records()).values()].map(({ lastSentAt }) => lastSentAt);
  // Six are sent at once, and the last two when minutes have passed.
  expect(Math.max(...times) - Math.min(...times)).toBeGreaterThanOrEqual(60_000);
});

describe("an answer that concerns the whole queue", () => {
  test.each([
    [401, "unauthorised"],
    [403, "forbidden"],
  ])("%i stops it, and what was not posted stays ready", async (status, kind) => {
    let count = 0;
    const report = await bench().pushed((heard) => {
      if (isCharge(heard)) count += 1;
      return count > 3 ? refused(status, "No.") : wellMeaning(heard);
    });
    expect(report).toMatchObject({ stopped: { kind }, leftReady: 5 });
    expect(words(report)).toEqual(["Posted", "Posted", "Posted"]);
    expect((await bench().states()).filter((state) => state === "READY")).toHaveLength(5);
    const next = await bench().pushed(wellMeaning);
    expect(next.totals.Posted.count).toBe(8);
  });

  test.each([
    ["seconds", { "retry-after": "30" }],
    ["a date", { "retry-after": "Sat, 31 Jan 2026 12:00:30 GMT", date: "Sat, 31 Jan 2026 12:00:00 GMT" }],
  ])("429 with %s pauses it as a whole, and costs no attempt", async (_name, headers) => {
    const times: number[] = [];
    let busy = 0;
    const report = await bench().pushed((heard) => {
      if (!isCharge(heard)) return wellMeaning(heard);
      times.push(bench().clock.now());
      return times.length > 6 && busy++ < 1 ? refused(429, "Slow down.", headers) : wellMeaning(heard);
    });
    expect(words(report)).toEqual(Array(8).fill("Posted"));
    expect(bench().charges()).toHaveLength(9);
    const paused = Math.max(...times) - Math.min(...times);
    expect(paused).toBeGreaterThanOrEqual(30_000);
    expect(paused).toBeLessThan(31_000);
  });

  test("429 that asks for too long a wait ends the push with every row ready", async () => {
    const report = await bench().pushed((heard) =>
      isCharge(heard) ? refused(429, "Quota used up.", { "retry-after": "86400" }) : wellMeaning(heard),
    );
    expect(report).toMatchObject({ leftReady: 8, outcomes: [], stopped: { kind: "busy", retryAfterSeconds: 86_400 } });
  });

  test("cancelling lets what is in flight finish and begins nothing more", async () => {
    const cancel = new AbortController();
    const report = await bench().pushed(
      (heard) => {
        if (bench().charges().length === 6) cancel.abort();
        return wellMeaning(heard);
      },
      { signal: cancel.signal },
    );
    expect(report).toMatchObject({ cancelled: true, leftReady: 2 });
    expect(report).not.toHaveProperty("stopped");
    expect(words(report)).toEqual(Array(6).fill("Posted"));
    expect(bench().charges()).toHaveLength(6);
    expect((await bench().states()).filter((state) => state === "READY")).toHaveLength(2);
  });
});

test("cancelling while the assets are made sends no charge, and is no failure", async () => {
  const cancel = new AbortController();
  const report = await bench().pushed(
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

// Goal: each answer of a ledger moves the row and the queue as the protocol says. Method: the real push and journal against
// a real server whose answers the test writes; time and chance are held in the test's hands.
import { type Journal, type JournalRecord, type Progress, push } from "../../src/sync";
import type { Answer, Heard } from "../connectors/scripted-server";
import { token } from "../connectors/systems";
import { isCharge, keyOf, refused, wellMeaning } from "./layer-answers";
import { benchForEach, connector, words } from "./push-bench";

const bench = benchForEach();

describe("a push that meets no difficulty", () => {
  test("makes the assets, then posts every row, and says what it posted and when", async () => {
    const noon = "Sat, 31 Jan 2026 12:00:00 GMT";
    const report = await bench().pushed((heard) => {
      const answer = wellMeaning(heard);
      return typeof answer === "object" ? { ...answer, headers: { date: noon } } : answer;
    });
    expect(report.created).toEqual(["A-1", "A-2", "A-3"].map((asset) => ({ asset, ledgerId: `ledger-${asset}` })));
    expect(words(report)).toEqual(Array(8).fill("Posted"));
    expect(report.totals.Posted).toEqual({ count: 8, amount: 1_390_00 });
    expect(report.outcomes[0]).toMatchObject({ row: 1, amount: 333_33, postedAt: "2026-01-31T12:00:00.000Z" });
    expect(report).toMatchObject({ leftReady: 0, cancelled: false });
    expect(report).not.toHaveProperty("stopped");
    expect(new Set(await bench().states())).toEqual(new Set(["POSTED"]));
  });

  test("sends no charge before the assets are there, and earlier months before later ones", async () => {
    await bench().pushed(wellMeaning);
    const kinds = bench()
      .server.heard.filter(({ method }) => method === "POST")
      .map((heard) => isCharge(heard));
    expect(kinds.lastIndexOf(false)).toBeLessThan(kinds.indexOf(true));
    const months = bench()
      .charges()
      .map((heard) => keyOf(heard).slice(8, 15));
    expect(new Set(months.slice(0, 3))).toEqual(new Set(["2026-01"]));
    expect(new Set(months.slice(6))).toEqual(new Set(["2026-03"]));
  });

  test("tells its progress to the end, with rate and time left", async () => {
    const told: Progress[] = [];
    await bench().pushed(
      (heard) => {
        bench().clock.forward(100);
        return wellMeaning(heard);
      },
      { onProgress: (progress) => told.push(progress) },
    );
    const done = told.map((each) => each.done);
    expect([done[0], done.at(-1)]).toEqual([0, 8]);
    expect(done).toEqual([...new Set(done)].sort((one, other) => one - other));
    expect(told[0]).toMatchObject({ total: 8, secondsLeft: undefined });
    expect(told.at(-1)).toMatchObject({ total: 8, secondsLeft: 0 });
    expect(told.at(-1)?.rowsPerSecond).toBeGreaterThan(0);
  });

  test("keeps no more than six requests in flight, and uses them", async () => {
    let open = 0;
    let most = 0;
    await bench().pushed(async (heard) => {
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
    await bench().pushed(async (heard) => {
      if (isCharge(heard)) seen.push({ sent: heard.text, onDisk: await readAsAnother(keyOf(heard)) });
      return wellMeaning(heard);
    });
    expect(seen).toHaveLength(8);
    for (const { sent, onDisk } of seen) expect(onDisk).toMatchObject({ state: "SENDING", body: sent });
  });

  test("the journal is written in windows, not row by row, for a ledger that counts a key once", async () => {
    const windows: number[] = [];
    const counting: Journal = {
      ...bench().journal,
      writeAhead: (records) => {
        windows.push(records.length);
        return bench().journal.writeAhead(records);
      },
    };
    await bench().pushed(wellMeaning, { journal: counting });
    expect(windows).toEqual([8]);
  });

  test("a journal that cannot be written stops everything: nothing is sent", async () => {
    const full: Journal = {
      ...bench().journal,
      writeAhead: () => Promise.reject(new DOMException("Full", "QuotaExceededError")),
    };
    const report = await bench().pushed(wellMeaning, { journal: full });
    expect(bench().charges()).toEqual([]);
    expect(report).toMatchObject({ leftReady: 8, outcomes: [], stopped: { kind: "unreachable" } });
  });

  test("the journal never holds the token", async () => {
    await bench().pushed((heard) =>
      isCharge(heard) ? refused(422, `The token ${token} is odd.`) : wellMeaning(heard),
    );
    expect(JSON.stringify([...(await bench().journal.records())])).not.toContain(token);
  });
});

describe("an answer that settles a row", () => {
  const only = (asset: string, answer: Answer) => (heard: Heard) =>
    isCharge(heard) && keyOf(heard).startsWith(`dx1.${asset}.`) ? answer : wellMeaning(heard);

  test("422: the row is refused with the ledger's words, and the others are posted", async () => {
    const report = await bench().pushed(only("A-3", refused(422, "The period is closed.")));
    expect(report.totals).toMatchObject({ Posted: { count: 6 }, Refused: { count: 2, amount: 90_00 } });
    const sentences = report.outcomes.filter(({ word }) => word === "Refused").map(({ sentence }) => sentence);
    expect(sentences[0]).toContain("The period is closed.");
    expect(await bench().states()).toEqual(expect.arrayContaining(["REJECTED", "POSTED"]));
  });

  test("201 with another amount in it: a conflict, never called posted", async () => {
    const report = await bench().pushed((heard) => {
      const answer = wellMeaning(heard);
      if (!isCharge(heard) || typeof answer !== "object") return answer;
      const body = JSON.parse(heard.text) as { amount: number };
      return { ...answer, body: { data: { id: "x", ...body, amount: body.amount + 1 } } };
    });
    expect(new Set(words(report))).toEqual(new Set(["Refused"]));
    expect(report.outcomes[0]?.sentence).toContain("its amount is 333.34, ours 333.33");
  });

  test("a replay of what somebody else posted: already there", async () => {
    const report = await bench().pushed((heard) => {
      const answer = wellMeaning(heard);
      return typeof answer === "object" && isCharge(heard)
        ? { ...answer, headers: { "idempotency-hit": "true" } }
        : answer;
    });
    expect(new Set(words(report))).toEqual(new Set(["Already there"]));
  });

  test("409: looked up; the same content is already there, other content is refused with the figures", async () => {
    const bodies = new Map<string, Readonly<Record<string, unknown>>>();
    const report = await bench().pushed((heard) => {
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
    expect(await bench().states()).toEqual(expect.arrayContaining(["POSTED", "CONFLICT"]));
  });

  test("an asset that the ledger refuses: its rows are refused, the others posted", async () => {
    const report = await bench().pushed((heard) =>
      heard.method === "POST" && !isCharge(heard) && heard.text.includes("A-2")
        ? refused(400, "The name is taken.")
        : wellMeaning(heard),
    );
    expect(report.totals).toMatchObject({ Posted: { count: 5 }, Refused: { count: 3 } });
    const refusal = report.outcomes.find(({ word }) => word === "Refused");
    expect(refusal?.sentence).toMatch(/^Its asset could not be created: .*The name is taken\.$/);
  });
});

describe("a reading after the push", () => {
  /** Well-meaning, but lists what it was sent as the test has it. */
  const listing = (listed: (bodies: readonly Body[]) => readonly Body[]) => {
    const bodies: Body[] = [];
    return (heard: Heard): Answer => {
      if (isCharge(heard)) bodies.push({ ...(JSON.parse(heard.text) as Body), id: `posted ${keyOf(heard)}` });
      const isListing = heard.method === "GET" && heard.path.includes("/value-updates");
      return isListing ? { status: 200, body: { data: listed(bodies) } } : wellMeaning(heard);
    };
  };
  type Body = Readonly<Record<string, unknown>>;

  test("finds each row once", async () => {
    const { audit } = await bench().pushed(listing((bodies) => bodies));
    expect(audit).toEqual({ kind: "tied", count: 8, amount: 1_390_00 });
  });

  test("finds a row that is there twice, and one that is not there", async () => {
    const { audit, outcomes } = await bench().pushed(
      listing((bodies) => [...bodies.slice(1), ...bodies.slice(-1).map((body) => ({ ...body, id: "again" }))]),
    );
    const keys = bench().charges().map(keyOf);
    expect(audit).toMatchObject({ kind: "differs", count: 8, amount: 1_390_00 });
    const wrong = audit?.kind === "differs" ? audit.wrong : [];
    expect(new Map(wrong.map(({ key, ids }) => [key, ids]))).toEqual(
      new Map([
        [keys[0], []],
        [keys.at(-1), [`posted ${keys.at(-1)}`, "again"]],
      ]),
    );
    expect(outcomes).toHaveLength(8);
  });

  test("refuses the row that is there twice, in the sheet and in the journal, and names both", async () => {
    const { outcomes, totals } = await bench().pushed(
      listing((bodies) => [...bodies, ...bodies.slice(0, 1).map((body) => ({ ...body, id: "again" }))]),
    );
    const [key = ""] = bench().charges().map(keyOf);
    const sentence = `The ledger holds it twice: posted ${key} and again. Reverse all but one there, then preview again.`;
    const found = outcomes.find((outcome) => outcome.key === key);
    expect(found).toMatchObject({ word: "Refused", sentence });
    expect([totals.Posted.count, totals.Refused.count]).toEqual([7, 1]);
    expect((await bench().journal.records()).get(key)).toMatchObject({ state: "DUPLICATE", sentence });
  });

  test("finds another amount", async () => {
    const { audit } = await bench().pushed(
      listing((bodies) => bodies.map((body, index) => (index === 0 ? { ...body, amount: 1 } : body))),
    );
    expect(audit).toMatchObject({ kind: "differs", wrong: [], amount: 1_390_00 });
  });

  test("that fails says so, and takes nothing back", async () => {
    const { audit, totals } = await bench().pushed((heard) =>
      heard.method === "GET" && heard.path.includes("/value-updates") ? refused(403, "No.") : wellMeaning(heard),
    );
    expect(audit).toMatchObject({ kind: "unread" });
    expect(totals.Posted.count).toBe(8);
  });
});

test("a settling that cannot be written fails nothing: the row is looked up next time", async () => {
  const forgetful: Journal = {
    ...bench().journal,
    settle: () => Promise.reject(new DOMException("Full", "QuotaExceededError")),
  };
  const report = await bench().pushed(wellMeaning, { journal: forgetful });
  expect(report.totals.Posted.count).toBe(8);
  expect(new Set(await bench().states())).toEqual(new Set(["SENDING"]));
});

test("a plan for one ledger is never carried out against another", async () => {
  const made = await bench().planned();
  const elsewhere = { ...bench().connection(), businessId: "another" };
  await expect(push(made, { connector, connection: elsewhere, journal: bench().journal })).rejects.toThrow(
    "another ledger",
  );
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
    const reading = database.transaction("records").objectStore("records").get([bench().journal.scope, key]);
    reading.onsuccess = () => {
      database.close();
      resolve(reading.result as JournalRecord | undefined);
    };
  });
}

// Goal: lost answers, refusals, waits and cancels leave each rule sent once at most and told as it is. Method: a scripted
// server in the place of Sage Intacct.
import { type Answer, type Heard, type ScriptedServer, scriptedServer } from "../connectors/scripted-server";
import { connectionTo } from "../connectors/systems";
import { deskAt, kinds, row, rulesVerb, whyBlocked } from "./rules-desk";
import { heldClock } from "./time";

describe("against a server that answers as the test says", () => {
  let server: ScriptedServer;
  beforeAll(async () => {
    server = await scriptedServer();
  });
  afterAll(() => server.close());

  const none = { status: 200, body: { "ia::result": [], "ia::meta": { totalCount: 0, start: 1, pageSize: 100 } } };
  const reference = { key: "871", id: "871", href: "/objects/fixed-assets/asset-depreciation-rule/871" };
  const meta = { totalCount: 1, totalSuccess: 1, totalError: 0 };
  const rule = {
    ...reference,
    ...{ asset: { key: "2", id: "A-1" }, postingRule: { key: "1", id: "2" }, usefulLife: 60 },
    depreciationMethod: { key: "-1", id: "SL" },
  };
  /** Answers queries and readings; what is written is answered by the test. */
  const writesAnsweredBy = (
    write: (heard: Heard, count: number) => Answer,
    held: () => readonly object[] = () => [],
  ) => {
    let count = 0;
    server.answers((heard) => {
      if (heard.path === "/services/core/query")
        return heard.text.includes('posting-rule"') ? none : { ...none, body: { ...none.body, "ia::result": held() } };
      return heard.method === "GET"
        ? { status: 200, body: { "ia::result": rule, "ia::meta": meta } }
        : write(heard, (count += 1));
    });
  };
  const writings = () => server.heard.filter(({ method, path }) => method !== "GET" && path !== "/services/core/query");
  const good: Answer = { status: 201, body: { "ia::result": reference, "ia::meta": meta } };

  test("a lost answer is Unknown, nothing is sent again while it may arrive, and what is there is found", async () => {
    const clock = heldClock();
    const desk = await deskAt({ ...connectionTo(server.url, "intacct"), timeoutMs: 150 }, clock);
    let there = false;
    writesAnsweredBy(
      () => {
        there = true;
        return "silence";
      },
      () => (there ? [rule] : []),
    );
    const report = await desk.push(await desk.plan([row({})]));
    expect(report.outcomes).toMatchObject([{ word: "Unknown" }]);
    expect(kinds(await desk.plan([row({})]))).toEqual(["unchanged"]);
    expect((await desk.journal.records()).size).toBe(1);
    expect([...(await desk.journal.records()).values()].map(({ state }) => state)).toEqual(["POSTED"]);
    expect(writings()).toHaveLength(1);
  });

  test("a lost request is blocked until it cannot arrive any more, and then sent once", async () => {
    const clock = heldClock();
    const desk = await deskAt({ ...connectionTo(server.url, "intacct"), timeoutMs: 150 }, clock);
    writesAnsweredBy((_heard, count) => (count === 1 ? "cut" : good));
    expect((await desk.push(await desk.plan([row({})]))).outcomes).toMatchObject([{ word: "Unknown" }]);
    expect(whyBlocked(await desk.plan([row({})]))).toEqual([expect.stringMatching(/Look again in 120 seconds/)]);
    clock.forward(120_000);
    expect((await desk.push(await desk.plan([row({})]))).outcomes).toMatchObject([{ word: "Posted" }]);
    expect(writings()).toHaveLength(2);
  });

  test.each([
    [401, "unauthorised"],
    [403, "forbidden"],
  ])("%i stops the rest, which stays without a word", async (status, kind) => {
    const desk = await deskAt(connectionTo(server.url, "intacct"));
    writesAnsweredBy(() => ({ status, body: {} }));
    const report = await desk.push(await desk.plan([row({}), row({ asset: "A-2" })]));
    expect(report).toMatchObject({ outcomes: [], stopped: { kind } });
    expect(writings()).toHaveLength(1);
  });

  test("429 is waited for as long as it asks, and then the same request goes again", async () => {
    const clock = heldClock();
    const desk = await deskAt(connectionTo(server.url, "intacct"), clock);
    writesAnsweredBy((_heard, count) =>
      count === 1 ? { status: 429, headers: { "retry-after": "7" }, body: {} } : good,
    );
    expect((await desk.push(await desk.plan([row({})]))).outcomes).toMatchObject([{ word: "Posted" }]);
    expect(clock.waits).toEqual([7000]);
    const [first, second] = writings();
    expect(second?.text).toBe(first?.text);
  });

  test("a request that is lost after a wait may still arrive for as long as one that did not wait", async () => {
    const clock = heldClock();
    const desk = await deskAt({ ...connectionTo(server.url, "intacct"), timeoutMs: 150 }, clock);
    const busy: Answer = { status: 429, headers: { "retry-after": "30" }, body: {} };
    writesAnsweredBy((_heard, count) => (count <= 3 ? busy : "cut"));
    expect((await desk.push(await desk.plan([row({})]))).outcomes).toMatchObject([{ word: "Unknown" }]);
    expect(whyBlocked(await desk.plan([row({})]))).toEqual([expect.stringMatching(/Look again in 120 seconds/)]);
  });

  test("a cancel lets the request in flight finish and sends nothing more", async () => {
    const desk = await deskAt(connectionTo(server.url, "intacct"));
    const stopper = new AbortController();
    writesAnsweredBy(() => {
      stopper.abort();
      return good;
    });
    const plan = await desk.plan([row({}), row({ asset: "A-2" })]);
    expect((await desk.push(plan, stopper.signal)).outcomes).toMatchObject([{ word: "Posted" }]);
    expect(writings()).toHaveLength(1);
  });

  test("a cancel during a wait that the system asked for leaves the row ready", async () => {
    const desk = await deskAt(connectionTo(server.url, "intacct"));
    const stopper = new AbortController();
    writesAnsweredBy(() => {
      stopper.abort();
      return { status: 429, headers: { "retry-after": "7" }, body: {} };
    });
    expect(await desk.push(await desk.plan([row({})]), stopper.signal)).toEqual({ outcomes: [] });
    expect(writings()).toHaveLength(1);
    expect(kinds(await desk.plan([row({})]))).toEqual(["create"]);
  });

  test("what is read back otherwise than it was sent is not called posted", async () => {
    const desk = await deskAt(connectionTo(server.url, "intacct"));
    writesAnsweredBy(() => good);
    const report = await desk.push(await desk.plan([row({ usefulLife: 72 })]));
    expect(report.outcomes).toMatchObject([
      { word: "Unknown", sentence: expect.stringMatching(/another usefulLife/) as string },
    ]);
  });

  test("a system that does not tell the units of posting rules is worked with all the same", async () => {
    server.answers((heard) => (heard.text.includes("fixed-assets/posting-rule") ? { status: 400, body: {} } : none));
    const units = await (await rulesVerb()).lifeUnits(connectionTo(server.url, "intacct"));
    expect(units).toEqual({ ok: true, value: new Map() });
  });
});

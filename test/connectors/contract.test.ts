// Goal: whatever a ledger or a network does, every connector answers with a refusal that says what can be done. Method:
// each connector of the list against a real HTTP server that answers as the table says.
import { connectors } from "../../src/connectors";
import { type Answer, type ScriptedServer, scriptedServer } from "./scripted-server";
import { connectionTo, sure, systems, token } from "./systems";

let server: ScriptedServer;
beforeAll(async () => {
  server = await scriptedServer();
});
afterAll(() => server.close());

const page = "<!DOCTYPE html><html><body>502 Bad Gateway</body></html>";
const inTenSeconds = new Date(Date.UTC(2026, 0, 31, 12, 0, 10)).toUTCString();
const ledgersNow = { date: new Date(Date.UTC(2026, 0, 31, 12, 0, 0)).toUTCString() };

describe("the list of connectors", () => {
  test("has words of their own, and every one has a verb", () => {
    expect(new Set(connectors.map(({ word }) => word)).size).toBe(connectors.length);
    const verbs = ["post", "run", "rules", "purchases", "secondOpinion"] as const;
    expect(connectors.filter((connector) => verbs.every((verb) => connector[verb] === undefined))).toEqual([]);
  });

  test("asks for what its system cannot be asked without, and for a secret token", () => {
    for (const { word, settings } of connectors) {
      const required = settings.filter((setting) => setting.required).map(({ key }) => key);
      expect(required).toEqual(sure(systems[word]).required);
      expect(settings.filter(({ secret }) => secret).map(({ key }) => key)).toEqual(["token"]);
    }
  });
});

describe.each(connectors.map((connector) => [connector.word, connector] as const))("%s", (word, connector) => {
  const system = sure(systems[word]);
  const connection = (more: object = {}) => ({ ...connectionTo(server.url, word), ...more });
  const read = async (answer: Answer, more?: object) => {
    server.answers(() => answer);
    return system.reading(connector, connection(more));
  };
  // A calculator has no writing: what holds for one is then asked of no request.
  const { writing } = system;
  const write = async (answer: Answer, more?: object) => {
    server.answers(() => answer);
    return writing?.(connector, connection(more));
  };
  const expectUnknown = (result: unknown) => {
    if (writing !== undefined) expect(result).toMatchObject({ ok: false, problem: { kind: "unknown-outcome" } });
  };
  const eitherWay = async (answer: Answer, more?: object) =>
    [await read(answer, more), await write(answer, more)].filter((result) => result !== undefined);

  test.each([
    [400, "rejected"],
    [401, "unauthorised"],
    [403, "forbidden"],
    [404, "not-found"],
    [409, "conflict"],
    [422, "rejected"],
    [429, "busy"],
  ] as const)("takes %i for %s, whether reading or writing", async (status, kind) => {
    const answer = { status, body: system.complaint("The amount is odd.") };
    for (const result of await eitherWay(answer)) {
      expect(result).toMatchObject({ ok: false, problem: { kind } });
      expect(!result.ok && result.problem.sentence).toContain("The amount is odd.");
      expect(!result.ok && result.problem.field).toBe(system.field);
    }
  });

  test.each([500, 502, 503, 504, 408])("does not know what became of a writing after %i", async (status) => {
    expectUnknown(await write({ status, body: {} }));
    expect(await read({ status, body: {} })).toMatchObject({ ok: false, problem: { kind: "unreachable" } });
  });

  test.each([
    ["silence", "silence"],
    ["a line cut before the answer", "cut"],
    ["an answer that stops after its beginning", "headers-then-silence"],
  ] as const)("does not know what became of a writing after %s", async (_name, answer) => {
    const hurried = { timeoutMs: 150 };
    expectUnknown(await write(answer, hurried));
    expect(await read(answer, hurried)).toMatchObject({ ok: false, problem: { kind: "unreachable" } });
  });

  test.each([
    ["a web page", { status: 201, raw: page }],
    ["half of its JSON", { status: 201, raw: '{"data": {"id": "7' }],
    ["nothing", { status: 201, raw: "" }],
    ["JSON of another kind", { status: 201, body: ["unexpected"] }],
    ["a number in the place of text", { status: 201, body: system.seventeen }],
  ] as const)("does not believe 201 with %s", async (_name, answer) => {
    expectUnknown(await write(answer));
    expect(await read(answer)).toMatchObject({ ok: false, problem: { kind: "unreadable" } });
  });

  test("says where an answer is not what it should be", async () => {
    const result = await read({ status: 200, body: system.seventeen });
    expect(!result.ok && result.problem.sentence).toMatch(/answer\.[\w:[\].]+ should be text, but is 17\./);
  });

  test("knows a web page in the place of a refusal for a wrong address", async () => {
    const problem = { kind: "not-found", field: "baseUrl" };
    expect(await read({ status: 404, raw: page })).toMatchObject({ ok: false, problem });
  });

  test.each([
    ["a count of seconds", { "retry-after": "7" }, 7],
    ["an HTTP date, by the ledger's clock", { "retry-after": inTenSeconds, ...ledgersNow }, 10],
    ["an HTTP date that is over", { "retry-after": "Wed, 21 Oct 2015 07:28:00 GMT" }, 0],
    ["no wait at all", {}, undefined],
    ["nonsense", { "retry-after": "soon" }, undefined],
  ])("reads Retry-After as %s", async (_name, headers, seconds) => {
    for (const result of await eitherWay({ status: 429, headers, body: {} })) {
      expect(result).toMatchObject({ ok: false, problem: { kind: "busy" } });
      expect(!result.ok && result.problem.retryAfterSeconds).toBe(seconds);
    }
  });

  test("never says the token, even when the ledger does, and never says too much", async () => {
    const echoing = `Bearer ${token} and ${encodeURIComponent(token)} are bad ${"x".repeat(2_000)}\u202e\n\u0007`;
    for (const result of await eitherWay({
      status: 401,
      body: system.complaint(`The token ${token} is bad. ${echoing}`),
    })) {
      const sentence = result.ok ? "" : result.problem.sentence;
      expect(sentence).not.toContain(token);
      expect(sentence).not.toContain(encodeURIComponent(token));
      expect(sentence).toContain("•••");
      expect(sentence.length).toBeLessThanOrEqual(300);
      expect(sentence).toMatch(/^[^\p{Cc}\p{Cf}]+$/u);
    }
  });

  test("sends the token in its one header and nothing else that could be a credential", async () => {
    await read({ status: 200, body: {} });
    const { headers } = sure(server.heard[0]);
    const [header, value] = system.credential;
    expect(headers[header]).toBe(value);
    expect(Object.values(headers).filter((sent) => String(sent).includes(token))).toHaveLength(1);
    expect(headers).not.toHaveProperty("cookie");
  });

  test("does not follow a redirect, which would take the token elsewhere", async () => {
    server.answers(() => ({ status: 302, headers: { location: `${server.url}/elsewhere` } }));
    expect(await system.reading(connector, connection())).toMatchObject({ ok: false });
    expect(server.heard).toHaveLength(1);
  });

  test("does not know what became of a writing that was broken off", async () => {
    server.answers(() => "silence");
    const signal = AbortSignal.timeout(50);
    expectUnknown(await writing?.(connector, connection(), signal));
  });

  test.each([
    ["http://api.example.com", "baseUrl"],
    ["ftp://127.0.0.1", "baseUrl"],
    ["api.example.com", "baseUrl"],
    ["", "baseUrl"],
    ["https://user:secret@api.example.com", "baseUrl"],
    ["https://api.example.com/?key=1", "baseUrl"],
  ])("refuses the address %s before anything is sent", async (baseUrl, field) => {
    server.answers(() => ({ status: 200 }));
    for (const ask of [system.reading, writing ?? system.reading])
      expect(await ask(connector, connection({ baseUrl }))).toMatchObject({
        ok: false,
        problem: { kind: "rejected", field },
      });
    expect(server.heard).toEqual([]);
  });

  test.each<readonly [string, object, string]>([
    ["a token with a line break in it", { token: "abc\ndef" }, "token"],
    ["a token with a letter that no header can hold", { token: "tökén" }, "token"],
    ...system.required.filter((key) => key !== "baseUrl").map((key) => [`no ${key}`, { [key]: " " }, key] as const),
  ])("refuses %s before anything is sent", async (_name, more, field) => {
    server.answers(() => ({ status: 200 }));
    const ask = writing ?? system.reading;
    expect(await ask(connector, connection(more))).toMatchObject({ ok: false, problem: { field } });
    expect(server.heard).toEqual([]);
  });

  describe("when tested says that it was", () => {
    const tried = async (answer: Answer, more?: object) => {
      server.answers(() => answer);
      return connector.test(connection(more));
    };
    const complaint = system.complaint("No.");
    const [blamed, setting] = system.blames;

    test.each([
      ["the token", { status: 401, body: complaint }, "Token: ", "token"],
      ["what was named, which is not there", { status: 404, body: complaint }, `${blamed}: `, setting],
      ["what was named, which is not this token's", { status: 403, body: complaint }, `${blamed}: `, setting],
      ["what was named, which is ill-formed", { status: 400, body: complaint }, `${blamed}: `, setting],
      ["the address, where a web page is", { status: 200, raw: page }, "Address: ", "baseUrl"],
      ["the address, where something else is", { status: 200, body: { hello: "world" } }, "Address: ", "baseUrl"],
      ["the address, where another program answers", { status: 404, body: ["no"] }, "Address: ", "baseUrl"],
      ["the network", "cut", "Network: ", undefined],
      ["the ledger, which is busy", { status: 429, body: complaint }, "Ledger: ", undefined],
    ] as const)("%s", async (_name, answer, beginning, field) => {
      const result = await tried(answer);
      expect(!result.ok && result.problem.sentence.startsWith(beginning)).toBe(true);
      const named = !result.ok && result.problem.field;
      if (field !== undefined) expect(named).toBe(field);
    });

    test("the address, when it is none", async () => {
      const result = await tried({ status: 200 }, { baseUrl: "ledger" });
      expect(!result.ok && result.problem.sentence).toMatch(/^Address: The address "ledger" is no web address/);
    });

    test("the network, when nobody listens there", async () => {
      const result = await connector.test(connection({ baseUrl: "http://127.0.0.1:9" }));
      expect(result).toMatchObject({ ok: false, problem: { kind: "unreachable" } });
      expect(!result.ok && result.problem.sentence).toMatch(/^Network: There was no answer from 127\.0\.0\.1:9\./);
    });
  });
});

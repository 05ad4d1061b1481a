// What whoever runs the ledger looks at: whether it works, and one line for each request that holds no secret.
import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";
import { openServer } from "../../ledger/store/server";
import { conversationAt, depreciationOf, layerAsset } from "./conversation";
import { newBusiness, openTestStore, serveStore } from "./start";
import type { Store } from "../../ledger";

type Line = Readonly<Record<string, unknown>>;

describe("the health of the ledger", () => {
  test("is 200 while the database answers, without a token", async () => {
    const store = await openTestStore();
    const server = await serveStore(store);
    const answer = await fetch(`${server.baseUrl}/health`);
    expect([answer.status, await answer.json()]).toEqual([200, { status: "ok" }]);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    await server.close();
    await store.close();
  });

  test("is 503 when the database is down, and says nothing of where it is", async () => {
    // Nothing listens on port 1.
    const answer = await healthOf(openServer("postgres://somebody:secret@127.0.0.1:1/books"));
    expect(answer).toEqual([503, { status: "away", message: "The ledger's database does not answer." }]);
  });

  test("is 503 when the database takes the connection and falls silent", async () => {
    const sockets: Socket[] = [];
    const silent = createServer((socket) => sockets.push(socket));
    silent.listen(0, "127.0.0.1");
    await once(silent, "listening");
    const { port } = silent.address() as AddressInfo;
    const answer = healthOf(openServer(`postgres://somebody@127.0.0.1:${port}/books`), () => {
      for (const socket of sockets) socket.destroy();
    });
    expect((await answer)[0]).toBe(503);
    silent.close();
  });
});

async function healthOf(store: Store, afterwards = (): void => undefined): Promise<readonly unknown[]> {
  const server = await serveStore(store);
  const answer = await fetch(`${server.baseUrl}/health`);
  const told: readonly unknown[] = [answer.status, await answer.json()];
  afterwards();
  await server.close();
  await store.close();
  return told;
}

describe("the log", () => {
  const lines: string[] = [];
  let store: Store;
  let server: Awaited<ReturnType<typeof serveStore>>;
  let business: Awaited<ReturnType<typeof newBusiness>>;
  let ask: ReturnType<typeof conversationAt>;

  beforeAll(async () => {
    store = await openTestStore();
    business = await newBusiness(store);
    server = await serveStore(store, (line) => lines.push(line));
    ask = conversationAt(server.baseUrl, () => business);
  });
  afterAll(async () => {
    await server.close();
    await store.close();
  });
  beforeEach(() => {
    lines.length = 0;
  });

  const parsed = (): readonly Line[] => lines.map((line) => JSON.parse(line) as Line);

  test("has one line of JSON for each request: time, what, how it ended, how long, whose", async () => {
    const answer = await ask.plain("GET", "/trial-balance?book=secret-book");
    expect(parsed()).toEqual([
      {
        time: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/) as string,
        id: answer.headers.get("x-request-id"),
        method: "GET",
        path: "/trial-balance",
        status: 200,
        ms: expect.any(Number) as number,
        business: business.businessId,
      },
    ]);
    expect(answer.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("has no token, header, body or query in it, whatever the request comes to", async () => {
    const secret = "sEcReT-marker";
    const headers = { "x-user-email": secret, "idempotency-key": secret, cookie: secret };
    await ask.layer("POST", "/assets", { body: layerAsset({ name: secret }), headers });
    await ask.layer("POST", "/assets/value-updates", { body: depreciationOf(secret), headers });
    await ask.layer("POST", "/assets", { bytes: `{"${secret}`, headers });
    await ask.dayzero("GET", `?cursor=${secret}`, { headers });
    await ask.plain("GET", "/journal", { headers: { authorization: `Bearer ${secret}` } });
    await ask.plain("GET", "/journal", { headers: { authorization: `Basic ${secret}` } });
    expect(parsed().map(({ status }) => status)).toEqual([201, 400, 400, 400, 401, 401]);
    expect(lines.join("\n")).not.toContain(secret);
    expect(lines.join("\n")).not.toContain(business.token);
  });

  test("has one line even where a path holds a line's end", async () => {
    await ask.plain("GET", "/layer/%0Aline%22%7D");
    expect(parsed().map(({ path }) => path)).toEqual(["/layer/%0Aline%22%7D"]);
    expect(lines.every((line) => !line.includes("\n"))).toBe(true);
  });

  test("says of the ledger's own failures where they came up, never what they say", async () => {
    const gone = await openTestStore();
    const theirs = await newBusiness(gone);
    const failing = await serveStore(gone, (line) => lines.push(line));
    await gone.close();
    const answer = await conversationAt(failing.baseUrl, () => theirs).plain("GET", "/journal");
    expect(answer.status).toBe(500);
    const [line] = parsed();
    expect(line).toMatchObject({
      status: 500,
      failure: { name: "Error", stack: expect.stringMatching(/^at /) as string },
    });
    expect(lines.join()).not.toContain("closed");
    await failing.close();
  });
});

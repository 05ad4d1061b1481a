// A limit that a client can ask for to be tried against, as FreeAgent's sandbox has it ("X-RateLimit-Test: true", five
// requests a minute). The two forms of Retry-After: RFC 9110, section 10.2.3.
import Fastify from "fastify";
import { rateLimitForTests } from "../../ledger/doors/rate-limit";
import { refusalStatus, type Refusal } from "../../ledger/books/refusal";
import { startConversation } from "./conversation";
import type { Conversation, Row } from "./conversation";

let ledger: Conversation;

beforeAll(async () => {
  ledger = await startConversation();
});
afterAll(() => ledger.close());
beforeEach(() => ledger.moveToNewBusiness());

const asked = { "x-ratelimit-test": "true" };
const sentence = expect.stringMatching(/^More than 5 requests a minute\. Try again in \d+ s\.$/) as string;

const doors: readonly (readonly [name: string, ask: (headers: Row) => Promise<{ status: number; body: Row }>, Row])[] =
  [
    [
      "Layer",
      (headers) => ledger.layer("GET", "/assets", { headers: headers as Record<string, string> }),
      { errors: [{ type: "TooManyRequests", description: sentence, error_enum: "TooManyRequests" }] },
    ],
    [
      "DayZero",
      (headers) => ledger.dayzero("GET", "", { headers: headers as Record<string, string> }),
      { detail: sentence },
    ],
    [
      "the journal",
      (headers) => ledger.plain("GET", "/journal", { headers: headers as Record<string, string> }),
      { error: { code: "too-many-requests", message: sentence } },
    ],
    [
      "oanor",
      (headers) => ledger.plain("GET", "/oanor/v1/meta", { headers: headers as Record<string, string> }),
      { data: null, meta: expect.anything() as object, status: "error", message: sentence, success: false },
    ],
  ];

describe.each(doors)("%s", (_name, ask, failure) => {
  test("answers the sixth request of a minute that asks for the limit with 429, in its own shape", async () => {
    for (let count = 1; count <= 5; count += 1) expect((await ask(asked)).status).toBe(200);
    const refused = await ask(asked);
    expect([refused.status, refused.body]).toEqual([429, failure]);
  });

  test("never limits a request that does not ask for it", async () => {
    for (let count = 1; count <= 8; count += 1) expect((await ask({})).status).toBe(200);
    for (let count = 1; count <= 8; count += 1) expect((await ask({ "x-ratelimit-test": "no" })).status).toBe(200);
  });
});

test("says how long to wait, in seconds, or by the clock when asked so", async () => {
  for (let count = 1; count <= 5; count += 1) await ledger.layer("GET", "/assets", { headers: asked });
  const inSeconds = await ledger.layer("GET", "/assets", { headers: asked });
  const seconds = Number(inSeconds.headers.get("retry-after"));
  expect(Number.isInteger(seconds) && seconds >= 1 && seconds <= 60).toBe(true);
  const byClock = await ledger.layer("GET", "/assets", { headers: { "x-ratelimit-test": "date" } });
  expect(byClock.status).toBe(429);
  expect(byClock.headers.get("retry-after")).toMatch(/^\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/);
});

test("counts anew after a minute, and each token for itself", async () => {
  let now = Date.parse("2026-01-01T00:00:00Z");
  const app = Fastify({ forceCloseConnections: true });
  app.addHook(
    "onRequest",
    rateLimitForTests(() => now),
  );
  app.setErrorHandler((error: Refusal, _request, reply) => reply.code(refusalStatus[error.word]).send());
  app.get("/", () => "");
  const address = await app.listen({ host: "127.0.0.1", port: 0 });
  const ask = async (authorization: string): Promise<readonly unknown[]> => {
    const answer = await fetch(address, { headers: { ...asked, authorization } });
    return [answer.status, answer.headers.get("retry-after")];
  };
  for (let count = 1; count <= 5; count += 1) expect(await ask("one")).toEqual([200, null]);
  now += 1_500;
  expect(await ask("one")).toEqual([429, "59"]);
  expect(await ask("another")).toEqual([200, null]);
  now += 58_500;
  expect(await ask("one")).toEqual([200, null]);
  await app.close();
});

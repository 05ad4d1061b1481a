// The gateway to the real systems, with a real server of this machine in their place. Where tokens come from: RFC 6749
// (client credentials, section 4.4; refreshing, section 6); Layer's "Authentication", FreeAgent's "OAuth", Sage Intacct's
// "OAuth 2.0 authorization".
import type { AddressInfo } from "node:net";
import Fastify, { type FastifyInstance } from "fastify";
import { registerLedger } from "../../ledger";
import { gateway } from "../../workbench/server";
import { profiles } from "../../workbench/server/gateway/profiles";
import { type ScriptedServer, scriptedServer } from "../connectors/scripted-server";
import { connectorOf } from "../../src/connectors";
import { openTestStore } from "../ledger/start";
import { ask, type Answer, type Question } from "./ask";

const secret = "sEcReT";
const variables = profiles.flatMap(({ credentials }) => Object.values(credentials.variables) as readonly string[]);
const everything = Object.fromEntries(variables.map((name) => [name, `${secret}-${name}`]));

let upstream: ScriptedServer;
let app: FastifyInstance;
let port: number;
let own: Record<string, string>;

beforeAll(async () => {
  upstream = await scriptedServer();
});
afterAll(() => upstream.close());
afterEach(() => app.close());

async function start(environment: Readonly<Record<string, string>>): Promise<void> {
  app = Fastify({ forceCloseConnections: true });
  await app.register(gateway(environment));
  await app.listen({ host: "127.0.0.1", port: 0 });
  ({ port } = app.server.address() as AddressInfo);
  own = { host: `localhost:${port}`, origin: `http://localhost:${port}` };
}

function pointing(words: readonly string[], url = upstream.url): Readonly<Record<string, string>> {
  const urls = words.map((word) => [`GATEWAY_${word.toUpperCase().replaceAll("-", "_")}_URL`, url] as const);
  return { ...everything, ...Object.fromEntries(urls) };
}

const words = profiles.map(({ word }) => word);

async function through(path: string, question: Question = {}): Promise<Answer> {
  return ask(port, `/gateway${path}`, { ...question, headers: { ...own, ...question.headers } });
}

function grantTokens(
  rest: { readonly status: number; readonly body?: unknown } = { status: 200, body: { fine: true } },
): void {
  upstream.answers(({ path }) =>
    path.includes("token") ? { status: 200, body: { access_token: "minted", expires_in: 3600 } } : rest,
  );
}

describe("a request through the gateway", () => {
  beforeEach(() => start(pointing(words)));

  test.each(profiles)("to $label carries the system's own credentials, never the caller's", async (profile) => {
    grantTokens();
    const answer = await through(`/${profile.word}${profile.root}things?a=1`, {
      headers: { authorization: "Bearer anything", cookie: "a=b", "x-business-id": "one", referer: "http://x/" },
    });
    expect([answer.status, answer.body]).toEqual([200, '{"fine":true}']);
    const sent = upstream.heard.at(-1);
    const { credentials } = profile;
    const entered =
      credentials.kind === "key"
        ? { [credentials.header]: credentials.before + (everything[credentials.variables.key] ?? "") }
        : { authorization: "Bearer minted" };
    expect(sent).toMatchObject({ method: "GET", path: `${profile.root}things?a=1`, headers: entered });
    expect(sent?.headers).toMatchObject({ "x-business-id": "one", "user-agent": "DEPR-for-Excel-gateway" });
    expect(sent?.headers).not.toHaveProperty("cookie");
    expect(sent?.headers).not.toHaveProperty("referer");
    expect(sent?.headers).not.toHaveProperty("origin");
    expect(JSON.stringify(sent?.headers)).not.toContain("anything");
  });

  test("comes from DayZero's connector as it is, with any token", async () => {
    upstream.answers(() => ({ status: 200, body: { assets: [] } }));
    const connection = { system: "dayzero", name: "t", baseUrl: `http://127.0.0.1:${port}/gateway/dayzero` };
    const standing = await connectorOf(connection)?.test({ ...connection, businessId: "b", token: "gateway" });
    expect(standing).toMatchObject({ ok: true });
    expect(upstream.heard.at(-1)).toMatchObject({
      path: "/api/v1/fixed-assets?limit=1",
      headers: { authorization: `Bearer ${everything["GATEWAY_DAYZERO_TOKEN"] ?? ""}`, "x-business-id": "b" },
    });
  });

  test("keeps its body to the byte, and its method", async () => {
    grantTokens({ status: 201, body: {} });
    const body = '{ "amount" : 1666,\n"memo":"é" }';
    const question = { method: "POST", body, headers: { "content-type": "application/json", "idempotency-key": "k" } };
    expect((await through("/dayzero/api/v1/fixed-assets", question)).status).toBe(201);
    expect(upstream.heard.at(-1)).toMatchObject({ method: "POST", text: body, headers: { "idempotency-key": "k" } });
  });

  test("gets back the status and the headers that are on the list, and no others", async () => {
    upstream.answers(() => ({
      status: 429,
      headers: { "retry-after": "7", "set-cookie": "a=b", "access-control-allow-origin": "*", server: "s" },
      body: { detail: "wait" },
    }));
    const { status, headers, body } = await through("/dayzero/api/v1/x");
    expect([status, body, headers["retry-after"], headers["cache-control"]]).toEqual([
      429,
      '{"detail":"wait"}',
      "7",
      "no-store",
    ]);
    for (const name of ["set-cookie", "access-control-allow-origin", "server"])
      expect(headers).not.toHaveProperty(name);
  });

  test.each([
    "/dayzero/api/v1/../../other",
    "/dayzero/api/v1/%2e%2e/other",
    "/dayzero/api/v1/a%2fb",
    "/dayzero/api/v1/a%5cb",
    "/dayzero/api/v1/a\\b",
    "/dayzero//evil.example/api/v1/x",
    "/dayzero/@evil.example/",
    "/dayzero/other/",
    "/dayzero/api/v1/%00",
    "/dayzero/api/v1/x?a=1?b=2",
  ])("to %s goes nowhere", async (path) => {
    grantTokens();
    const answer = await through(path);
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toEqual({ detail: "Addresses of DayZero begin with /api/v1/ and are plain." });
    expect(upstream.heard).toEqual([]);
  });

  test.each(["/nowhere/api/v1/x", "/http:%2F%2Fevil.example/x", "/DAYZERO/api/v1/x"])(
    "to the unknown profile of %s is 404 and names the known ones",
    async (path) => {
      const answer = await through(path);
      expect(answer.status).toBe(404);
      expect(answer.body).toContain(
        "layer, layer-sandbox, layer-ca, dayzero, intacct, freeagent, freeagent-sandbox, oanor",
      );
    },
  );

  test("is not redirected", async () => {
    upstream.answers(() => ({ status: 302, headers: { location: `${upstream.url}/stolen` } }));
    const answer = await through("/dayzero/api/v1/x");
    expect([answer.status, answer.headers["location"]]).toEqual([502, undefined]);
    expect(answer.body).toContain("which is not followed");
    expect(upstream.heard).toHaveLength(1);
  });

  test("with a body beyond a megabyte is 413", async () => {
    grantTokens();
    const body = "x".repeat(1024 * 1024 + 1);
    const headers = { "content-type": "application/json" };
    expect((await through("/dayzero/api/v1/x", { method: "POST", headers, body })).status).toBe(413);
    expect(upstream.heard).toEqual([]);
  });

  const strangers: readonly (readonly [string, Question])[] = [
    ["a page of another site", { headers: { origin: "https://evil.example" } }],
    ["a page of another port", { headers: { origin: "http://localhost:1" } }],
    ["a frame of another site", { headers: { "sec-fetch-site": "cross-site" } }],
    ["another site of this machine", { headers: { "sec-fetch-site": "same-site" } }],
    ["an address typed by hand", { headers: { "sec-fetch-site": "none" } }],
    [
      "a name that somebody's DNS gives this machine",
      { headers: { host: "evil.example", origin: "http://evil.example" } },
    ],
    ["nobody in particular who writes", { method: "POST", headers: { origin: "null" } }],
  ];
  test.each(strangers)("from %s is refused", async (_who, question) => {
    grantTokens();
    const answer = await through("/dayzero/api/v1/x", question);
    expect(answer.status).toBe(403);
    expect(upstream.heard).toEqual([]);
  });
});

describe("an access token", () => {
  beforeEach(() => start(pointing(words)));

  test("is minted once for many requests, with the credentials where the system wants them", async () => {
    grantTokens();
    await Promise.all(["a", "b", "c"].map((name) => through(`/intacct/ia/api/v1/${name}`)));
    const minting = upstream.heard.filter(({ path }) => path.includes("token"));
    expect(minting).toHaveLength(1);
    expect(minting[0]).toMatchObject({ method: "POST", path: "/ia/api/v1/oauth2/token" });
    expect(Object.fromEntries(new URLSearchParams(minting[0]?.text))).toEqual({
      grant_type: "client_credentials",
      client_id: everything["GATEWAY_INTACCT_CLIENT_ID"],
      client_secret: everything["GATEWAY_INTACCT_CLIENT_SECRET"],
      username: everything["GATEWAY_INTACCT_USERNAME"],
    });
  });

  test("of Layer is asked for by HTTP Basic and with its scope, of FreeAgent with the refresh token", async () => {
    grantTokens();
    await through("/layer-sandbox/v1/x");
    const basic = `${everything["GATEWAY_LAYER_SANDBOX_CLIENT_ID"] ?? ""}:${everything["GATEWAY_LAYER_SANDBOX_CLIENT_SECRET"] ?? ""}`;
    expect(upstream.heard[0]).toMatchObject({
      path: "/oauth2/token",
      headers: { authorization: `Basic ${Buffer.from(basic).toString("base64")}` },
    });
    expect(upstream.heard[0]?.text).toContain(`scope=${encodeURIComponent("https://sandbox.layerfi.com/sandbox")}`);
    grantTokens();
    await through("/freeagent/v2/x");
    expect(upstream.heard[0]).toMatchObject({ path: "/v2/token_endpoint" });
    expect(upstream.heard[0]?.text).toContain(`refresh_token=${everything["GATEWAY_FREEAGENT_REFRESH_TOKEN"] ?? ""}`);
  });

  test("that the system no longer takes is minted anew for the next request", async () => {
    grantTokens({ status: 401, body: {} });
    expect((await through("/layer/v1/x")).status).toBe(401);
    expect((await through("/layer/v1/x")).status).toBe(401);
    expect(upstream.heard.map(({ path }) => path)).toEqual(["/oauth2/token", "/v1/x", "/oauth2/token", "/v1/x"]);
  });

  test.each([
    [
      { status: 400, body: { error: "invalid_client", hint: `${secret}-x` } },
      401,
      "takes none of the credentials (400)",
    ],
    [{ status: 200, body: {} }, 401, "takes none of the credentials (200)"],
    [{ status: 503, body: {} }, 503, "gives out no access token now (503)"],
    [{ status: 302, headers: { location: "/" } }, 502, "No access token could be had"],
  ])("that is refused with %j is said in a sentence, without a secret", async (answers, status, sentence) => {
    upstream.answers(() => answers);
    const answer = await through("/layer/v1/x");
    expect(answer.status).toBe(status);
    const told = JSON.parse(answer.body) as { errors: readonly { description: string }[] };
    expect(told.errors[0]?.description).toContain(sentence);
    expect(answer.body).not.toContain(secret);
    expect(upstream.heard).toHaveLength(1);
  });
});

describe("a profile", () => {
  test.each(profiles)("without credentials is off: $word says which variables are missing", async (profile) => {
    await start({});
    const answer = await through(`/${profile.word}${profile.root}x`);
    expect(answer.status).toBe(404);
    for (const name of Object.values(profile.credentials.variables) as readonly string[])
      expect(answer.body).toContain(name);
    expect(Object.keys(JSON.parse(answer.body) as object)).toEqual(Object.keys(profile.failure("")));
  });

  test("whose system is down is 502 with a sentence", async () => {
    // Nothing listens on port 1.
    await start(pointing(["dayzero"], "http://127.0.0.1:1"));
    const answer = await through("/dayzero/api/v1/x");
    expect([answer.status, JSON.parse(answer.body)]).toEqual([
      502,
      { detail: "There is no answer from 127.0.0.1:1. It may be down, or this machine has no network." },
    ]);
  });

  test.each([
    "https://evil.example",
    "http://localhost.evil.example",
    "http://10.0.0.1",
    "https://127.0.0.1",
    "nonsense",
  ])("cannot be pointed at %s", (url) => {
    expect(() => gateway({ GATEWAY_DAYZERO_URL: url })).toThrow();
  });
});

test("nothing of a secret or of the way through it stands in the log", async () => {
  const lines: string[] = [];
  const store = await openTestStore();
  app = Fastify({ logger: { level: "trace", stream: { write: (line: string) => void lines.push(line) } } });
  await registerLedger(app, store, (line) => lines.push(line));
  await app.register(gateway(pointing(words)));
  await app.listen({ host: "127.0.0.1", port: 0 });
  ({ port } = app.server.address() as AddressInfo);
  own = { host: `localhost:${port}`, origin: `http://localhost:${port}` };
  grantTokens();
  for (const { word, root } of profiles) await through(`/${word}${root}x`);
  upstream.answers(() => ({ status: 400, body: { secret } }));
  for (const { word, root } of profiles) await through(`/${word}${root}x`);
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.join("")).not.toContain(secret);
  expect(lines.join("")).not.toContain("minted");
  await app.close();
  await store.close();
});

import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync, mkdirSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Fastify, { type FastifyInstance } from "fastify";
import { registerWorkbench } from "../../workbench/server";
import { ask, type Answer } from "./ask";

describe("the workbench's server", () => {
  let folder: string;
  let app: FastifyInstance;
  let port: number;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "depr-workbench-"));
    const [distFolder, workbenchFolder, dataFolder] = ["dist", "page", "data"].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    mkdirSync(distFolder);
    mkdirSync(workbenchFolder);
    writeFileSync(join(workbenchFolder, "index.html"), "<title>page</title>");
    writeFileSync(join(workbenchFolder, "workbench.0123456789abcdef.js"), "1");
    for (const name of ["taskpane.html", "functions.js", "functions.json", "manifest.xml"]) {
      writeFileSync(join(distFolder, name), name);
    }
    app = Fastify();
    await registerWorkbench(app, { distFolder, workbenchFolder, dataFolder });
    await app.listen({ host: "127.0.0.1", port: 0 });
    port = (app.server.address() as AddressInfo).port;
  });

  afterEach(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const own = { host: "localhost:3000", origin: "http://localhost:3000", "content-type": "application/json" };
  const get = async (path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
    ask(port, path, { headers });
  const put = async (body: string, headers: Readonly<Record<string, string>> = own): Promise<number> =>
    (await ask(port, "/workbench-data/workbook", { method: "PUT", headers, body })).status;

  test("shows its page at the root, under a strict policy, and never an old one", async () => {
    const answer = await get("/");
    expect(answer.body).toContain("page");
    expect(answer.headers["content-type"]).toContain("text/html");
    expect(answer.headers["cache-control"]).toBe("no-cache");
    expect(answer.headers["x-content-type-options"]).toBe("nosniff");
    const policy = String(answer.headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain("unsafe");
  });

  test.each([
    ["/taskpane.html", "text/html", "no-cache"],
    ["/functions.js", "javascript", "no-cache"],
    ["/functions.json", "application/json", "no-cache"],
    ["/manifest.xml", "xml", "no-cache"],
    ["/workbench/workbench.0123456789abcdef.js", "javascript", "public, max-age=31536000, immutable"],
  ])("serves %s as %s, %s", async (url, type, cache) => {
    const answer = await get(url);
    expect(answer.status).toBe(200);
    expect(answer.headers["content-type"]).toContain(type);
    expect(answer.headers["cache-control"]).toBe(cache);
  });

  test("lets nobody but the workbench frame the pane", async () => {
    const answer = await get("/taskpane.html");
    expect(answer.headers["content-security-policy"]).toBe("frame-ancestors 'self'");
  });

  test.each(["/nothing.js", "/.hidden", "/../data/workbook.json", "/%2e%2e/data/workbook.json"])(
    "hands out nothing at %s",
    async (url) => {
      await put('{"secret":1}');
      const { status, body } = await get(url);
      expect([403, 404]).toContain(status);
      expect(body).not.toContain("secret");
    },
  );

  test("has no workbook at first, then the one that was saved last", async () => {
    expect((await get("/workbench-data/workbook")).status).toBe(204);
    expect(await put('{"version":1}')).toBe(204);
    expect(await put('{"version":1,"a":"é"}')).toBe(204);
    const answer = await get("/workbench-data/workbook");
    expect(JSON.parse(answer.body)).toEqual({ version: 1, a: "é" });
    expect(readdirSync(join(folder, "data"))).toEqual(["workbook.json"]);
  });

  test("keeps the last of many workbooks that are saved at once, whole", async () => {
    const texts = Array.from({ length: 20 }, (_, index) => JSON.stringify({ index, text: "x".repeat(100_000) }));
    await Promise.all(texts.map(async (text) => put(text)));
    expect(texts).toContain(readFileSync(join(folder, "data", "workbook.json"), "utf8"));
  });

  test.each<[string, Record<string, string>]>([
    ["another site", { ...own, origin: "http://elsewhere.example" }],
    ["another site's page of this machine", { ...own, origin: "http://localhost:4000" }],
    ["nobody in particular", { host: own.host, "content-type": own["content-type"] }],
    ["a frame of another site", { ...own, "sec-fetch-site": "cross-site" }],
  ])("takes no workbook from %s", async (_who, headers) => {
    expect(await put("{}", headers)).toBe(403);
    expect((await get("/workbench-data/workbook")).status).toBe(204);
  });

  test("shows the workbook to no other site", async () => {
    await put("{}");
    const headers = { "sec-fetch-site": "cross-site" };
    expect((await get("/workbench-data/workbook", headers)).status).toBe(403);
  });

  test.each(["", "[]", "null", "{", '"text"'])("refuses %j as a workbook", async (text) => {
    expect(await put(text)).toBe(400);
  });

  test("refuses a workbook that does not come as JSON", async () => {
    expect(await put("{}", { ...own, "content-type": "text/plain" })).toBe(415);
  });
});

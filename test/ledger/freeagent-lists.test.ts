// Who may ask FreeAgent's dialect, and how its lists come in pages: its introduction, not its page on depreciation profiles.
import { request } from "node:http";
import { startConversation } from "./conversation";
import { created, idOf } from "./freeagent-conversation";
import { newBusiness } from "./start";
import type { Conversation, Row } from "./conversation";

let ledger: Conversation;

beforeAll(async () => {
  ledger = await startConversation();
});
afterAll(() => ledger.close());
beforeEach(() => ledger.moveToNewBusiness());

describe("who may ask", () => {
  const paths = [
    ["POST", "/expenses"],
    ["GET", "/expenses"],
    ["GET", "/expenses/11111111-2222-4333-8444-555555555555"],
    ["PUT", "/expenses/11111111-2222-4333-8444-555555555555"],
    ["GET", "/capital_assets"],
    ["GET", "/capital_assets/11111111-2222-4333-8444-555555555555"],
  ] as const;

  test.each(paths)("%s %s needs a token, in FreeAgent's shape", async (method, path) => {
    for (const authorization of [undefined, "Bearer wrong"]) {
      const answer = await ledger.freeagent(method, path, { headers: { authorization } });
      expect([answer.status, answer.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
      expect(answer.body).toEqual({ errors: { error: { message: expect.any(String) as string } } });
    }
  });

  test("another business's expenses and assets are not there", async () => {
    const expense = await created(ledger);
    const theirs = await newBusiness(ledger.store);
    const headers = { authorization: `Bearer ${theirs.token}` };
    for (const path of [`/expenses/${idOf(expense.url)}`, `/capital_assets/${idOf(expense.capital_asset.url)}`])
      expect((await ledger.freeagent("GET", path, { headers })).status).toBe(404);
    const change = { headers, body: { expense: { description: "Mine" } } };
    expect((await ledger.freeagent("PUT", `/expenses/${idOf(expense.url)}`, change)).status).toBe(404);
    expect((await ledger.freeagent("GET", "/expenses", { headers })).body).toEqual({ expenses: [] });
    expect((await ledger.freeagent("GET", "/capital_assets", { headers })).body).toEqual({ capital_assets: [] });
  });

  test("a User-Agent must be specified, as FreeAgent's introduction says", async () => {
    expect(await withoutAgent("/freeagent/v2/expenses")).toBe(400);
    expect((await ledger.freeagent("GET", "/expenses", { headers: { "user-agent": " " } })).status).toBe(400);
  });

  // fetch always names itself; a plain request does not.
  function withoutAgent(path: string): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const asked = request(ledger.baseUrl + path, { headers: { authorization: `Bearer ${ledger.token}` } });
      asked.on("response", (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      asked.on("error", reject);
      asked.end();
    });
  }
});

describe("pages, as FreeAgent's introduction says", () => {
  test("25 by default, at most 100, with a Link header to the neighbours", async () => {
    for (let count = 0; count < 5; count += 1) await created(ledger);
    const first = await ledger.freeagent<{ expenses: readonly Row[] }>("GET", "/expenses?page=2&per_page=2");
    expect(first.body.expenses).toHaveLength(2);
    const base = `${ledger.baseUrl}/freeagent/v2/expenses`;
    expect(first.headers.get("link")).toBe(
      [
        `<${base}?page=1&per_page=2>; rel="prev"`,
        `<${base}?page=3&per_page=2>; rel="next"`,
        `<${base}?page=1&per_page=2>; rel="first"`,
        `<${base}?page=3&per_page=2>; rel="last"`,
      ].join(", "),
    );
    expect(first.headers.get("x-total-count")).toBe("5");
    expect((await ledger.freeagent("GET", "/expenses")).headers.get("link")).toBeNull();
    for (const wrong of ["per_page=101", "per_page=0", "page=0", "page=x", "page=1&page=2"])
      expect((await ledger.freeagent("GET", `/capital_assets?${wrong}`)).status).toBe(422);
  });

  test("every expense is on one page", async () => {
    for (let count = 0; count < 26; count += 1) await created(ledger);
    const list = async (page: number): Promise<readonly Row[]> =>
      (await ledger.freeagent<{ expenses: readonly Row[] }>("GET", `/expenses?page=${page}`)).body.expenses;
    const pages = [await list(1), await list(2), await list(3)];
    expect(pages.map((page) => page.length)).toEqual([25, 1, 0]);
    expect(new Set(pages.flat().map((expense) => expense["url"])).size).toBe(26);
  });
});

// What oanor's "Depreciation Calculator API" says, statement by statement (O1 to O28), and the document's own exchanges
// played against this ledger.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import Fastify from "fastify";
import type { FastifyInstance } from "fastify";
import { oanor } from "../../ledger/oanor";

interface Row {
  readonly year: number;
  readonly depreciation: number;
  readonly accumulated: number;
  readonly book_value: number;
}

interface Envelope {
  readonly data: {
    readonly method: string;
    readonly note: string;
    readonly inputs: Readonly<Record<string, number>>;
    readonly schedule: readonly Row[];
    readonly total_depreciation: number;
  } & Readonly<Record<string, unknown>>;
  readonly meta: { readonly timestamp: string; readonly request_id: string };
  readonly status: string;
  readonly message: string;
  readonly success: boolean;
}

interface Exchange {
  readonly from: string;
  readonly exchange: readonly {
    readonly request: { readonly method: "GET"; readonly path: string };
    readonly response: { readonly status: number; readonly body: Envelope };
  }[];
}

// The calculators keep nothing, so they run here without the rest of the ledger and its database.
let app: FastifyInstance;
let baseUrl: string;

beforeAll(async () => {
  app = Fastify({ forceCloseConnections: true });
  await app.register(oanor, { prefix: "/oanor" });
  baseUrl = await app.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(() => app.close());

async function get(path: string, headers: Readonly<Record<string, string>> = {}) {
  const answer = await fetch(`${baseUrl}/oanor${path}`, { headers });
  return { status: answer.status, body: (await answer.json()) as Envelope };
}

const calculators = ["straight-line", "declining-balance", "sum-of-years"] as const;
const usual = "cost=10000&salvage=1000&life=5";

function charges({ data }: Envelope): readonly number[] {
  return data.schedule.map(({ depreciation }) => depreciation);
}

function bookValues({ data }: Envelope): readonly number[] {
  return data.schedule.map(({ book_value: bookValue }) => bookValue);
}

describe("the document's exchanges", () => {
  const folder = join(__dirname, "..", "exchanges", "oanor");
  const files = readdirSync(folder);

  test("are four", () => expect(files).toHaveLength(4));

  test.each(files)("O3 O6 O8 O9 O10 O11 O18 O22 O27: %s is answered to the digit", async (file) => {
    const { exchange } = JSON.parse(readFileSync(join(folder, file), "utf8")) as Exchange;
    for (const { request, response } of exchange) {
      const { status, body } = await get(request.path);
      expect(status).toBe(response.status);
      expect({ ...body, meta: undefined }).toEqual({ ...response.body, meta: undefined });
      expect(Object.keys(body.meta)).toEqual(Object.keys(response.body.meta));
    }
  });
});

describe("the address", () => {
  test("O1: behind oanor's base, here /oanor, lie the same paths", async () => {
    // From: oanor, Depreciation Calculator API, servers: https://api.oanor.com/depreciation-api
    const theirs = new URL("https://api.oanor.com/depreciation-api/v1/meta");
    const { status, body } = await get(theirs.pathname.replace("/depreciation-api", ""));
    expect([status, body.message]).toEqual([200, "Meta"]);
    expect((await get(theirs.pathname)).status).toBe(404);
  });

  test("O26 (decided): there are no quotas; ten at once, five times what their free plan has, are all answered", async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => get("/v1/meta")));
    expect(answers.map(({ status }) => status)).toEqual(Array<number>(10).fill(200));
  });
});

describe("the envelope", () => {
  test.each([...calculators.map((path) => `/v1/${path}?${usual}`), "/v1/meta"])(
    "O2 (decided): %s needs no key and minds none",
    async (path) => {
      expect((await get(path)).status).toBe(200);
      expect((await get(path, { "x-oanor-key": "oanor_live_x" })).status).toBe(200);
    },
  );

  test("O7: a timestamp in milliseconds of UTC and a request id of its own", async () => {
    const [first, second] = [(await get("/v1/meta")).body.meta, (await get("/v1/meta")).body.meta];
    expect(first.timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(first.request_id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(first.request_id).not.toBe(second.request_id);
  });

  test("O4: without a salvage value it is 0", async () => {
    const { body } = await get("/v1/straight-line?cost=10000&life=5");
    expect(body.data.inputs).toEqual({ cost: 10000, life: 5, salvage: 0 });
  });

  test("O5 O10: without a factor it is 2; only the declining balance has one", async () => {
    expect((await get(`/v1/declining-balance?${usual}`)).body.data.inputs["factor"]).toBe(2);
    expect((await get(`/v1/straight-line?${usual}&factor=3`)).body.data.inputs).not.toHaveProperty("factor");
  });

  test("O9: the path sum-of-years names the method sum-of-years-digits", async () => {
    expect((await get(`/v1/sum-of-years?${usual}`)).body.data.method).toBe("sum-of-years-digits");
  });
});

describe("the figures", () => {
  test("O12 O13 O19: straight line", async () => {
    const { body } = await get(`/v1/straight-line?${usual}`);
    expect(charges(body)).toEqual([1800, 1800, 1800, 1800, 1800]);
    expect(bookValues(body)).toEqual([8200, 6400, 4600, 2800, 1000]);
    expect(body.data["annual_depreciation"]).toBe(1800);
  });

  test("O14 O15 O20: declining balance stops at the salvage value", async () => {
    const { body } = await get(`/v1/declining-balance?${usual}`);
    expect(charges(body)).toEqual([4000, 2400, 1440, 864, 296]);
    expect(bookValues(body)).toEqual([6000, 3600, 2160, 1296, 1000]);
    expect(body.data["depreciation_rate"]).toBe(0.4);
  });

  test("O16 O17 O21: sum of years' digits", async () => {
    const { body } = await get(`/v1/sum-of-years?${usual}`);
    expect(charges(body)).toEqual([3000, 2400, 1800, 1200, 600]);
    expect(bookValues(body)).toEqual([7000, 4600, 2800, 1600, 1000]);
    expect(body.data["sum_of_years_digits"]).toBe(15);
  });

  test("O14: the factor times the straight-line rate", async () => {
    // 10000 x 1.5 / 5 = 3000, then 7000 x 0.3 = 2100.
    const { body } = await get("/v1/declining-balance?cost=10000&life=5&factor=1.5");
    expect(charges(body).slice(0, 2)).toEqual([3000, 2100]);
  });

  test("O23: the declining balance never turns into a straight line: 10000 over 5 years leaves 777.6", async () => {
    const { body } = await get("/v1/declining-balance?cost=10000&salvage=0&life=5");
    expect(body.data.schedule.at(-1)?.book_value).toBe(777.6);
    expect(body.data.total_depreciation).toBe(9222.4);
  });

  test.each(calculators)("O24: %s takes whole years, and no part of one", async (path) => {
    for (const life of ["2.5", "0.999", "4.0001"])
      expect((await get(`/v1/${path}?cost=10000&life=${life}`)).status).toBe(400);
    expect((await get(`/v1/${path}?cost=10000&life=3`)).body.data.schedule).toHaveLength(3);
  });

  test.each(calculators)("O11 O25: %s has a row a year, and accumulated + book value = cost", async (path) => {
    for (const [cost, salvage, life] of [
      [10000, 1000, 5],
      [9999.99, 0.01, 7],
      [123456.78, 0, 40],
      [0, 0, 1],
      [500, 500, 3],
    ] as const) {
      const { body } = await get(`/v1/${path}?cost=${cost}&salvage=${salvage}&life=${life}`);
      expect(body.data.schedule.map(({ year }) => year)).toEqual(Array.from({ length: life }, (_, index) => index + 1));
      for (const row of body.data.schedule) expect(row.accumulated + row.book_value).toBeCloseTo(cost, 8);
      expect(body.data.schedule.at(-1)?.book_value).toBeGreaterThanOrEqual(salvage - 1e-9);
      expect(body.data.total_depreciation).toBe(body.data.schedule.at(-1)?.accumulated);
    }
  });
});

describe("O28 (decided): what is not right is 400 in the same envelope, with a sentence", () => {
  test.each([
    ["life=5", "cost is missing; it must be a number."],
    ["cost=10000", "life is missing; it must be a number."],
    ["cost=ten&life=5", 'cost is "ten", but must be a number such as 10000 or 0.5, at most 1000000000000000.'],
    ["cost=&life=5", 'cost is "", but must be a number such as 10000 or 0.5, at most 1000000000000000.'],
    ["cost=1e400&life=5", "cost is"],
    ["cost=Infinity&life=5", "cost is"],
    ["cost=0x10&life=5", "cost is"],
    ["cost=1&cost=2&life=5", "cost is a list"],
    ["cost=-1&life=5", "cost is -1, but must be 0 or more."],
    ["cost=100&salvage=-1&life=5", "salvage is -1, but must be 0 or more."],
    ["cost=100&salvage=101&life=5", "salvage is 101, but must be at most the cost, which is 100."],
    ["cost=100&life=0", "life is 0, but must be a whole number of years from 1 to 1000."],
    ["cost=100&life=2.5", "life is 2.5, but must be a whole number of years from 1 to 1000."],
    ["cost=100&life=1001", "life is 1001, but must be a whole number of years from 1 to 1000."],
  ])("%s: %s", async (query, sentence) => {
    for (const path of calculators) {
      const { status, body } = await get(`/v1/${path}?${query}`);
      expect([status, body.status, body.success, body.data]).toEqual([400, "error", false, null]);
      expect(body.message).toContain(sentence);
    }
  });

  test.each(["factor=0", "factor=-2", "factor=x"])("a declining balance with %s", async (query) => {
    expect((await get(`/v1/declining-balance?${usual}&${query}`)).status).toBe(400);
  });

  test("an endpoint that is not there is 404 in the same envelope", async () => {
    expect(await get("/v1/macrs")).toMatchObject({ status: 404, body: { status: "error", success: false } });
  });
});

// Goal: one recording judges both sides. The connector must send exactly the recorded request and read the recorded
// answer; the reference ledger must answer the recorded request with the recorded status and shape.
import { connectors } from "../../src/connectors";
import { type StartedLedger, newBusiness, startLedger } from "../ledger/start";
import { Asking, misfits } from "./asking";
import { type Exchange, type Replay, exchangesOf, legible, verbs } from "./exchange";
import { type ScriptedServer, scriptedServer } from "./scripted-server";
import { businessId, connectionTo, sure } from "./systems";

describe.each(connectors.map((connector) => [connector.word, connector] as const))("%s", (word, connector) => {
  const recorded = exchangesOf(word);

  test("has recorded exchanges, each with its authority", () => {
    expect(recorded.length).toBeGreaterThan(0);
    expect(recorded.filter(({ from }) => from.length < 20)).toEqual([]);
  });

  describe("the connector", () => {
    let server: ScriptedServer;
    beforeAll(async () => {
      server = await scriptedServer();
    });
    afterAll(() => server.close());

    test.each(recorded.map((one) => [one.name, one] as const))("sends and reads: %s", async (_name, one) => {
      server.answers((_heard, count) => sure(one.exchange[count - 1]).response);
      const result = await sure(verbs[one.does])(connector, connectionTo(server.url, word), one.given as never);
      expect(server.heard).toHaveLength(one.exchange.length);
      one.exchange.forEach(({ request }, index) => {
        const { method, path, text, headers } = sure(server.heard[index]);
        expect({ method, path }).toEqual({ method: request.method, path: request.path });
        expect(text === "" ? undefined : JSON.parse(text)).toEqual(request.body);
        expect(headers).toMatchObject(request.headers ?? {});
        expect(headers["content-type"]).toBe(request.body === undefined ? undefined : "application/json");
      });
      if (one.refuses !== undefined) expect(result).toMatchObject({ ok: false, problem: one.refuses });
      else expect(legible(result)).toEqual({ ok: true, value: one.reads });
    });
  });

  describe("the reference ledger", () => {
    let ledger: StartedLedger;
    beforeAll(async () => {
      ledger = await startLedger();
    });
    afterAll(() => ledger.close());

    const replayed = recorded.filter(({ replay }) => typeof replay !== "string");
    test.each(replayed.map((one) => [one.name, one] as const))("answers alike: %s", async (_name, one) => {
      const business = await newBusiness(ledger.store);
      const asking = new Asking(ledger.baseUrl, word, business.token, one);
      asking.calls(businessId, business.businessId);
      for (const before of howOf(one).first ?? []) await asking.prepare(before);
      for (const earlier of one.after ?? [])
        for (const { request } of sure(recorded.find(({ name }) => name === earlier)).exchange)
          asking.remembers(earlier, await asking.ask(request));
      for (const { request, response } of one.exchange) {
        const answer = await asking.ask(request);
        const { status, headers, body } = answer;
        expect({ status, body }).toMatchObject({ status: response.status });
        expect(misfits(asking.translated(response.body), body, howOf(one))).toEqual([]);
        for (const [header, value] of Object.entries(response.headers ?? {})) expect(headers.get(header)).toBe(value);
        asking.remembers(one.name, answer);
      }
    });
  });
});

test("a recording that cannot be replayed says why", () => {
  const reasons = connectors.flatMap(({ word }) =>
    exchangesOf(word).flatMap(({ replay }) => (typeof replay === "string" ? [replay] : [])),
  );
  expect(reasons.filter((reason) => !/^[A-Z].{30,}\.$/.test(reason))).toEqual([]);
});

function howOf({ replay }: Exchange): Replay {
  return typeof replay === "object" ? replay : {};
}

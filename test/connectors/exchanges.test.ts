// Goal: one recording judges both sides. The connector must send exactly the recorded request and read the recorded
// answer; the reference ledger must answer the recorded request with the recorded status and shape.
import { connectors } from "../../src/connectors";
import { type StartedLedger, newBusiness, startLedger } from "../ledger/start";
import { exchangesOf, legible, verbs } from "./exchange";
import { type ScriptedServer, scriptedServer } from "./scripted-server";
import { businessId, connectionTo, sure } from "./systems";

const assetId = "550e8400-e29b-41d4-a716-446655440000";

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
    }, 60_000);
    afterAll(() => ledger.close());

    const replayed = recorded.filter(({ replay }) => replay !== false);
    test.each(replayed.map((one) => [one.name, one] as const))("answers alike: %s", async (name, one) => {
      const business = await newBusiness(ledger.store);
      const ids = new Map([[businessId, business.businessId]]);
      for (const earlier of [...(one.after ?? []), name]) await replay(earlier, ids, business.token, earlier === name);
    });

    async function replay(name: string, ids: Map<string, string>, token: string, judged: boolean): Promise<void> {
      for (const { request, response } of sure(recorded.find((one) => one.name === name)).exchange) {
        const answer = await fetch(`${ledger.baseUrl}/${word}${withIds(request.path, ids)}`, {
          method: request.method,
          headers: {
            authorization: `Bearer ${token}`,
            ...(request.body === undefined ? {} : { "content-type": "application/json" }),
            ...(JSON.parse(withIds(JSON.stringify(request.headers ?? {}), ids)) as Record<string, string>),
          },
          ...(request.body === undefined ? {} : { body: withIds(JSON.stringify(request.body), ids) }),
        });
        const body: unknown = await answer.json();
        rememberAsset(name, body, ids);
        if (!judged) continue;
        expect({ status: answer.status, body }).toMatchObject({ status: response.status });
        expect(misfits(response.body, body)).toEqual([]);
        for (const [header, value] of Object.entries(response.headers ?? {})) {
          expect(answer.headers.get(header)).toBe(value);
        }
      }
    }
  });
});

/** The asset's id is the ledger's own; what it made of "create-asset" stands for the recorded one from then on. */
function rememberAsset(name: string, body: unknown, ids: Map<string, string>): void {
  if (name !== "create-asset") return;
  const made = body as { readonly id?: string; readonly data?: { readonly id: string } };
  ids.set(assetId, made.data?.id ?? made.id ?? "");
}

function withIds(text: string, ids: ReadonlyMap<string, string>): string {
  return [...ids].reduce((changed, [recorded, ours]) => changed.split(recorded).join(ours), text);
}

/** Where the answer lacks a field of the recording, has another number or another kind of value; null fits anything. */
function misfits(recorded: unknown, answer: unknown, where = "body"): readonly string[] {
  if (recorded === null || answer === null) return [];
  if (Array.isArray(recorded)) {
    const [first] = recorded as readonly unknown[];
    if (!Array.isArray(answer)) return [`${where} is no list`];
    return first === undefined ? [] : misfits(first, answer[0], `${where}[0]`);
  }
  if (typeof recorded === "number") return recorded === answer ? [] : [`${where} is not ${recorded}`];
  if (typeof recorded !== typeof answer) return [`${where} is ${typeof answer}, not ${typeof recorded}`];
  if (typeof recorded !== "object") return [];
  const held = answer as Readonly<Record<string, unknown>>;
  return Object.entries(recorded).flatMap(([name, inner]) =>
    name in held ? misfits(inner, held[name], `${where}.${name}`) : [`${where}.${name} is missing`],
  );
}

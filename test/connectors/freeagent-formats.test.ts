// FreeAgent's documents show every exchange twice, as JSON and as XML (F4, F20, F21). Goal: a connection that has chosen
// XML says and understands the same as one that speaks JSON. The requests and answers are the documents' own.
import { type PurchasesVerb, connectorOf } from "../../src/connectors";
import { readXml } from "../../src/xml/reader";
import { writeXml } from "../../src/xml/writer";
import { type StartedLedger, newBusiness, startLedger } from "../ledger/start";
import { exchangesOf, legible, verbs } from "./exchange";
import { type ScriptedServer, scriptedServer } from "./scripted-server";
import { connectionTo, purchase, sure } from "./systems";

const connector = sure(connectorOf({ system: "freeagent" }));
const formats = sure(connector.settings.find(({ key }) => key === "format")?.choices).map(({ value }) => value);
const asXml = { "content-type": "application/xml; charset=utf-8" };

let server: ScriptedServer;
let verb: PurchasesVerb;
beforeAll(async () => {
  server = await scriptedServer();
  verb = await sure(connector.purchases)();
});
afterAll(() => server.close());
const speaking = (format: string) => ({ ...connectionTo(server.url, "freeagent"), format });

/** From: FreeAgent, "Depreciation Profiles", the request in XML; the user of its JSON, two decimals, and our reference. */
const request = `<?xml version="1.0" encoding="UTF-8"?>
<freeagent>
  <expense>
    <user>https://api.freeagent.com/v2/users/1</user>
    <category>https://api.freeagent.com/v2/categories/602-1</category>
    <dated_on>2024-02-01</dated_on>
    <currency>GBP</currency>
    <gross_value>-20000.00</gross_value>
    <description>An example capital asset expense</description>
    <receipt_reference>FA-1</receipt_reference>
    <capital_asset>
      <depreciation_profile>
        <method>straight_line</method>
        <asset_life_years>10</asset_life_years>
        <frequency>annually</frequency>
      </depreciation_profile>
    </capital_asset>
  </expense>
</freeagent>
`;

/** From: FreeAgent, "Depreciation Profiles", "Update Requests", as it prints it. */
const deprecated = `<?xml version="1.0" encoding="UTF-8"?>
<freeagent>
  <errors>
    <error>
      <message>
        \`depreciation_schedule\` is deprecated, use \`depreciation_profile\` instead
      </message>
    </error>
  </errors>
</freeagent>`;

/** From: FreeAgent, "Capital Assets", "Include capital asset history", in which the page's own markup ate the links. */
const capitalAssets = `<?xml version="1.0" encoding="UTF-8"?>
<freeagent>
  <capital-assets type="array">
    <capital-asset>
      <url>https://api.freeagent.com/v2/capital_assets/3</url>
      <description>New computer monitor</description>
      <asset-life-years type="integer">3</asset-life-years>
      <asset-type>Computer Equipment Purchase</asset-type>
      <purchased-on type="date">2019-09-15</purchased-on>
      <created-at type="dateTime">2020-07-08T16:55:17Z</created-at>
      <capital-asset-history type="array">
        <capital-asset-history>
          <type>purchase</type>
          <date type="date">2019-09-15</date>
          <value type="decimal">1044.0</value>
          <link>https://api.freeagent.com/v2/expenses/48</link>
        </capital-asset-history>
        <capital-asset-history>
          <type>annual_investment_allowance</type>
          <date type="date">2019-08-19</date>
          <tax-value type="decimal">-1403.0</tax-value>
        </capital-asset-history>
        <capital-asset-history>
          <type>depreciation</type>
          <description>Depreciation of 50%</description>
          <date type="date">2019-08-19</date>
          <value type="decimal">-701.5</value>
        </capital-asset-history>
      </capital-asset-history>
    </capital-asset>
  </capital-assets>
</freeagent>`;

describe("a connection that has chosen XML", () => {
  test("F4: sends the document's request in XML, and asks for XML", async () => {
    server.answers(() => ({ status: 422, headers: asXml, raw: deprecated }));
    await verb.create(speaking("xml"), purchase());
    const { text, headers } = sure(server.heard[0]);
    expect(text).toBe(request);
    expect(headers).toMatchObject({ accept: "application/xml", "content-type": "application/xml" });
  });

  test("reads a list whose names are joined by - and which says that it is one", async () => {
    server.answers(() => ({ status: 200, headers: asXml, raw: capitalAssets }));
    expect(legible(await verb.capitalAssets(speaking("xml")))).toEqual({
      ok: true,
      value: [
        {
          ledgerId: "https://api.freeagent.com/v2/capital_assets/3",
          name: "New computer monitor",
          purchased: "2019-09-15",
          cost: 104_400,
          booked: [{ date: "2019-08-19", amount: 70_150 }],
        },
      ],
    });
  });

  test.each(exchangesOf("freeagent").map((one) => [one.name, one] as const))(
    "F4: says and reads what the recorded exchange has in JSON: %s",
    async (_name, { does, given, exchange, reads, refuses }) => {
      server.answers((_heard, count) => {
        const { status, headers, body } = sure(exchange[count - 1]).response;
        return { status, headers: { ...headers, ...asXml }, raw: writeXml("freeagent", body as object) };
      });
      const result = await sure(verbs[does])(connector, speaking("xml"), given as never);
      expect(legible(result)).toMatchObject(refuses === undefined ? { ok: true, value: reads } : { problem: refuses });
      for (const [index, leg] of exchange.entries()) {
        const { text } = sure(server.heard[index]);
        const sent = text === "" ? undefined : readXml(text, 100);
        expect(sent).toEqual(leg.request.body === undefined ? undefined : ["freeagent", textual(leg.request.body)]);
      }
    },
  );

  test("understands JSON where somebody on the way answers in it", async () => {
    const message = "The gateway has no credentials.";
    server.answers(() => ({ status: 404, body: { errors: { error: { message } } } }));
    const result = await verb.capitalAssets(speaking("xml"));
    expect(!result.ok && result.problem.sentence).toContain(message);
  });

  test.each([
    ["a web page", "<!DOCTYPE html><html><body/></html>", "text/html", "it is a web page"],
    ["a web page that is called XML", "<html/>", "application/xml", "it is a web page"],
    ["half of it", capitalAssets.slice(0, 300), "application/xml", "it is no XML that can be read"],
    ["an entity of its own", '<!DOCTYPE f [<!ENTITY e "x">]><freeagent>&e;</freeagent>', "text/xml", "no XML that can"],
    ["XML of another service", "<Error><Code>AccessDenied</Code></Error>", "application/xml", "its root is <Error>"],
    ["nothing", "", "application/xml", "it is empty"],
  ])("does not believe %s", async (_what, raw, type, sentence) => {
    server.answers(() => ({ status: 200, headers: { "content-type": type }, raw }));
    const read = await verb.capitalAssets(speaking("xml"));
    expect(read).toMatchObject({ ok: false, problem: { kind: "unreadable", field: "baseUrl" } });
    expect(!read.ok && read.problem.sentence).toContain(sentence);
    server.answers(() => ({ status: 201, headers: { "content-type": type }, raw }));
    const sent = await verb.create(speaking("xml"), purchase());
    expect(sent).toMatchObject({ ok: false, problem: { kind: "unknown-outcome" } });
  });

  test("reads as many assets as a page can hold, with 25 years of monthly postings each", async () => {
    const item = {
      type: "depreciation",
      description: "d",
      date: "2019-08-19",
      value: "-1.0",
      tax_value: "0.0",
      link: "l",
    };
    const one = {
      url: "u",
      description: "A",
      purchased_on: "2024-02-01",
      capital_asset_history: Array(300).fill(item),
    };
    const raw = writeXml("freeagent", { capital_assets: Array(100).fill(one) });
    const link = '</v2/capital_assets?page=1>; rel="prev"';
    server.answers(() => ({ status: 200, headers: { ...asXml, link }, raw }));
    const read = await verb.capitalAssets(speaking("xml"));
    expect(read.ok && read.value.flatMap(({ booked }) => booked)).toHaveLength(30_000);
  });
});

test.each(formats)("F20 F21: the 422 in XML is read by its Content-Type, without the blanks: %s", async (format) => {
  server.answers(() => ({ status: 422, headers: asXml, raw: deprecated }));
  const result = await verb.create(speaking(format), purchase());
  expect(result).toMatchObject({ ok: false, problem: { kind: "rejected" } });
  expect(!result.ok && result.problem.sentence).toContain(
    "It says: `depreciation_schedule` is deprecated, use `depreciation_profile` instead FreeAgent made",
  );
});

test("a format that FreeAgent does not speak is its usual one", async () => {
  server.answers(() => ({ status: 200, body: { capital_assets: [] } }));
  await verb.capitalAssets(speaking("yaml"));
  expect(server.heard[0]?.headers).toMatchObject({ accept: "application/json" });
});

describe("with the reference ledger", () => {
  let ledger: StartedLedger;
  beforeAll(async () => {
    ledger = await startLedger();
  });
  afterAll(() => ledger.close());

  test("F4: a whole conversation comes to the same in either form", async () => {
    const [inJson, inXml] = [await conversation("json"), await conversation("xml")];
    expect(inXml).toEqual(inJson);
    expect(inJson).toMatchObject({
      created: { ok: true, value: { cost: 2_000_000, profile: { method: "straight_line", years: 10 } } },
      again: { ok: false, problem: { kind: "rejected" } },
      changed: { ok: true, value: { profile: { method: "reducing_balance", percent: 40, frequency: "monthly" } } },
      purchases: { ok: true, value: [{ asset: "FA-1" }] },
      capitalAssets: { ok: true, value: [{ name: `A <"press"> & 'bench' ✓`, cost: 2_000_000 }] },
    });
  });

  async function conversation(format: string): Promise<unknown> {
    const { token } = await newBusiness(ledger.store);
    const connection = { ...connectionTo(`${ledger.baseUrl}/freeagent`, "freeagent"), token, format };
    const bought = { ...purchase(), name: `A <"press"> & 'bench' ✓` };
    const created = await verb.create(connection, bought);
    const held = created.ok ? created.value : undefined;
    return unaddressed({
      tested: await connector.test(connection),
      created,
      again: await verb.create(connection, bought),
      changed: await verb.change(connection, sure(held), {
        method: "reducing_balance",
        percent: 40,
        frequency: "monthly",
      }),
      purchases: await verb.purchases(connection),
      capitalAssets: await verb.capitalAssets(connection),
    });
  }
});

/** The same without the ids that the ledger gave. */
function unaddressed(told: unknown): unknown {
  return JSON.parse(JSON.stringify(told).replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "id")) as unknown;
}

/** Numbers as text, which is all that XML has. */
function textual(value: unknown): unknown {
  if (typeof value === "number") return String(value);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, textual(inner)]));
}

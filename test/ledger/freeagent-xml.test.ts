// FreeAgent's document shows every form twice, as JSON and as XML (F4, F21). The exchanges are the document's own; what is
// refused is the usual list of attacks on readers of XML.
import { startConversation } from "./conversation";
import { readXml } from "../../src/xml/reader";
import type { Answer, Conversation, Row } from "./conversation";

let ledger: Conversation;

beforeAll(async () => {
  ledger = await startConversation();
});
afterAll(() => ledger.close());
beforeEach(() => ledger.moveToNewBusiness());

/** The document's request, as it prints it. */
const request = `<?xml version="1.0" encoding="UTF-8"?>
<freeagent>
  <expense>
    <user>https://api.freeagent.com/v2/users/116</user>
    <category>https://api.freeagent.com/v2/categories/602-1</category>
    <dated_on>2024-02-01</dated_on>
    <currency>GBP</currency>
    <gross_value>-20000.0</gross_value>
    <description>An example capital asset expense</description>
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

const xml = "application/xml";

async function send<B = Row>(bytes: string, accept = "application/json", path = "/expenses", method = "POST") {
  return ledger.freeagent<B>(method, path, { bytes, headers: { "content-type": xml, accept } });
}

function inXml(answer: Answer): Row {
  expect(answer.headers.get("content-type")).toBe("application/xml; charset=utf-8");
  const [root, value] = readXml(String(answer.body), 500);
  expect(root).toBe("freeagent");
  return value as Row;
}

test("F4: the document's XML makes the same expense as its JSON, and either answer says the same", async () => {
  const created = await send<{ expense: { url: string } & Row }>(request);
  expect(created.status).toBe(201);
  const { expense } = created.body;
  expect(expense).toMatchObject({
    user: "https://api.freeagent.com/v2/users/116",
    gross_value: "-20000.0",
    capital_asset: { depreciation_profile: { method: "straight_line", asset_life_years: 10, frequency: "annually" } },
  });
  const path = expense.url.slice(expense.url.indexOf("/expenses"));
  const shown = await ledger.freeagent("GET", path, { headers: { accept: xml } });
  const { expense: asXml } = inXml(shown) as { expense: Row };
  expect(asXml).toEqual({
    ...expense,
    capital_asset: {
      ...(expense["capital_asset"] as Row),
      depreciation_profile: { method: "straight_line", asset_life_years: "10", frequency: "annually" },
    },
  });
});

test("F4: the profile is printed as the document prints it", async () => {
  const answer = await send(request, xml);
  expect(answer.body).toContain(`      <depreciation_profile>
        <method>straight_line</method>
        <asset_life_years>10</asset_life_years>
        <frequency>annually</frequency>
      </depreciation_profile>
`);
  const list = await ledger.freeagent("GET", "/capital_assets?include_history=true", { headers: { accept: xml } });
  expect(list.body).toContain('<capital_assets type="array">\n    <capital_asset>');
  expect(list.body).toContain('<capital_asset_history type="array">\n        <capital_asset_history>');
});

test("F21: the failure in XML is printed as in the document, its message on a line of its own", async () => {
  const { body } = await send<{ expense: { url: string } }>(request);
  const path = body.expense.url.slice(body.expense.url.indexOf("/expenses"));
  const bytes = "<freeagent><expense><depreciation_schedule>3</depreciation_schedule></expense></freeagent>";
  const answer = await send(bytes, xml, path, "PUT");
  expect([answer.status, answer.body]).toEqual([
    422,
    `<?xml version="1.0" encoding="UTF-8"?>
<freeagent>
  <errors>
    <error>
      <message>
        \`depreciation_schedule\` is deprecated, use \`depreciation_profile\` instead
      </message>
    </error>
  </errors>
</freeagent>
`,
  ]);
});

test("failures before the body is read are XML too, for who asks for XML", async () => {
  const answer = await ledger.freeagent("GET", "/expenses", { headers: { accept: xml, authorization: undefined } });
  expect([answer.status, inXml(answer)]).toEqual([
    401,
    { errors: { error: { message: expect.any(String) as string } } },
  ]);
  const nowhere = await ledger.freeagent("GET", "/bills", { headers: { accept: xml } });
  expect([nowhere.status, inXml(nowhere)]).toMatchObject([404, { errors: { error: {} } }]);
});

test.each([
  ["application/json", false],
  ["*/*", false],
  ["text/html, */*;q=0.1", false],
  ["application/xml", true],
  ["text/xml;q=0.9", true],
  ["application/json, application/xml", false],
  ["application/xml, application/json", true],
])("Accept: %s", async (accept, isXml) => {
  const { headers } = await ledger.freeagent("GET", "/expenses", { headers: { accept } });
  expect(headers.get("content-type")?.startsWith(xml)).toBe(isXml);
});

test("a number that is none, and one beyond the limits, are refused as in JSON", async () => {
  for (const years of ["ten", "2.5", "26", ""])
    expect((await send(request.replace(">10<", `>${years}<`))).status).toBe(422);
});

test("text of an answer is never markup, and comes back as it was sent", async () => {
  const description = `<b>&amp;</b> "x" 'y' ]]> =WEBSERVICE("http://evil.example") ünïcode`;
  const { body } = await ledger.freeagent<{ expense: { url: string } }>("POST", "/expenses", {
    body: {
      expense: {
        user: "u",
        category: "c",
        dated_on: "2024-02-01",
        gross_value: "-1",
        description,
        capital_asset: { depreciation_profile: { method: "no_depreciation" } },
      },
    },
  });
  const path = body.expense.url.slice(body.expense.url.indexOf("/expenses"));
  const shown = await ledger.freeagent<string>("GET", path, { headers: { accept: xml } });
  expect(shown.body).not.toContain("<b>");
  expect(inXml(shown)).toMatchObject({ expense: { description } });
});

test("what no reader of XML should take is 400 at the door, in the shape that is asked for; so is another root", async () => {
  for (const bytes of ["<!DOCTYPE x><freeagent/>", "<freeagent>", "<expense/>", " "]) {
    const answer = await send(bytes, xml);
    expect([answer.status, inXml(answer)]).toMatchObject([400, { errors: {} }]);
  }
  expect((await send(`<freeagent>${" ".repeat(600_000)}</freeagent>`)).status).toBe(413);
});

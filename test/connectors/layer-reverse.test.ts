// A ledger of Layer's kind that does not tell which entry belongs to a value update, as Layer's own documents do not, is not
// asked to reverse anything; one that does is asked by the entry, as its document "Reverse Journal Entry" says.
import { type Reversing, connectorOf } from "../../src/connectors";
import { type Answer, type ScriptedServer, scriptedServer } from "./scripted-server";
import { charge, connectionTo, day, sure } from "./systems";

let server: ScriptedServer;
beforeAll(async () => {
  server = await scriptedServer();
});
afterAll(() => server.close());

const verb = sure(sure(connectorOf({ system: "layer" })?.post).reverse);
const posted = { ...charge, id: "u-1", archived: false };
const asked: Reversing = { posted, date: day("2024-03-31"), memo: "Wrong life" };
const reversed = () => verb.reverse(connectionTo(server.url, "layer"), asked, verb.body(asked));

const original = { id: "e-1", entry_at: "2024-02-29T00:00:00Z", reversal_of_id: null, source: { id: "u-1" } };
const reversal = { id: "e-2", entry_at: "2024-03-31T00:00:00Z", reversal_of_id: "e-1", source: null };
const list = (...data: readonly unknown[]): Answer => ({ status: 200, body: { data } });
const posts = () => server.heard.filter(({ method }) => method === "POST");

test.each<[string, Answer]>([
  ["has no list of entries", { status: 404, body: { errors: [{ type: "NotFound", description: "No such path." }] } }],
  ["lists entries without their sources", list({ ...original, source: undefined })],
  ["lists the entries of others", list({ ...original, source: { id: "u-2" } })],
  ["lists something else", list({ name: "x" })],
])("a ledger that %s is not asked: the sentence says what to do by hand", async (_name, answer) => {
  server.answers(() => answer);
  const said = await reversed();
  expect(said).toMatchObject({ ok: false, problem: { kind: "rejected" } });
  expect(said.ok ? "" : said.problem.sentence).toContain(
    "cannot be reversed from here. Reverse it in the ledger itself",
  );
  expect(posts()).toEqual([]);
});

test.each([
  [201, false],
  [200, true],
])("the entry is asked for by its id, with day and memo; %i means replay: %s", async (status, replay) => {
  server.answers(({ method }) => (method === "GET" ? list(original) : { status, body: { data: reversal } }));
  expect(await reversed()).toMatchObject({ ok: true, value: { id: "e-2", date: day("2024-03-31"), replay } });
  expect(posts().map(({ path }) => path.split("/").slice(4).join("/"))).toEqual(["ledger/entries/e-1/reverse"]);
  expect(JSON.parse(posts()[0]?.text ?? "")).toEqual({ entry_at: "2024-03-31T00:00:00Z", memo: "Wrong life" });
});

test("an entry that is reversed already is not sent again", async () => {
  server.answers(({ path }) =>
    path.includes("source_id") ? list({ ...original, reversal_id: "e-2" }) : { status: 200, body: { data: reversal } },
  );
  expect(await reversed()).toMatchObject({ ok: true, value: { id: "e-2", replay: true } });
  expect(posts()).toEqual([]);
});

test("the reversal of another entry is a conflict", async () => {
  const other = { ...reversal, reversal_of_id: "e-9" };
  server.answers(({ method }) => (method === "GET" ? list(original) : { status: 201, body: { data: other } }));
  expect(await reversed()).toMatchObject({ ok: false, problem: { kind: "conflict" } });
});

test("a closed period is its own kind of refusal, with the first open day", async () => {
  const meta = { first_open_day: "2024-04-01" };
  const errors = [{ type: "BadRequest", description: "2024-03-31 is closed.", error_enum: "PeriodClosed", meta }];
  server.answers(({ method }) => (method === "GET" ? list(original) : { status: 400, body: { errors } }));
  expect(await reversed()).toMatchObject({
    ok: false,
    problem: { kind: "period-closed", firstOpen: day("2024-04-01") },
  });
});

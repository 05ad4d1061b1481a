import { randomBytes, randomUUID } from "node:crypto";
import { Agent, request as httpRequest } from "node:http";
import Fastify from "fastify";
import { openBusiness, registerLedger } from "../../../ledger";
import { chanceFrom } from "./chance";
import { requestTo } from "./requests";
import { collectRoutes } from "./routes";
import type { Store } from "../../../ledger";
import type { Chance } from "./chance";
import type { Asker, Request } from "./requests";
import type { Route } from "./routes";
import type { AddressInfo } from "node:net";

/** What came of a run: how much was asked, what was answered, and everything that no answer may be. */
export interface Findings {
  readonly requests: number;
  readonly routes: number;
  /** How many answers had each status. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly complaints: readonly string[];
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

type Ask = (request: Request) => Promise<Answer>;

const balanceEvery = 500;
const atOnce = 8;

/**
 * Asks every endpoint of a real server, for two businesses in turn, whatever the seed brings up. No answer may be a failure
 * of the ledger's own or hold what belongs to the other business, no stranger may be let in, and the books must balance.
 */
export async function fuzz(store: Store, seed: number, requests: number): Promise<Findings> {
  const app = Fastify({ logger: false, forceCloseConnections: true });
  const routes = collectRoutes(app);
  await registerLedger(app, store);
  await app.listen({ host: "127.0.0.1", port: 0 });
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const { port } = app.server.address() as AddressInfo;
  const ask: Ask = (request) => answerOf(request, port, agent);
  const askers = [await newAsker(store, ask), await newAsker(store, ask)] as const;
  const judge = { statuses: new Map<string, number>(), complaints: [] as string[] };
  const chance = chanceFrom(seed);
  for (let done = 0; done < requests; done += atOnce) {
    const count = Math.min(atOnce, requests - done);
    await Promise.all(Array.from({ length: count }, () => askOne({ routes, askers, chance, ask, judge })));
    if (done % balanceEvery < atOnce || done + count === requests) await balance(askers, ask, judge.complaints);
    if (judge.complaints.length >= 5) break;
  }
  judge.complaints.push(...(await tornEntries(store, askers)));
  agent.destroy();
  await app.close();
  const statuses = Object.fromEntries([...judge.statuses].sort(([one], [other]) => Number(one) - Number(other)));
  return { requests, routes: routes.length, statuses, complaints: judge.complaints };
}

/** Opens a business whose books hold a secret from the start. */
async function newAsker(store: Store, ask: Ask): Promise<Asker> {
  const token = `fuzz_${randomBytes(16).toString("base64url")}`;
  const asker = {
    businessId: randomUUID(),
    token,
    secret: randomUUID(),
    known: [],
    listed: new Map(),
    said: new Set<string>(),
    told: new Set<string>(),
  };
  await openBusiness(store, { id: asker.businessId, name: "A business of the fuzzer", token });
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const body = JSON.stringify({ name: asker.secret, asset_type: "VEHICLE", external_id: asker.secret });
  await ask({ method: "POST", path: `/layer/v1/businesses/${asker.businessId}/assets`, headers, body, isKnown: true });
  return asker;
}

interface Judge {
  readonly statuses: Map<string, number>;
  readonly complaints: string[];
}

interface Asking {
  readonly routes: readonly Route[];
  readonly askers: readonly [Asker, Asker];
  readonly chance: Chance;
  readonly ask: Ask;
  readonly judge: Judge;
}

async function askOne({ routes, askers, chance, ask, judge }: Asking): Promise<void> {
  const route = routeBy(chance, routes);
  const [asker, other] = chance.oneIn(2) ? askers : ([askers[1], askers[0]] as const);
  const request = requestTo(route, asker, [other], chance);
  // Before it is sent: what it writes may come back in the answer to another that is on its way at the same time.
  for (const id of `${request.path} ${request.body ?? ""} ${JSON.stringify(request.headers)}`.match(ids) ?? [])
    asker.said.add(id);
  const answer = await ask(request);
  judge.statuses.set(String(answer.status), (judge.statuses.get(String(answer.status)) ?? 0) + 1);
  const complaint = complaintAbout({ route, request, answer, asker, other });
  if (complaint !== undefined)
    judge.complaints.push(
      `${request.method} ${request.path} ${request.body ?? ""}: ${complaint} (${answer.status} ${answer.text})`.slice(
        0,
        500,
      ),
    );
  if (request.isKnown && answer.status < 300) {
    for (const id of complaint === undefined ? (answer.text.match(ids) ?? []) : []) asker.told.add(id);
    learn(asker, route, answer.text);
  }
}

// What writes is where things happen; a HEAD is a GET without its body.
const weights: Readonly<Record<string, number>> = { POST: 8, PATCH: 8, PUT: 1, GET: 3, HEAD: 1 };

function routeBy(chance: Chance, routes: readonly Route[]): Route {
  const method = chance.of(Object.entries(weights).flatMap(([name, weight]) => Array<string>(weight).fill(name)));
  const fitting = routes.filter((route) => route.method === method);
  return chance.of(fitting.length === 0 ? routes : fitting);
}

interface Asked {
  readonly route: Route;
  readonly request: Request;
  readonly answer: Answer;
  readonly asker: Asker;
  readonly other: Asker;
}

// What a stranger may hear: no token, an address too long to be read, too many requests.
const atTheDoor = [401, 414, 429];

// These keep nothing of anybody, so they ask for no token.
const isOpen = (url: string): boolean => url.startsWith("/oanor/") || url === "/health";

function complaintAbout({ route, request, answer, asker, other }: Asked): string | undefined {
  if (answer.status >= 500) return "a failure of the ledger's own";
  if (!request.isKnown && !isOpen(route.url) && !atTheDoor.includes(answer.status)) return "a stranger was let in";
  if (answer.text !== "" && answer.status !== 204 && !isStructured(answer.text)) return "an answer that is no JSON";
  const theirs = [
    other.businessId,
    other.secret,
    ...(request.isKnown ? [] : [asker.secret]),
    ...other.known.slice(-200),
  ];
  const told = new Set(answer.text.match(ids) ?? []);
  const leaked = theirs.find((text) => told.has(text) && !asker.said.has(text) && !asker.told.has(text));
  return leaked === undefined ? undefined : `what belongs to another business was told: ${leaked}`;
}

const ids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

function isStructured(text: string): boolean {
  if (text.startsWith("<?xml")) return true;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const knownMost = 300;

/** Keeps the ids and cursors of an answer, for later requests to name. */
function learn(asker: Asker, { url }: Route, text: string): void {
  const told = [...text.matchAll(/"(?:id|key|external_id|cursor|next_cursor|url)":"(?:[^"]*\/)?([^"\\]{1,200})"/g)];
  const names = told.slice(0, 3).map((match) => match[1] ?? "");
  keep(asker.known, names);
  const [first] = names;
  if (first === undefined || first.length > 40) return;
  const listed = asker.listed.get(url) ?? [];
  asker.listed.set(url, listed);
  keep(listed, [first]);
}

function keep(kept: string[], names: readonly string[]): void {
  kept.push(...names);
  if (kept.length > knownMost) kept.splice(0, kept.length - knownMost / 2);
}

async function balance(askers: readonly Asker[], ask: Ask, complaints: string[]): Promise<void> {
  for (const { token } of askers) {
    const headers = { authorization: `Bearer ${token}` };
    const { text } = await ask({ method: "GET", path: "/trial-balance", headers, isKnown: true });
    if ((JSON.parse(text) as { balance?: number }).balance !== 0) complaints.push(`the trial balance is ${text}`);
  }
}

/** Entries that cannot be: without a posting though they are none of a closing, or updates whose entry is not there. */
async function tornEntries(store: Store, askers: readonly Asker[]): Promise<readonly string[]> {
  const rows = await Promise.all(
    askers.map(({ businessId }) =>
      store.query<{ id: string }>(
        `select e.id from journal_entries e where e.business_id = $1 and e.kind not like 'BOOKS_%'
           and not exists (select 1 from postings p where p.entry_id = e.id)
         union all
         select u.id from value_updates u where u.business_id = $1 and u.journal_entry_id is not null
           and not exists (select 1 from postings p where p.entry_id = u.journal_entry_id and p.amount = u.amount)`,
        [businessId],
      ),
    ),
  );
  return rows.flat().map(({ id }) => `the entry ${id} is torn`);
}

function answerOf(asked: Request, port: number, agent: Agent): Promise<Answer> {
  const { method, path, headers, body } = asked;
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host: "127.0.0.1", port, method, path, headers, agent }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("error", reject);
      response.on("end", () => {
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString("utf8") });
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type {
  Answer,
  Charge,
  Connection,
  Connector,
  DepreciationProfile,
  HeldPurchase,
  NewAsset,
  PlainTerms,
  Purchase,
  RuleTerms,
} from "../../src/connectors";
import { listed } from "../../src/connectors/intacct-wire";
import { oanorMeta } from "../../src/connectors/oanor-wire";
import { type Day, type Month, dayText, monthText, ok } from "../../src/engine";
import { day, month, sure } from "./systems";

export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** One request and the answer to it, as the system's documents have them. */
export interface Leg {
  readonly request: Sent;
  readonly response: {
    readonly status: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body: unknown;
  };
}

/** What the reference ledger is told before a recording is replayed, by whichever of its doors. */
export interface Before extends Sent {
  /** What the recording calls something, and where in the answer stands what the ledger calls it. */
  readonly gives?: Readonly<Record<string, string>>;
}

/** How the reference ledger is asked for a recording, and in what its answer is its own. */
export interface Replay {
  readonly first?: readonly Before[];
  /** What the recording calls something, and what the ledger calls it. */
  readonly called?: Readonly<Record<string, string>>;
  /** Fields that have a value of the ledger's own, each with the reason: "expenses[].url". */
  readonly own?: Readonly<Record<string, string>>;
  /** Fields and items of lists that the ledger does not have, each with the reason: "history[1]", "history[].tax_value". */
  readonly lacks?: Readonly<Record<string, string>>;
}

/** A recorded exchange: judged against the connector, which must send and read it, and against the reference ledger. */
export interface Exchange {
  readonly name: string;
  readonly from: string;
  /** The verb of the connector, by its name. */
  readonly does: string;
  readonly given?: unknown;
  /** Exchanges that the ledger must have had first. */
  readonly after?: readonly string[];
  /** The address of the system in the recording, where its answers hold addresses. */
  readonly at?: string;
  readonly exchange: readonly Leg[];
  /** What the connector makes of the answer; or how it refuses. */
  readonly reads?: unknown;
  readonly refuses?: object;
  /** How it is replayed against the reference ledger; a sentence says why it cannot be. */
  readonly replay?: Replay | string;
}

const folder = join(__dirname, "..", "exchanges");

export function exchangesOf(system: string): readonly Exchange[] {
  return readdirSync(join(folder, system))
    .filter((file) => file.endsWith(".json"))
    .map((file) => {
      const recorded = JSON.parse(readFileSync(join(folder, system, file), "utf8")) as Exchange;
      return { ...recorded, name: file.replace(/\.json$/, "") };
    });
}

type Verb = (connector: Connector, connection: Connection, given: never) => Answer<unknown>;

/** The connectors' verbs, as an exchange names them. */
export const verbs: Readonly<Record<string, Verb>> = {
  assets: (connector, connection) => (connector.post ?? sure(connector.run)).assets(connection),
  createAsset: (connector, connection, asset: Written<NewAsset>) =>
    (connector.post ?? sure(connector.run)).createAsset(connection, {
      ...asset,
      acquired: day(asset.acquired),
      inService: day(asset.inService),
    }),
  placeInService: ({ run }, connection, given: { readonly ledgerId: string; readonly inService: string }) =>
    sure(run).placeInService(connection, given.ledgerId, day(given.inService)),
  updates: ({ post }, connection) => sure(post).updates(connection),
  lookUp: ({ post }, connection, charge: Written<Charge>) => sure(post).lookUp(connection, chargeOf(charge)),
  post: async ({ post }, connection, charge: Written<Charge>) => {
    const body = sure(post).body(chargeOf(charge));
    return body.ok ? sure(post).post(connection, chargeOf(charge), body.value) : body;
  },
  preview: ({ run }, connection, given: { readonly month: string }) =>
    sure(run).preview(connection, month(given.month)),
  run: ({ run }, connection, given: { readonly month: string; readonly ledgerIds: readonly string[] }) =>
    sure(run).run(connection, month(given.month), given.ledgerIds),
  listRules: (_connector, connection) => listed(connection),
  rules: async ({ rules }, connection, given?: { readonly asset: string }) =>
    (await sure(rules)()).rules(connection, given?.asset),
  rule: async ({ rules }, connection, { key }: { readonly key: string }) => (await sure(rules)()).rule(connection, key),
  createRule: async ({ rules }, connection, terms: RuleTerms) => (await sure(rules)()).create(connection, terms),
  changeRule: async (
    { rules },
    connection,
    { key, terms }: { readonly key: string; readonly terms: Partial<RuleTerms> },
  ) => (await sure(rules)()).change(connection, key, terms),
  removeRule: async ({ rules }, connection, { key }: { readonly key: string }) => {
    const removed = await (await sure(rules)()).remove(connection, key);
    return removed.ok ? ok(null) : removed;
  },
  createPurchase: async ({ purchases }, connection, purchase: Written<Purchase>) =>
    (await sure(purchases)()).create(connection, { ...purchase, datedOn: day(purchase.datedOn) }),
  changePurchase: async (
    { purchases },
    connection,
    { held, profile }: { readonly held: Written<HeldPurchase>; readonly profile: DepreciationProfile },
  ) => (await sure(purchases)()).change(connection, { ...held, datedOn: day(held.datedOn) }, profile),
  purchases: async ({ purchases }, connection) => (await sure(purchases)()).purchases(connection),
  capitalAssets: async ({ purchases }, connection) => (await sure(purchases)()).capitalAssets(connection),
  meta: (_connector, connection) => oanorMeta(connection),
  compute: async ({ secondOpinion }, connection, given: PlainTerms) =>
    (await sure(secondOpinion)()).compute(connection, given),
  entries: ({ run }, connection, given: { readonly ledgerId: string }) => sure(run).entries(connection, given.ledgerId),
};

const days = ["date", "datedOn", "purchased", "disposed"];

/** Days and months as text, as the recorded files write them. */
export function legible(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(legible);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([name]) => name !== "answeredAt");
  return Object.fromEntries(
    entries.map(([name, inner]) => {
      if (days.includes(name)) return [name, dayText(inner as Day)];
      if (name === "month") return [name, monthText(inner as Month)];
      return [name, legible(inner)];
    }),
  );
}

type Written<T> = { readonly [K in keyof T]: T[K] extends Day ? string : T[K] };

function chargeOf(charge: Written<Charge>): Charge {
  return { ...charge, date: day(charge.date) };
}

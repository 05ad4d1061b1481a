import { valueFor } from "./values";
import type { Chance } from "./chance";
import type { Route } from "./routes";
import type { Maker, Schema } from "./values";

/** One who asks: a business, its token, and all that the ledger told it. */
export interface Asker {
  readonly businessId: string;
  readonly token: string;
  readonly known: string[];
  /** The ids that a list gave out, by the address of the list. */
  readonly listed: Map<string, string[]>;
  /** Ids that it sent itself, and may therefore hear again whoever they belong to. */
  readonly said: Set<string>;
  /** Every id that it was told: whoever names one of them to the other has not learned it there. */
  readonly told: Set<string>;
  /** A word in its books that it alone may read. */
  readonly secret: string;
}

export interface Request {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Whether it comes with the asker's own token. */
  readonly isKnown: boolean;
}

const usualWrongness = 80;

/** Makes a request to the route: nearly right as a rule, so that it gets somewhere, and now and then quite wrong. */
export function requestTo(route: Route, asker: Asker, others: readonly Asker[], chance: Chance): Request {
  // What another business owns is tried as well: none of it may be told.
  const known = chance.oneIn(8) ? others.flatMap((other) => [other.businessId, ...other.known]) : asker.known;
  const ids = [...asker.listed.values()].flatMap((listed) => listed.slice(-30));
  const maker: Maker = { chance, wrongness: chance.oneIn(10) ? 3 : usualWrongness, known: known.slice(-200), ids };
  const isKnown = !chance.oneIn(15);
  const writes = route.method === "POST" || route.method === "PUT" || route.method === "PATCH";
  const body = route.body === undefined && !writes ? undefined : bodyOf(route.body ?? {}, maker);
  return {
    method: route.method,
    path: pathOf(route, asker, maker) + queryOf(route, maker),
    headers: headersOf(asker, chance, isKnown, body !== undefined),
    isKnown,
    ...(body === undefined ? {} : { body }),
  };
}

function pathOf({ url, params }: Route, asker: Asker, maker: Maker): string {
  const named = (params?.["properties"] ?? {}) as Readonly<Record<string, Schema>>;
  return url.replace(/:(\w+)|\*/g, (_whole, name: string | undefined, place: number) => {
    if (name === "businessId" && !maker.chance.oneIn(10)) return asker.businessId;
    const listed = asker.listed.get(url.slice(0, place - 1));
    if (listed !== undefined && !maker.chance.oneIn(8)) return wellFormed(maker.chance.of(listed));
    const value = valueFor(named[name ?? ""] ?? { type: "string" }, maker);
    return wellFormed(typeof value === "string" ? value : JSON.stringify(value)) || "none";
  });
}

function queryOf({ querystring, method }: Route, maker: Maker): string {
  if (querystring === undefined && method !== "GET") return "";
  const given = querystring === undefined ? { cost: 1000, life: 5, salvage: 0 } : valueFor(querystring, maker);
  if (typeof given !== "object" || given === null) return `?${wellFormed(String(given))}`;
  const parts = Object.entries(given).map(([name, value]) => {
    const text = typeof value === "string" ? value : JSON.stringify(value);
    return `${encodeURIComponent(name)}=${wellFormed(text)}`;
  });
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}

function bodyOf(schema: Schema, maker: Maker): string {
  const text = JSON.stringify(valueFor(schema, maker));
  if (!maker.chance.oneIn(60)) return text;
  return maker.chance.of([
    text.slice(0, -1),
    `${text},`,
    text.replaceAll(/\d+/g, "1e999"),
    "[".repeat(5_000),
    "NaN",
    "",
  ]);
}

function headersOf(asker: Asker, chance: Chance, isKnown: boolean, hasBody: boolean): Record<string, string> {
  const token = isKnown ? asker.token : chance.of(["", "wrong", `${asker.token}x`, asker.token.slice(1)]);
  const headers: Record<string, string> = {
    authorization: `Bearer ${token}`,
    "x-business-id": asker.businessId,
    "user-agent": "fuzz",
  };
  if (hasBody)
    headers["content-type"] = chance.oneIn(60) ? chance.of(["text/plain", "application/xml", "x"]) : "application/json";
  if (chance.oneIn(20)) headers["x-business-id"] = chance.of(["", "nonsense", ...asker.known.slice(-3)]) || "none";
  if (chance.oneIn(6))
    headers["idempotency-key"] = chance.of([
      "k1",
      '"k1"',
      "k2",
      `k${chance.whole(1_000)}`,
      "a b",
      '"',
      "x".repeat(300),
    ]);
  if (chance.oneIn(10)) headers["x-user-email"] = chance.of(["ann@example.com", "x".repeat(300), "=cmd()", '"<b>"']);
  if (chance.oneIn(200)) headers["x-ratelimit-test"] = chance.of(["true", "date", "false"]);
  // A header carries visible ASCII only; what else an earlier answer told cannot be sent in one.
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => /^[ -~]*$/.test(value)));
}

function wellFormed(text: string): string {
  return encodeURIComponent(text.replaceAll(/[\ud800-\udfff]/g, "\ufffd"));
}

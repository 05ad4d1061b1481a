import type { Answer, Charge, Connection, Connector, NewAsset } from "../../src/connectors";
import { type Day, type Month, cents, dayFromText, monthFromText } from "../../src/engine";

/** What the contract suite has to know about a system to test it: one reading, one writing, and how it complains. */
export interface System {
  readonly reading: (connector: Connector, connection: Connection) => Answer<unknown>;
  readonly writing: (connector: Connector, connection: Connection, signal?: AbortSignal) => Answer<unknown>;
  /** A complaint in the system's own shape about the field "amount". */
  readonly complaint: (text: string) => unknown;
  /** The field that the refusal then names; undefined where the system's shape has none. */
  readonly field: string | undefined;
}

export const systems: Readonly<Record<string, System>> = {
  layer: {
    reading: ({ post }, connection) => sure(post).assets(connection),
    writing: ({ post }, connection, signal) => {
      const verb = sure(post);
      const body = verb.body(charge);
      return body.ok ? verb.post(connection, charge, body.value, signal) : Promise.resolve(body);
    },
    complaint: (text) => ({ errors: [{ type: "BadRequest", description: text, error_enum: "SpecifiedBadRequest" }] }),
    field: undefined,
  },
  dayzero: {
    reading: ({ run }, connection) => sure(run).assets(connection),
    writing: ({ run }, connection, signal) => sure(run).run(connection, month("2026-01"), ["one"], signal),
    complaint: (text) => ({ detail: [{ loc: ["body", "amount"], msg: text, type: "value_error" }] }),
    field: "amount",
  },
};

export const businessId = "7d3f2c1e-5b0a-4c7e-9a51-0d1e0b5a7e01";
export const token = "dz_secret-token.of/this+test=";

export function connectionTo(baseUrl: string, system: string): Connection {
  return { system, name: "test", baseUrl, businessId, token, timeoutMs: 2_000 };
}

export const charge: Charge = {
  key: "dx1.A-1.2024-02-29.DEPRECIATION.GAAP.0.r0",
  asset: "A-1",
  ledgerId: "550e8400-e29b-41d4-a716-446655440000",
  amount: cents(1666),
  type: "DEPRECIATION",
  counterAccount: "DEPRECIATION",
  date: day("2024-02-29"),
  memo: "",
  book: "GAAP",
  fingerprint: "f".repeat(64),
  decimals: 2,
};

export const newAsset: NewAsset = {
  asset: "forklift-001",
  name: "Forklift",
  assetClass: "Machinery",
  cost: cents(4_000_000),
  salvage: cents(0),
  lifeMonths: 60,
  method: "SL",
  acquired: day("2026-03-01"),
  inService: day("2026-03-15"),
  accounts: { cost: "FIXED_ASSETS", accumulated: "ACCUMULATED_DEPRECIATION", expense: "DEPRECIATION" },
};

export function day(text: string): Day {
  const read = dayFromText(text);
  if (!read.ok) throw new Error(text);
  return read.value;
}

export function month(text: string): Month {
  const read = monthFromText(text);
  if (!read.ok) throw new Error(text);
  return read.value;
}

export function sure<T>(found: T | undefined): T {
  if (found === undefined) throw new Error("It is not there.");
  return found;
}

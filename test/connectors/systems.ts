import type {
  Answer,
  Charge,
  Connection,
  Connector,
  NewAsset,
  PlainTerms,
  Purchase,
  RuleTerms,
  SettingKey,
} from "../../src/connectors";
import { type Day, type Month, cents, dayFromText, monthFromText } from "../../src/engine";

/** What the contract suite has to know about a system to test it: one reading, one writing, and how it complains. */
export interface System {
  readonly reading: (connector: Connector, connection: Connection) => Answer<unknown>;
  /** Absent for a calculator, which keeps nothing. */
  readonly writing?: (connector: Connector, connection: Connection, signal?: AbortSignal) => Answer<unknown>;
  /** A complaint in the system's own shape about the field "amount". */
  readonly complaint: (text: string) => unknown;
  /** The field that the refusal then names; undefined where the system's shape has none. */
  readonly field: string | undefined;
  /** The settings that the system cannot be asked without. */
  readonly required: readonly SettingKey[];
  /** The header that carries the credential, and what it then says. */
  readonly credential: readonly [header: string, value: string];
  /** What a connection test blames when the system does not have or allow what the reading names. */
  readonly blames: readonly [label: string, setting: SettingKey];
  /** The beginning of an answer in which an id, or what stands in its place, is the number 17. */
  readonly seventeen: unknown;
}

const withBusiness = {
  required: ["baseUrl", "businessId", "token"],
  blames: ["Business", "businessId"],
  seventeen: { data: [{ id: 17 }], assets: [{ id: 17 }] },
} as const;

export const businessId = "7d3f2c1e-5b0a-4c7e-9a51-0d1e0b5a7e01";
export const token = "dz_secret-token.of/this+test=";

/** The example of oanor's document. */
export const plainTerms: PlainTerms = {
  cost: cents(1_000_000),
  salvage: cents(100_000),
  decimals: 2,
  lifeMonths: 60,
  method: "SL",
};

/** The rule that Sage Intacct's document creates. */
export const ruleTerms: RuleTerms = { asset: "CE_ASSET-1", postingRule: "1", method: "SL", usefulLife: 5 };

/** The purchase of FreeAgent's document. */
export function purchase(): Purchase {
  return {
    ...{ asset: "FA-1", name: "An example capital asset expense", decimals: 2, currency: "GBP" },
    ...{ cost: cents(2_000_000), datedOn: day("2024-02-01") },
    user: "https://api.freeagent.com/v2/users/1",
    category: "https://api.freeagent.com/v2/categories/602-1",
    profile: { method: "straight_line", years: 10, frequency: "annually" },
  };
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
    ...withBusiness,
    credential: ["authorization", `Bearer ${token}`],
  },
  dayzero: {
    reading: ({ run }, connection) => sure(run).assets(connection),
    writing: ({ run }, connection, signal) => sure(run).run(connection, month("2026-01"), ["one"], signal),
    complaint: (text) => ({ detail: [{ loc: ["body", "amount"], msg: text, type: "value_error" }] }),
    field: "amount",
    ...withBusiness,
    credential: ["authorization", `Bearer ${token}`],
  },
  intacct: {
    reading: async ({ rules }, connection) => (await sure(rules)()).rules(connection),
    writing: async ({ rules }, connection, signal) => (await sure(rules)()).create(connection, ruleTerms, signal),
    complaint: (text) => ({
      "ia::result": {
        "ia::error": {
          code: "invalidRequest",
          message: text,
          errorId: "REST-1028",
          additionalInfo: {},
          supportId: "K%7EZ",
        },
      },
      "ia::meta": { totalCount: 1, totalSuccess: 0, totalError: 1 },
    }),
    field: undefined,
    required: ["baseUrl", "businessId", "token"],
    credential: ["authorization", `Bearer ${token}`],
    blames: ["Token", "token"],
    seventeen: { "ia::result": [{ key: 17 }], "ia::meta": { totalCount: 1, start: 1, pageSize: 100 } },
  },
  freeagent: {
    reading: async ({ purchases }, connection) => (await sure(purchases)()).capitalAssets(connection),
    writing: async ({ purchases }, connection, signal) =>
      (await sure(purchases)()).create(connection, purchase(), signal),
    complaint: (text) => ({ errors: { error: { message: text } } }),
    field: undefined,
    required: ["baseUrl", "businessId", "token"],
    credential: ["authorization", `Bearer ${token}`],
    blames: ["Token", "token"],
    seventeen: { capital_assets: [{ url: 17 }], expense: { url: 17 } },
  },
  oanor: {
    reading: async ({ secondOpinion }, connection) => (await sure(secondOpinion)()).compute(connection, plainTerms),
    complaint: (text) => ({
      data: null,
      meta: { timestamp: "2026-06-04T18:38:16.197Z", request_id: "cf1fcfaa-0c96-42fc-84bf-b43de8720352" },
      status: "error",
      message: text,
      success: false,
    }),
    field: undefined,
    required: ["baseUrl"],
    credential: ["x-oanor-key", token],
    blames: ["Key", "token"],
    seventeen: { data: { method: 17 } },
  },
};

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

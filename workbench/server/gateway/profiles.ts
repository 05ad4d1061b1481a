import type { Credentials } from "./credentials";

/** A real system behind the gateway: where it is, how it is entered, and how it says that something went wrong. */
export interface Profile {
  /** The part of the address that names it: /gateway/{word}/… */
  readonly word: string;
  readonly label: string;
  readonly baseUrl: string;
  /** What every path begins with; no other path is let through. */
  readonly root: string;
  readonly credentials: Credentials;
  /** A sentence of the gateway's own in the system's shape, so that its readers find it. */
  readonly failure: (sentence: string) => object;
}

const inLayersShape = (sentence: string): object => ({
  errors: [{ type: "Gateway", description: sentence, error_enum: "Gateway" }],
});

function layer(word: string, label: string, baseUrl: string, scope: string, variable: string): Profile {
  return {
    word,
    label,
    baseUrl,
    root: "/v1/",
    credentials: {
      kind: "client-credentials",
      variables: { id: `GATEWAY_${variable}_CLIENT_ID`, secret: `GATEWAY_${variable}_CLIENT_SECRET` },
      tokenUrl: "https://auth.layerfi.com/oauth2/token",
      fields: { scope },
    },
    failure: inLayersShape,
  };
}

function freeagent(word: string, label: string, baseUrl: string, variable: string): Profile {
  return {
    word,
    label,
    baseUrl,
    root: "/v2/",
    credentials: {
      kind: "refresh-token",
      variables: {
        id: `GATEWAY_${variable}_CLIENT_ID`,
        secret: `GATEWAY_${variable}_CLIENT_SECRET`,
        refreshToken: `GATEWAY_${variable}_REFRESH_TOKEN`,
      },
      tokenUrl: `${baseUrl}/v2/token_endpoint`,
    },
    failure: (sentence) => ({ errors: { error: { message: sentence } } }),
  };
}

/** All systems that the gateway reaches. A request names one of them and never an address. */
export const profiles: readonly Profile[] = [
  layer("layer", "Layer", "https://api.layerfi.com", "https://api.layerfi.com/production", "LAYER"),
  layer(
    "layer-sandbox",
    "Layer's sandbox",
    "https://sandbox.layerfi.com",
    "https://sandbox.layerfi.com/sandbox",
    "LAYER_SANDBOX",
  ),
  layer("layer-ca", "Layer Canada", "https://api-ca.layerfi.com", "https://api-ca.layerfi.com/production", "LAYER_CA"),
  {
    word: "dayzero",
    label: "DayZero",
    baseUrl: "https://api.ondayzero.com",
    root: "/api/v1/",
    credentials: {
      kind: "key",
      variables: { key: "GATEWAY_DAYZERO_TOKEN" },
      header: "authorization",
      before: "Bearer ",
    },
    failure: (sentence) => ({ detail: sentence }),
  },
  {
    word: "intacct",
    label: "Sage Intacct",
    baseUrl: "https://api.intacct.com",
    root: "/ia/api/v1/",
    credentials: {
      kind: "client-credentials",
      variables: {
        id: "GATEWAY_INTACCT_CLIENT_ID",
        secret: "GATEWAY_INTACCT_CLIENT_SECRET",
        username: "GATEWAY_INTACCT_USERNAME",
      },
      tokenUrl: "https://api.intacct.com/ia/api/v1/oauth2/token",
      fields: {},
    },
    failure: (sentence) => ({
      "ia::result": { "ia::error": { code: "gateway", message: sentence } },
      "ia::meta": { totalCount: 1, totalSuccess: 0, totalError: 1 },
    }),
  },
  freeagent("freeagent", "FreeAgent", "https://api.freeagent.com", "FREEAGENT"),
  freeagent("freeagent-sandbox", "FreeAgent's sandbox", "https://api.sandbox.freeagent.com", "FREEAGENT_SANDBOX"),
  {
    word: "oanor",
    label: "oanor",
    baseUrl: "https://api.oanor.com",
    root: "/depreciation-api/",
    credentials: { kind: "key", variables: { key: "GATEWAY_OANOR_KEY" }, header: "x-oanor-key", before: "" },
    failure: (sentence) => ({ data: null, status: "error", message: sentence, success: false }),
  },
];

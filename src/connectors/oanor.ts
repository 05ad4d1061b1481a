import type { Connection, Connector } from "./connector";
import { oanorMeta } from "./oanor-wire";
import { standingOf } from "./standing";

/** oanor (oanor.com): three calculators that keep nothing. Its authority is oanor's own document. */
export const oanor: Connector = {
  word: "oanor",
  label: "oanor",
  settings: [
    {
      key: "baseUrl",
      label: "Address",
      hint: "Where the calculators are, without /v1. A browser may need a gateway that holds the key.",
      example: "https://api.oanor.com/depreciation-api",
      secret: false,
      required: true,
    },
    {
      key: "token",
      label: "Key",
      hint: "Your oanor key, sent as x-oanor-key. The ledger on this machine needs none.",
      example: "oanor_live_…",
      secret: true,
      required: false,
    },
  ],
  test: (connection: Connection) => standingOf(connection, oanorMeta(connection), { label: "Key", setting: "token" }),
  secondOpinion: async () => (await import("./oanor-calculators")).calculators,
};

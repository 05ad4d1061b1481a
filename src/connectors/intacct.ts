import type { Connector } from "./connector";
import { listed } from "./intacct-wire";
import { standingOf } from "./standing";

/** Sage Intacct: holds the rules by which assets are depreciated, and posts by itself. Its authority is Sage's document. */
export const intacct: Connector = {
  word: "intacct",
  label: "Sage Intacct",
  settings: [
    {
      key: "baseUrl",
      label: "Address",
      hint: "Where the REST API is, with its version. A browser needs an origin that Sage allows, or a gateway.",
      example: "https://api.intacct.com/ia/api/v1",
      secret: false,
      required: true,
    },
    {
      key: "businessId",
      label: "Company id",
      hint: "Not sent, for the token decides: it keeps this company's notes apart from another's.",
      example: "ACME-2026",
      secret: false,
      required: true,
    },
    {
      key: "token",
      label: "Token",
      hint: "An OAuth 2 access token of a business user. It is kept in memory and never in the workbook.",
      example: "eyJhbGciOi…",
      secret: true,
      required: true,
    },
  ],
  test: (connection) => standingOf(connection, listed(connection), { label: "Token", setting: "token" }),
  rules: async () => (await import("./intacct-rules")).rulesVerb,
};

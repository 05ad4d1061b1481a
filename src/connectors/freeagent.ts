import type { Connector } from "./connector";
import { capitalAssetPage } from "./freeagent-wire";
import { standingOf } from "./standing";

/** FreeAgent: depreciates by the profile that comes with a purchase. Its authority is FreeAgent's own documents. */
export const freeagent: Connector = {
  word: "freeagent",
  label: "FreeAgent",
  settings: [
    {
      key: "baseUrl",
      label: "Address",
      hint: "Without /v2. FreeAgent wants a User-Agent, which no browser can set, and a client secret: use a gateway.",
      example: "https://localhost:3000/gateway/freeagent",
      secret: false,
      required: true,
    },
    {
      key: "businessId",
      label: "Company",
      hint: "Not sent, for the token decides: it keeps this company's notes apart from another's.",
      example: "acme-ltd",
      secret: false,
      required: true,
    },
    {
      key: "token",
      label: "Token",
      hint: "An OAuth 2 access token, or any word where a gateway holds it. It is never in the workbook.",
      example: "1Cv5PM…",
      secret: true,
      required: true,
    },
    {
      key: "format",
      label: "Format",
      hint: "FreeAgent speaks both. Choose XML where what stands between, such as a gateway of your own, lets nothing else through.",
      secret: false,
      required: false,
      choices: [
        { value: "json", label: "JSON" },
        { value: "xml", label: "XML" },
      ],
    },
  ],
  test: (connection) => standingOf(connection, capitalAssetPage(connection, 1), { label: "Token", setting: "token" }),
  purchases: async () => (await import("./freeagent-purchases")).purchasesVerb,
};

import type { Connection } from "../../src/connectors";

/** A connection as it is kept: everything but the token, and a lasting id of our own. */
export interface Profile {
  readonly id: string;
  readonly name: string;
  /** The `word` of a connector. */
  readonly system: string;
  readonly baseUrl: string;
  readonly businessId: string;
  readonly userEmail: string;
  /** Where its system speaks more than one; the system's usual one when absent. */
  readonly format?: string;
  /** Whether the token may outlive the browser session on this computer. */
  readonly remember: boolean;
}

/** The connection that the connectors take. */
export function connectionOf(profile: Profile, token: string): Connection {
  const { system, name, baseUrl, businessId, userEmail, format } = profile;
  return {
    system,
    name,
    baseUrl: baseUrl.trim().replace(/\/+$/, ""),
    businessId: businessId.trim(),
    token: token.trim(),
    ...(userEmail.trim() === "" ? {} : { userEmail: userEmail.trim() }),
    ...(format === undefined ? {} : { format }),
  };
}

// The demo business of the ledger that `npm start` serves; the README documents it. Its token is printed to the terminal.
const demoBusiness = "7d3f2c1e-5b0a-4c7e-9a51-0d1e0b5a7e01";

const onThisMachine = [
  { id: "here-layer", name: "Ledger on this machine", system: "layer", path: "/layer" },
  { id: "here-dayzero", name: "DayZero on this machine", system: "dayzero", path: "/dayzero" },
  { id: "here-intacct", name: "Sage Intacct on this machine", system: "intacct", path: "/intacct" },
  { id: "here-freeagent", name: "FreeAgent on this machine", system: "freeagent", path: "/freeagent" },
  { id: "here-oanor", name: "oanor on this machine", system: "oanor", path: "/oanor" },
];

/** What a new computer starts with: where the pane is served by this machine, the ledger beside it, by each of its doors. */
export function startingProfiles(origin: string): readonly Profile[] {
  if (!/^https?:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/.test(origin)) return [];
  return onThisMachine.map(({ path, ...known }) => ({
    ...known,
    baseUrl: origin + path,
    businessId: demoBusiness,
    userEmail: "",
    remember: false,
  }));
}

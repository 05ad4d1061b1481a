import { connectorOf } from "../../src/connectors";
import { noAccounts } from "../../src/sheet";
import {
  type Journal,
  type JournalState,
  type Plan,
  type PushReport,
  type PushTools,
  accountsIn,
  identify,
  openJournal,
  plan,
  push,
  scopeOf,
} from "../../src/sync";
import { type Answer, type Heard, type ScriptedServer, scriptedServer } from "../connectors/scripted-server";
import { connectionTo, sure } from "../connectors/systems";
import { registerFrom, rowsOf, threeAssets } from "./books";
import { emptyBrowser } from "./browser-database";
import { isCharge } from "./layer-answers";
import { type HeldClock, heldClock } from "./time";

export const connector = sure(connectorOf({ system: "layer" }));
const register = registerFrom(threeAssets);
export const rows = rowsOf(register, "2026-01", "2026-03");

/** A browser and a ledger that answers what the test writes; time and chance stand still. */
export interface Bench {
  readonly server: ScriptedServer;
  readonly journal: Journal;
  readonly clock: HeldClock;
  connection(): ReturnType<typeof connectionTo>;
  planned(ours?: typeof rows): Promise<Plan>;
  pushed(script: Script, more?: Partial<PushTools>, ours?: typeof rows): Promise<PushReport>;
  /** The charges that the ledger has heard of, in their order. */
  charges(): readonly Heard[];
  states(): Promise<JournalState[]>;
}

type Script = (heard: Heard, count: number) => Answer | Promise<Answer>;

/** A bench for the tests of a file: one server, and for each test a browser that knows nothing. */
export function benchForEach(): () => Bench {
  let server: ScriptedServer | undefined;
  let bench: Bench | undefined;
  beforeAll(async () => {
    server = await scriptedServer();
  });
  afterAll(() => sure(server).close());
  beforeEach(async () => {
    emptyBrowser();
    bench = await benchOn(sure(server));
  });
  return () => sure(bench);
}

async function benchOn(server: ScriptedServer): Promise<Bench> {
  const clock = heldClock();
  const connection = () => ({ ...connectionTo(server.url, "layer"), timeoutMs: 500 });
  const journal = await openJournal(scopeOf(connection()));
  const planned = async (ours = rows) =>
    plan({
      scope: journal.scope,
      book: "GAAP",
      decimals: 2,
      rows: await identify(ours, "GAAP"),
      findings: [],
      register,
      accountsOf: accountsIn(noAccounts),
      countsKeysOnce: true,
      ledger: { assets: [], updates: [] },
      journal: await journal.records(),
      now: clock.now(),
    });
  return {
    server,
    journal,
    clock,
    connection,
    planned,
    pushed: async (script, more = {}, ours = rows) => {
      server.answers(script);
      const tools = { connector, connection: connection(), journal, clock, random: () => 0.5 };
      return push(await planned(ours), { ...tools, ...more });
    },
    charges: () => server.heard.filter(isCharge),
    states: async () => [...(await journal.records()).values()].map(({ state }) => state),
  };
}

export function words({ outcomes }: PushReport): readonly string[] {
  return outcomes.map(({ word }) => word);
}

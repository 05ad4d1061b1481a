import type { Connection } from "../../src/connectors";
import { sure } from "../connectors/systems";
import { type StartedLedger, newBusiness, startLedger } from "../ledger/start";
import { emptyBrowser } from "./browser-database";
import { type FaultyLine, faultyLine } from "./faulty-line";

/** The reference ledger, a line to it on which befalls what the test says, and for each test a business of its own. */
export interface LedgerBench {
  readonly ledger: StartedLedger;
  readonly line: FaultyLine;
  readonly business: { readonly businessId: string; readonly token: string };
  /** The business in the words of a system, straight to the ledger. */
  readonly connection: (system: string) => Connection;
  /** The same over the line, with somebody who does not wait for ever. */
  readonly overLine: (system: string) => Connection;
  /** Another business, a browser that knows nothing, and a line on which nothing is lost. */
  readonly renew: () => Promise<void>;
}

/** Starts a bench for the tests of the file, or of the `describe`, that calls it, and renews it before each of them. */
export function ledgerBench(): LedgerBench {
  let ledger: StartedLedger | undefined;
  let line: FaultyLine | undefined;
  let business: LedgerBench["business"] | undefined;
  const bench: LedgerBench = {
    get ledger() {
      return sure(ledger);
    },
    get line() {
      return sure(line);
    },
    get business() {
      return sure(business);
    },
    connection: (system) => ({ system, name: "test", baseUrl: `${bench.ledger.baseUrl}/${system}`, ...bench.business }),
    overLine: (system) => ({ ...bench.connection(system), baseUrl: `${bench.line.url}/${system}`, timeoutMs: 1_500 }),
    renew: async () => {
      emptyBrowser();
      bench.line.befalls(() => "none");
      business = await newBusiness(bench.ledger.store);
    },
  };
  beforeAll(async () => {
    ledger = await startLedger();
    line = await faultyLine(ledger.baseUrl);
  });
  afterAll(async () => {
    await line?.close();
    await ledger?.close();
  });
  beforeEach(bench.renew);
  return bench;
}

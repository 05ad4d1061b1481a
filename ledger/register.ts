import { dayzero } from "./dayzero";
import { rateLimitForTests } from "./doors/rate-limit";
import { logRequests } from "./doors/request-log";
import { freeagent } from "./freeagent";
import { intacct } from "./intacct";
import { layer } from "./layer";
import { oanor } from "./oanor";
import { reports } from "./reports";
import { getHealth } from "./reports/health-get";
import type { Log } from "./doors/request-log";
import type { Store } from "./store/store";
import type { FastifyInstance } from "fastify";

const bodyMost = 512 * 1024;

/**
 * Mounts the ledger on a server: Layer's addresses below /layer, DayZero's below /dayzero, Sage Intacct's below
 * /intacct, FreeAgent's below /freeagent, oanor's below /oanor, and /journal, /trial-balance, /closed-through and /health.
 * It listens nowhere and serves no files; whoever made the server sees to that, and to where the lines of the log go.
 */
export async function registerLedger(app: FastifyInstance, store: Store, log?: Log): Promise<void> {
  await app.register((scope, _options, done) => {
    // A workbook may be large, a posting is not: the ledger's own limit, whatever the server allows elsewhere.
    scope.addHook("onRoute", (route) => {
      route.bodyLimit ??= bodyMost;
    });
    if (log !== undefined) logRequests(scope, log);
    scope.addHook("onRequest", rateLimitForTests(Date.now));
    void scope.register(layer(store), { prefix: "/layer" });
    void scope.register(dayzero(store), { prefix: "/dayzero" });
    void scope.register(intacct(store), { prefix: "/intacct" });
    void scope.register(freeagent(store), { prefix: "/freeagent" });
    void scope.register(oanor, { prefix: "/oanor" });
    void scope.register(reports(store));
    void scope.register(getHealth(store));
    done();
  });
}

import { answerInOurWords } from "./answers";
import type { Store } from "../store/store";
import type { FastifyInstance } from "fastify";

const patienceMs = 2_000;

/** Whether the ledger can work: 200 when its database answers, 503 otherwise. Asks for no token and tells nothing else. */
export function getHealth(store: Store) {
  return (app: FastifyInstance, _options: unknown, done: () => void): void => {
    answerInOurWords(app);
    app.get("/health", async (_request, reply) => {
      const isThere = await Promise.race([answers(store), silence()]);
      void reply.header("cache-control", "no-store").code(isThere ? 200 : 503);
      return isThere ? { status: "ok" } : { status: "away", message: "The ledger's database does not answer." };
    });
    done();
  };
}

async function answers(store: Store): Promise<boolean> {
  return store.query("select 1").then(
    () => true,
    () => false,
  );
}

function silence(): Promise<false> {
  return new Promise((resolve) => {
    setTimeout(() => {
      resolve(false);
    }, patienceMs).unref();
  });
}

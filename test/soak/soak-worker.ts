/** One of the processes of `npm run soak`: computes the worlds that it is sent, one after the other, on a ledger of its own. */
import { openWorldsLedger } from "./books-of-worlds";
import { soakWorld, worldSeed, zones } from "./soak";

interface Task {
  readonly seed: string;
  /** The numbers of the worlds, each with its number of rows. */
  readonly worlds: readonly (readonly [number: number, rows: number])[];
}

export { worldSeed, zones };

if (process.send !== undefined) process.once("message", (task: Task) => void carryOut(task));

async function carryOut({ seed, worlds }: Task): Promise<void> {
  const ledger = await openWorldsLedger();
  for (const [number, rows] of worlds) {
    const own = worldSeed(seed, number);
    const found = await soakWorld(ledger, own, rows).then(
      ({ verdict }) => verdict,
      (error: unknown) => ({ failure: String(error) }),
    );
    process.send?.({ number, seed: own, rows, ...found });
  }
  await ledger.close();
  process.disconnect();
}

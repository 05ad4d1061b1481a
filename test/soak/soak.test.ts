// Goal: in any troubled world every row is posted once and the sheet says so. Method: worlds of one seed, each with its own
// clock, network, processes and storage; the run itself is `npm run soak`, which is started here as a user starts it.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { Chance } from "../engine/reference/chance";
import { type WorldsLedger, openWorldsLedger } from "./books-of-worlds";
import { contentsOf } from "./contents";
import { postingDesk } from "./desks";
import { smooth } from "./faults";
import { pressUntilTold } from "./press-until-told";
import { soakWorld, worldSeed } from "./soak";
import { sound } from "./sound";
import { World } from "./world";

let ledger: WorldsLedger;
beforeAll(async () => {
  ledger = await openWorldsLedger();
});
afterAll(() => ledger.close());

test.each([1, 2, 3, 4])("world %i goes the same way when it is repeated from its seed", async (number) => {
  const seed = worldSeed("repeated", number);
  const first = await soakWorld(ledger, seed, 20);
  expect(first.verdict).toEqual(sound);
  expect(await soakWorld(ledger, seed, 20)).toEqual(first);
});

test("T1 to T5, T7 to T14, T16 to T18: `npm run soak` finds no duplicate, nothing lost and no lie", async () => {
  const words = ["--rows", "450", "--worlds", "18", "--seed", "test"];
  const { code, last } = await soaked(words);
  expect(last).toMatchObject({ seed: "test", worlds: 18, rows: 450, duplicates: 0, lost: 0, lies: 0, unknown: 0 });
  expect(last).toMatchObject({ seconds: expect.any(Number) as number });
  expect(code).toBe(0);
});

test("T19: 10,000 rows, cancelled half-way and taken up again, are there once each", async () => {
  const chance = new Chance("ten thousand");
  const contents = contentsOf(chance, { rows: 10_000, months: 12, otherEvery: 0 });
  const world = new World({ ledger, chance, contents, desk: postingDesk, people: 1, dateSystem: "1900" });
  let half = 0;
  const verdict = await world.live(async ({ people, time, network }) => {
    for (const person of people) {
      let posts = 0;
      const cancel = new AbortController();
      network.befalls = ({ path }) => {
        if (path.endsWith("/value-updates") && (posts += 1) === 5_000) cancel.abort();
        return smooth(chance);
      };
      await person.press({ cancel });
      half = person.workbook.shown().filter(({ word }) => word === "Posted").length;
      await pressUntilTold(person, time);
    }
  });
  expect(verdict).toEqual(sound);
  expect(half).toBeGreaterThan(4_000);
  expect(half).toBeLessThan(6_000);
});

/** The command as a person gives it: its exit code, and the object in its last line. */
function soaked(words: readonly string[]): Promise<{ readonly code: number; readonly last: unknown }> {
  const root = join(__dirname, "..", "..");
  const line = (out: string) => out.trimEnd().split("\n").at(-1) ?? "";
  return new Promise((resolve, reject) => {
    const file = join(root, "scripts", "soak.mjs");
    const command = execFile(process.execPath, [file, ...words], { cwd: root }, (_error, out) => {
      if (line(out).startsWith("{")) resolve({ code: command.exitCode ?? 1, last: JSON.parse(line(out)) });
      else reject(new Error(out));
    });
  });
}

/** What a large register takes: its roll-forward of a year, its charges by month, and its memory. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { chargePeriods, chargesOf, dayFromText, openRegister, rollForwardOf } from "../src/engine";
import type { RegisterAsset } from "../src/engine";
import { methodOf, monthly, termsOf, value } from "./measure/drawn-assets";
import { figure, nanosecondsOf, type Measurement, type Subject } from "./measure/measurement";

const count = 100_000;
const mixed = ["SL", "DB", "SYD", "RB"];
const from = value(dayFromText("2024-01-01"));
const to = value(dayFromText("2024-12-31"));

export async function run(): Promise<readonly Measurement[]> {
  const drawn = heldBytes(() => registerOf(mixed));
  const opened = heldBytes(() => value(openRegister(drawn.held)));
  const subjects = [rollForward("SL", registerOf(["SL"])), rollForward("mixed", drawn.held), byMonth(drawn.held)];
  const times = await nanosecondsOf(subjects, 5);
  const processor = subjects.map(({ work }) => processorTime(work));
  return [
    ...subjects.flatMap(({ name }, index) => {
      const goal = index < 2 ? { most: 1_000 } : undefined;
      return [
        figure(`register: ${name}`, (times[index] ?? NaN) / 1e6, "ms", goal),
        figure(`register: ${name}, processor time`, processor[index] ?? NaN, "ms"),
      ];
    }),
    figure("register: memory of an asset's terms", drawn.bytes / count, "bytes"),
    figure("register: memory of the register over them", opened.bytes / count, "bytes an asset"),
  ];
}

// Of all threads, in milliseconds: what it takes when nothing else wants the machine, and a little more.
function processorTime(work: () => number): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

function registerOf(words: readonly string[]): readonly RegisterAsset[] {
  const methods = words.map(methodOf);
  return Array.from({ length: count }, (_none, row) => ({
    id: `A${row}`,
    description: "",
    assetClass: `Class ${row % 20}`,
    parent: "",
    currency: "EUR",
    costCentre: "",
    terms: { ok: true, value: termsOf(methods[row % methods.length] ?? methodOf("SL"), row) },
  }));
}

function rollForward(name: string, assets: readonly RegisterAsset[]): Subject {
  const work = (): number => value(rollForwardOf(value(openRegister(assets)), from, to)).rows.length / 20;
  return { name: `roll-forward of ${count.toLocaleString("en")} assets over 12 months, ${name}`, work };
}

function byMonth(assets: readonly RegisterAsset[]): Subject {
  const periods = value(chargePeriods(from, to, monthly, 12));
  const work = (): number => value(chargesOf(value(openRegister(assets)), periods)).rows.length / count;
  return { name: `charges of ${count.toLocaleString("en")} assets by 12 months, mixed`, work };
}

function heldBytes<T>(make: () => T): { readonly held: T; readonly bytes: number } {
  const before = usedHeap();
  const held = make();
  return { held, bytes: usedHeap() - before };
}

// The garbage collector is called by name where the program was not started with it.
function usedHeap(): number {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  return process.memoryUsage().heapUsed;
}

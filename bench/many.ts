/** Many assets into one array, against storing one number and against a spreadsheet function called for each period. */
import * as formulajs from "@formulajs/formulajs";
import { chargesOfMany } from "../src/engine";
import type { ManyAssets } from "../src/engine";
import { columns, datedColumns, methodOf, value } from "./measure/drawn-assets";
import { figure, nanosecondsOf, type Measurement, type Subject } from "./measure/measurement";

const assets = 100_000;
const periods = 60;
const rounds = 9;
const sizes = [1_000, 10_000, 100_000, 1_000_000];

interface Contest extends Subject {
  /** At most so many times what storing takes. */
  readonly most: number;
  /** The peer's function for the same charge of one period, and how many times faster we are to be. */
  readonly peer?: Subject & { readonly least: number };
}

type PeerFunction = (cost: number, salvage: number, life: number, period: number) => unknown;

/** ns a row, medians of interleaved rounds of all contestants. */
export async function run(): Promise<readonly Measurement[]> {
  const charges = new Float64Array(assets * periods);
  const contests = contestsInto(charges);
  const peers = contests.flatMap(({ peer }) => (peer === undefined ? [] : [peer]));
  const subjects: readonly Subject[] = [{ name: "store", work: () => storeConstant(charges) }, ...contests, ...peers];
  const times = await nanosecondsOf(subjects, rounds);
  const timeOf = (subject: Subject | undefined): number =>
    times[subjects.findIndex((one) => one.name === subject?.name)] ?? NaN;
  const [limit] = subjects;
  return [
    figure("many: store a constant", timeOf(limit), "ns a row"),
    ...contests.flatMap((contest) => {
      const time = timeOf(contest);
      const own = [
        figure(`many: ${contest.name}`, time, "ns a row"),
        figure(`many: ${contest.name}, against storing`, time / timeOf(limit), "times", { most: contest.most }),
      ];
      const { peer } = contest;
      if (peer === undefined) return own;
      const goal = { least: peer.least };
      return [
        ...own,
        figure(`many: ${peer.name}`, timeOf(peer), "ns a row"),
        figure(`many: ${contest.name}, faster than ${peer.name}`, timeOf(peer) / time, "times", goal),
      ];
    }),
    ...(await byCount()),
  ];
}

function contestsInto(charges: Float64Array): readonly Contest[] {
  const undated = (word: string, most: number, peer: Contest["peer"]): Contest => ({
    name: word,
    work: filling(columns(methodOf(word), assets), charges),
    most,
    ...(peer === undefined ? {} : { peer }),
  });
  const dated = (word: string, most: number): Contest => ({
    name: `${word} with dates and a convention`,
    work: filling(datedColumns(methodOf(word), assets), charges),
    most,
  });
  return [
    undated("SL", 5, { ...peerOf("SLN", formulajs.SLN, charges), least: 10 }),
    undated("SYD", 10, { ...peerOf("SYD", formulajs.SYD, charges), least: 8 }),
    undated("DB", 12, { ...peerOf("DDB", formulajs.DDB, charges), least: 20 }),
    dated("SL", 8),
  ];
}

function filling(drawn: ManyAssets, charges: Float64Array): () => number {
  return () => {
    const { notComputed } = value(chargesOfMany(drawn, periods, charges));
    if (notComputed.length > 0) throw new Error("every drawn asset can be computed");
    return drawn.cost.length * periods;
  };
}

function peerOf(name: string, charge: PeerFunction, charges: Float64Array): Subject {
  const { cost, salvage } = columns(methodOf("SL"), assets);
  const work = (): number => {
    for (let asset = 0; asset < assets; asset += 1) {
      const [from, to] = [(cost[asset] ?? 0) / 100, (salvage[asset] ?? 0) / 100];
      for (let period = 0; period < periods; period += 1) {
        charges[asset * periods + period] = charge(from, to, periods, period + 1) as number;
      }
    }
    return charges.length;
  };
  return { name: `formulajs ${name}`, work };
}

function storeConstant(charges: Float64Array): number {
  for (let index = 0; index < charges.length; index += 1) charges[index] = 83.33;
  return charges.length;
}

async function byCount(): Promise<readonly Measurement[]> {
  const charges = new Float64Array((sizes.at(-1) ?? 0) * periods);
  const subjects = sizes.map((count) => ({
    name: `many: SL of ${count.toLocaleString("en")} assets`,
    work: filling(columns(methodOf("SL"), count), charges),
  }));
  const times = await nanosecondsOf(subjects, 5);
  return subjects.map(({ name }, index) => figure(name, times[index] ?? NaN, "ns a row"));
}

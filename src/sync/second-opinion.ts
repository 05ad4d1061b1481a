import type { ComputedYear, Connection, PlainTerms, Refusal, SecondOpinionVerb } from "../connectors";
import { type Cents, type Result, type ScheduleRow, cents, fail, monthOf, schedule, wording } from "../engine";
import type { Events, RegisterAsset } from "../sheet";
import { type Clock, systemClock } from "./clock";
import { plainTermsOf } from "./plain-terms";

/** A year of an asset's life, as the register charges it and as the service computes it, in whole minor units. */
export interface YearPair {
  readonly year: number;
  /** Absent where one side has no such year. */
  readonly ours?: { readonly charge: Cents; readonly accumulated: Cents; readonly bookValue: Cents };
  readonly theirs?: { readonly charge: Cents; readonly accumulated: Cents; readonly bookValue: Cents };
  readonly agrees: boolean;
}

/** What the service thinks of one asset. No asset is left out: what could not be asked says why. */
export interface AssetOpinion {
  readonly asset: string;
  readonly name: string;
  readonly verdict: "agrees" | "differs" | "not-computable" | "no-answer";
  readonly years: readonly YearPair[];
  /** Why they differ, or why nobody could ask; "" where they agree. */
  readonly sentence: string;
}

export interface OpinionTools {
  readonly verb: SecondOpinionVerb;
  readonly connection: Connection;
  readonly clock?: Clock;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number) => void;
}

/**
 * Asks a calculator for a second opinion on each asset, one question at a time, for calculators count requests. The same
 * terms are asked once. Where it asks to wait briefly it is waited for; where it refuses to go on, the rest is not asked.
 */
export async function secondOpinion(
  assets: readonly RegisterAsset[],
  events: Events,
  tools: OpinionTools,
): Promise<readonly AssetOpinion[]> {
  const asked = new Map<string, Result<readonly ComputedYear[], Refusal>>();
  const opinions: AssetOpinion[] = [];
  let stopped: Refusal | undefined;
  for (const asset of assets) {
    const terms = plainTermsFor(asset, events, tools.verb);
    if (!terms.ok) opinions.push(without(asset, "not-computable", terms.problem));
    else {
      const question = JSON.stringify(terms.value);
      const answer = asked.get(question) ?? (await ask(terms.value, stopped, tools));
      asked.set(question, answer);
      stopped ??= answer.ok || answer.problem.kind === "rejected" ? undefined : answer.problem;
      opinions.push(answer.ok ? judged(asset, answer.value) : without(asset, "no-answer", answer.problem.sentence));
    }
    tools.onProgress?.(opinions.length);
  }
  return opinions;
}

function plainTermsFor(asset: RegisterAsset, events: Events, verb: SecondOpinionVerb): Result<PlainTerms, string> {
  const terms = plainTermsOf(asset, events);
  const misfit = terms.ok ? verb.misfit(terms.value) : undefined;
  return misfit === undefined ? terms : fail(misfit);
}

/** Asks, unless an earlier answer said that there is no use in asking, or somebody has cancelled. */
function ask(terms: PlainTerms, stopped: Refusal | undefined, tools: OpinionTools): Asked {
  const isCancelled = tools.signal?.aborted === true;
  if (stopped === undefined && !isCancelled) return patiently(terms, tools);
  return Promise.resolve(fail(stopped ?? { kind: "unreachable", sentence: "Cancelled before it was asked." }));
}

type Asked = Promise<Result<readonly ComputedYear[], Refusal>>;

const mostWaits = 3;
const longestWaitSeconds = 30;

/** A wait of seconds is waited for; a quota that is used up for the month is not. */
async function patiently(terms: PlainTerms, tools: OpinionTools): Asked {
  const { verb, connection, clock = systemClock, signal } = tools;
  for (let waits = 0; ; waits += 1) {
    const answer = await verb.compute(connection, terms, signal);
    const seconds = answer.ok || answer.problem.kind !== "busy" ? undefined : answer.problem.retryAfterSeconds;
    if (seconds === undefined || seconds > longestWaitSeconds || waits === mostWaits) return answer;
    await clock.wait(seconds * 1000, signal);
  }
}

function without(asset: RegisterAsset, verdict: AssetOpinion["verdict"], sentence: string): AssetOpinion {
  return { asset: asset.id, name: asset.description, verdict, years: [], sentence };
}

function judged(asset: RegisterAsset, computed: readonly ComputedYear[]): AssetOpinion {
  const rows = schedule(asset.terms);
  if (!rows.ok) return without(asset, "not-computable", wording(rows.problem));
  const years = pairsOf(yearsOf(rows.value), computed, 10 ** asset.terms.decimals);
  const agrees = years.every((pair) => pair.agrees);
  const verdict = agrees ? "agrees" : "differs";
  return { asset: asset.id, name: asset.description, verdict, years, sentence: agrees ? "" : whyOf(asset, years) };
}

type OwnYear = NonNullable<YearPair["ours"]>;

const monthsInYear = 12;

/** The months of a schedule by years of life: the first twelve are the first year, whatever the calendar says. */
function yearsOf(rows: readonly ScheduleRow[]): readonly OwnYear[] {
  const years: OwnYear[] = [];
  for (let start = 0; start < rows.length; start += monthsInYear) {
    const ofYear = rows.slice(start, start + monthsInYear);
    const last = ofYear.at(-1);
    if (last === undefined) break;
    const charge = cents(ofYear.reduce((sum, row) => sum + row.charge, 0));
    years.push({ charge, accumulated: last.accumulated, bookValue: last.closing });
  }
  return years;
}

function pairsOf(ours: readonly OwnYear[], theirs: readonly ComputedYear[], scale: number): readonly YearPair[] {
  const count = Math.max(ours.length, theirs.length);
  return Array.from({ length: count }, (_, index) => {
    const [own, their] = [ours[index], theirs[index]];
    return {
      year: index + 1,
      ...(own === undefined ? {} : { ours: own }),
      ...(their === undefined ? {} : { theirs: inMinorUnits(their, scale) }),
      agrees: own !== undefined && their !== undefined && isSame(own, their, scale),
    };
  });
}

/** The service does not round: a running total of ours may be half a minor unit away, and no more. */
function isSame(own: OwnYear, { accumulated }: ComputedYear, scale: number): boolean {
  return Math.abs(own.accumulated - accumulated * scale) <= 0.5 + 1e-6;
}

function inMinorUnits({ charge, accumulated, bookValue }: ComputedYear, scale: number): OwnYear {
  const units = (amount: number): Cents => cents(Math.round(amount * scale));
  return { charge: units(charge), accumulated: units(accumulated), bookValue: units(bookValue) };
}

function whyOf({ terms, inService }: RegisterAsset, years: readonly YearPair[]): string {
  const first = years.find((pair) => !pair.agrees)?.year ?? 0;
  const dated = terms.dated;
  const startsTheYear = dated !== undefined && monthOf(inService) % monthsInYear === dated.yearEnd % monthsInYear;
  const calendar = startsTheYear
    ? ""
    : " The register goes by fiscal years, the service by years from the start, which is not the same in mid-year.";
  return `The first difference is in year ${first}.${calendar}`;
}

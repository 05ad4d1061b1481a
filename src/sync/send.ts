import type { Answer, Connection, Connector, PostVerb, Refusal } from "../connectors";
import { type Result, ok } from "../engine";
import { backoffMs, longestPauseSeconds, mostAttempts } from "./backoff";
import type { Clock } from "./clock";
import type { Gate } from "./gate";
import { type JournalRecord, noJournal } from "./journal";
import { twiceSentence } from "./posted";

/** One change of the ledger: how it is asked for, and how to see whether it is there. */
export interface Deed<T extends Held> {
  /** What was journaled before the request leaves. */
  readonly record: JournalRecord;
  /** Set where an earlier request has no known outcome. */
  readonly unsettled: JournalRecord | undefined;
  request(): Answer<Told<T>>;
  /** What the ledger holds of it now; more than one where it counts more than once. */
  lookUp(): Answer<readonly T[]>;
  /** How that differs from what was asked for, in a sentence. */
  difference(there: T): string | undefined;
}

/** What the ledger holds bears an id of the ledger's own. */
export interface Held {
  readonly id: string;
}

/** What the ledger answered. */
export interface Told<T> {
  readonly done: T;
  /** True when the ledger says that it was there before. */
  readonly replay: boolean;
  readonly answeredAt: string | undefined;
}

/** Parts what the ledger did from how it told it. */
export function toldBy<T extends { readonly replay: boolean; readonly answeredAt?: string }>(
  answer: Result<T, Refusal>,
): Result<Told<Omit<T, "replay" | "answeredAt">>, Refusal> {
  if (!answer.ok) return answer;
  const { answeredAt, replay, ...done } = answer.value;
  return ok({ done, replay, answeredAt });
}

/** How a sending ended. `left` and `unknown` may carry why the whole push should stop. */
export type End<T> =
  | { readonly kind: "done"; readonly done: T; readonly isOurs: boolean; readonly answeredAt?: string }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  | { readonly kind: "locked"; readonly refusal: Refusal }
  | { readonly kind: "conflict"; readonly refusal: Refusal }
  /** The ledger counts it more than once. */
  | { readonly kind: "twice"; readonly refusal: Refusal }
  | { readonly kind: "unknown"; readonly refusal: Refusal; readonly stop?: Refusal }
  | { readonly kind: "left"; readonly stop?: Refusal };

export interface SendTools {
  readonly connector: Connector;
  readonly verb: PostVerb;
  readonly connection: Connection;
  readonly clock: Clock;
  readonly random: () => number;
  readonly gate: Gate;
  /** Journals the record anew with the time of now, for the request leaves only now; false when it cannot be written. */
  readonly writeAgain: (record: JournalRecord) => Promise<boolean>;
  /** Raised when the push is cancelled or stopped: what is in flight finishes, nothing more begins. */
  readonly halt: AbortSignal;
}

/** A ledger that asks to wait this often for one row is left alone until the next push. */
const mostPauses = 8;

/** How far a row has come: whether one of its requests may have been carried out without our knowing. */
interface Course {
  attempt: number;
  pauses: number;
  mayBeThere: Refusal | undefined;
}

/** Asks until the outcome is known, sending the same bytes again only where the ledger counts a key once. */
export async function send<T extends Held>(deed: Deed<T>, tools: SendTools): Promise<End<T>> {
  const mayBeThere = deed.unsettled === undefined ? undefined : unsettled(deed.unsettled.sentence);
  const course: Course = { attempt: 0, pauses: 0, mayBeThere };
  for (;;) {
    const hasWaited = await tools.gate.pass(tools.halt);
    if (tools.halt.aborted) return stay(course);
    if (hasWaited && !(await tools.writeAgain(deed.record))) return stay(course, noJournal);
    course.attempt += 1;
    const answer = await deed.request();
    const end = await judged(deed, answer, course, tools);
    if (end !== undefined) return end;
  }
}

/** The end that the answer means; undefined where the same bytes are to be sent again. */
async function judged<T extends Held>(
  deed: Deed<T>,
  answer: Result<Told<T>, Refusal>,
  course: Course,
  tools: SendTools,
): Promise<End<T> | undefined> {
  if (answer.ok) {
    const { answeredAt, replay, done } = answer.value;
    const isOurs = !replay || course.mayBeThere !== undefined;
    return { kind: "done", done, isOurs, ...(answeredAt === undefined ? {} : { answeredAt }) };
  }
  const refusal = answer.problem;
  if (refusal.kind === "busy") return paused(refusal, course, tools);
  if (refusal.kind === "unknown-outcome") return again(refusal, course, tools);
  if (concernsAll(refusal)) return stay(course, refusal);
  if (refusal.kind === "conflict" || course.mayBeThere !== undefined) return lookedUp(deed, refusal, course);
  return refusedBy(refusal);
}

function refusedBy(refusal: Refusal): End<never> {
  return { kind: refusal.kind === "period-closed" ? "locked" : "refused", refusal };
}

/** A 429 says that the request was not carried out. It shuts the gate for all rows and costs no attempt. */
function paused(refusal: Refusal, course: Course, { gate, random }: SendTools): End<never> | undefined {
  course.attempt -= 1;
  course.pauses += 1;
  const seconds = refusal.retryAfterSeconds ?? 2 ** course.pauses;
  if (seconds > longestPauseSeconds || course.pauses > mostPauses) return stay(course, refusal);
  gate.shut(seconds * 1000 + Math.round(random() * 250));
  return undefined;
}

async function again(refusal: Refusal, course: Course, tools: SendTools): Promise<End<never> | undefined> {
  course.mayBeThere = refusal;
  const isLast = course.attempt >= mostAttempts || !tools.verb.countsKeysOnce || tools.halt.aborted;
  if (isLast) return { kind: "unknown", refusal, ...(await whetherReachable(tools)) };
  const asked = (refusal.retryAfterSeconds ?? 0) * 1000;
  const wait = Math.min(Math.max(asked, backoffMs(course.attempt, tools.random)), longestPauseSeconds * 1000);
  await tools.clock.wait(wait, tools.halt);
  return undefined;
}

/** After a row has used up its attempts: if the ledger does not even answer a reading, the other rows need not try. */
async function whetherReachable({ connector, connection, halt }: SendTools): Promise<{ readonly stop?: Refusal }> {
  if (halt.aborted) return {};
  const standing = await connector.test(connection);
  return standing.ok ? {} : { stop: standing.problem };
}

/** What does the ledger hold of it? A conflict, and a refusal after a lost answer, are settled by looking. */
async function lookedUp<T extends Held>(deed: Deed<T>, refusal: Refusal, course: Course): Promise<End<T>> {
  const held = await deed.lookUp();
  if (!held.ok) return { kind: "unknown", refusal: held.problem };
  const [first, ...others] = held.value;
  if (first === undefined) return refusedBy(refusal);
  if (others.length > 0)
    return { kind: "twice", refusal: { kind: "conflict", sentence: twiceSentence(held.value.map(({ id }) => id)) } };
  const sentence = deed.difference(first);
  if (sentence !== undefined) return { kind: "conflict", refusal: { kind: "conflict", sentence } };
  return { kind: "done", done: first, isOurs: course.mayBeThere !== undefined };
}

/** Ends without a further request: ready as before, or unknown where an earlier request may have been carried out. */
function stay(course: Course, stop?: Refusal): End<never> {
  const why = stop === undefined ? {} : { stop };
  return course.mayBeThere === undefined
    ? { kind: "left", ...why }
    : { kind: "unknown", refusal: course.mayBeThere, ...why };
}

const settings: readonly string[] = ["baseUrl", "businessId", "token", "userEmail"];

/** Whether a refusal is about the connection, and so would meet every row. */
function concernsAll({ kind, field }: Refusal): boolean {
  const isOfConnection = field !== undefined && settings.includes(field);
  return isOfConnection || ["unauthorised", "forbidden", "unreachable", "unreadable"].includes(kind);
}

function unsettled(sentence = "An earlier request has no known outcome."): Refusal {
  return { kind: "unknown-outcome", sentence };
}

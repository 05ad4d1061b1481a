import { createHash } from "node:crypto";
import { sqlState } from "../store/failures";
import { Refusal } from "./refusal";
import type { Session, Store } from "../store/store";

/** A request that came with an Idempotency-Key. */
export interface Keyed {
  readonly businessId: string;
  /** The same key at another endpoint is another key. */
  readonly endpoint: string;
  readonly key: string;
  /** What the request asks for, as plain JSON; in which order its fields were written does not count. */
  readonly content: unknown;
}

/** What a request came to: the body of its answer as text, and whether it had been carried out before. */
export interface Carried {
  readonly answer: string;
  readonly isHit: boolean;
}

/** Carries out `work` in one transaction unless it was carried out under this key before, and gives the answer to it. */
export type Once = (
  asked: Keyed,
  work: (session: Session) => Promise<{ readonly body: object; readonly isHit: boolean }>,
) => Promise<Carried>;

/** The name of the header, as failures tell it. */
export const keyHeader = "idempotency-key";

/**
 * Gives the function that carries out a keyed request once. The key is written in the transaction that has the effect:
 * both are there or neither, so a request that was refused leaves its key free. Refusals: the key with other content, and
 * a key whose first request is still on its way.
 */
export function onceForEachKey(store: Store): Once {
  const onTheirWay = new Set<string>();
  return async (asked, work) => {
    const name = JSON.stringify([asked.businessId, asked.endpoint, asked.key]);
    if (onTheirWay.has(name)) throw inUse();
    onTheirWay.add(name);
    try {
      return await store.transaction((session) => carryOut(session, asked, work));
    } catch (error) {
      throw sqlState(error) === lockNotAvailable ? inUse() : error;
    } finally {
      onTheirWay.delete(name);
    }
  };
}

const lockNotAvailable = "55P03";

async function carryOut(session: Session, asked: Keyed, work: Parameters<Once>[1]): Promise<Carried> {
  const hash = hashOf(asked.content);
  const place = [asked.businessId, asked.endpoint, asked.key] as const;
  // Another process's request under this key is waited for, but not for long.
  await session.query("set local lock_timeout = '1s'");
  const mine = await session.query(
    `insert into idempotency_keys (business_id, endpoint, key, content_hash) values ($1, $2, $3, $4)
     on conflict do nothing returning key`,
    [...place, hash],
  );
  await session.query("set local lock_timeout to default");
  if (mine.length === 0) return carriedBefore(session, place, hash);
  const { body, isHit } = await work(session);
  const answer = JSON.stringify(body);
  await session.query("update idempotency_keys set answer = $4 where business_id = $1 and endpoint = $2 and key = $3", [
    ...place,
    answer,
  ]);
  return { answer, isHit };
}

async function carriedBefore(session: Session, place: readonly string[], hash: string): Promise<Carried> {
  const [row] = await session.query<{ content_hash: string; answer: string }>(
    "select content_hash, answer from idempotency_keys where business_id = $1 and endpoint = $2 and key = $3",
    place,
  );
  if (row === undefined) throw inUse();
  if (row.content_hash === hash) return { answer: row.answer, isHit: true };
  throw new Refusal(
    "key-used",
    "The Idempotency-Key belongs to another request, with other content. Send this one under a key of its own.",
    keyHeader,
  );
}

function inUse(): Refusal {
  const message = "The request with this Idempotency-Key is still on its way. Send it again in a moment.";
  return new Refusal("key-in-use", message, keyHeader);
}

function hashOf(content: unknown): string {
  return createHash("sha256").update(JSON.stringify(content, inOrder)).digest("hex");
}

// What comes in has been checked for depth, so walking it cannot run out of stack.
function inOrder(_name: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

import { type Result, dayText, fail, ok } from "../engine";
import { hostOf } from "./address";
import { type Reply, type Request, call } from "./call";
import type { Answer, Connection, Refusal, Reversal, Reversed, Reversing, ReverseVerb } from "./connector";
import { dialect, pageOf } from "./layer-answers";
import { type Reader, anything, day, object, optional, text, textAt } from "./read";
import { refusal } from "./words";

/**
 * Layer reverses journal entries (its document "Reverse Journal Entry"): 201 with the new entry, 200 with the one that
 * reversed it before. Which entry belongs to a value update its documents do not say, so an entry is believed only if
 * its `source` names the update.
 */
export const layerReverse: ReverseVerb = { body: bodyOf, reverse, lookUp };

interface Entry {
  readonly id: string;
  readonly entry_at: Reversal["date"];
  readonly reversal_of_id: string | undefined;
  readonly reversal_id: string | undefined;
  readonly source: unknown;
}

const entry: Reader<Entry> = object({
  id: text,
  entry_at: day,
  reversal_of_id: optional(text),
  reversal_id: optional(text),
  source: anything,
});

// Layer documents no body and may pass it over: the day that it answers is the one that is told.
function bodyOf({ date, memo }: Reversing): string {
  return JSON.stringify({ entry_at: `${dayText(date)}T00:00:00Z`, memo: memo === "" ? null : memo });
}

async function reverse(connection: Connection, asked: Reversing, body: string, signal?: AbortSignal): Answer<Reversed> {
  const original = await entryOf(connection, asked);
  if (!original.ok) return original;
  const before = await reversalOf(connection, original.value);
  if (!before.ok) return before;
  if (before.value !== undefined) return ok({ ...before.value, replay: true });
  const path = `/${encodeURIComponent(original.value.id)}/reverse`;
  const answer = await read(connection, { method: "POST", path: pathOf(connection, path), body, signal });
  if (!answer.ok) return answer;
  const { value, status, answeredAt } = answer.value;
  const { id, entry_at: date, reversal_of_id: of } = value.data;
  if (of !== original.value.id) return fail(refusal(connection, "conflict", otherEntry(original.value.id, of)));
  return ok({ id, date, replay: status === 200, ...(answeredAt === undefined ? {} : { answeredAt }) });
}

async function lookUp(connection: Connection, asked: Reversing): Answer<Reversal | undefined> {
  const original = await entryOf(connection, asked);
  return original.ok ? reversalOf(connection, original.value) : original;
}

async function reversalOf(connection: Connection, { reversal_id: id }: Entry): Answer<Reversal | undefined> {
  if (id === undefined) return ok(undefined);
  const answer = await read(connection, { method: "GET", path: pathOf(connection, `/${encodeURIComponent(id)}`) });
  return answer.ok ? ok({ id, date: answer.value.value.data.entry_at }) : answer;
}

/** The journal entry of a value update. */
async function entryOf(connection: Connection, asked: Reversing): Answer<Entry> {
  const query = { source_id: asked.posted.id, limit: "100" };
  const request = { method: "GET", path: pathOf(connection, ""), query } as const;
  const answer = await call(connection, dialect, request, pageOf(entry));
  if (!answer.ok) return isOtherwise(answer.problem) ? fail(notFromHere(connection, asked)) : answer;
  const found = answer.value.value.items.find(
    ({ source, reversal_of_id: of }) => of === undefined && textAt(source, "id") === asked.posted.id,
  );
  return found === undefined ? fail(notFromHere(connection, asked)) : ok(found);
}

// A ledger without such a list, or with another one, is no fault of the connection.
function isOtherwise({ kind }: Refusal): boolean {
  return kind === "not-found" || kind === "unreadable" || kind === "rejected";
}

function notFromHere(connection: Connection, { posted }: Reversing): Refusal {
  const which = `the journal entry of ${dayText(posted.date)} that value update ${posted.id} belongs to`;
  const sentence = `${hostOf(connection)} does not tell ${which}, so it cannot be reversed from here. Reverse it in the ledger itself and preview again.`;
  return refusal(connection, "rejected", sentence);
}

function otherEntry(asked: string, of: string | undefined): string {
  return `The ledger answered with the reversal of ${of ?? "no entry"}; the entry to be reversed is ${asked}.`;
}

function read(connection: Connection, request: Request): Promise<Result<Reply<{ readonly data: Entry }>, Refusal>> {
  return call(connection, dialect, request, object({ data: entry }));
}

function pathOf({ businessId }: Connection, path: string): string {
  return `/v1/businesses/${encodeURIComponent(businessId.trim())}/ledger/entries${path}`;
}

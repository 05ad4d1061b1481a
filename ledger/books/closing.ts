import { randomUUID } from "node:crypto";
import { Refusal } from "./refusal";
import type { Session, Store } from "../store/store";

/** Up to which day a business's books are closed: nothing dated on or before it is posted. */
export interface Closing {
  /** yyyy-mm-dd; null when every day is open. */
  readonly closedThrough: string | null;
  readonly openFrom: string | null;
}

export async function closingOf(session: Session, businessId: string): Promise<Closing> {
  return found(session, businessId, "");
}

/**
 * Refusal: the books are closed on that day. Inside a transaction the books stay open until it ends: a closing waits for
 * those who looked before it.
 */
export async function checkOpen(session: Session, businessId: string, date: string): Promise<void> {
  const { openFrom } = await found(session, businessId, "for share");
  if (openFrom !== null && date < openFrom) throw periodClosed(date, openFrom);
}

/** What is said of a posting before the first open day. */
export function periodClosed(date: string, openFrom: string, field?: string): Refusal {
  const message = `${date} lies in a closed period. The first open day is ${openFrom}; date the posting from then on.`;
  return new Refusal("period-closed", message, field, openFrom);
}

/**
 * Closes the books through a day, earlier or later than they are now, or with null opens all of them. Each change stands
 * in the journal, with who asked for it: an entry without lines, dated by the last day that it closes or opens.
 */
export async function closeThrough(
  store: Store,
  businessId: string,
  date: string | null,
  actor: string | undefined,
): Promise<Closing> {
  if (date === lastDayThereIs) {
    const message = `date is ${date}, but must be a day before it: the first open day is the day after.`;
    throw new Refusal("invalid", message, "date");
  }
  return store.transaction(async (session) => {
    const { closedThrough: before } = await found(session, businessId, "for update");
    if (before !== date) {
      await session.query("update businesses set closed_through = $2 where id = $1", [businessId, date]);
      await noteChange(session, businessId, { before, after: date, actor });
    }
    return closingOf(session, businessId);
  });
}

// Days are compared as texts, yyyy-mm-dd, and the day after this one has five digits in its year.
const lastDayThereIs = "9999-12-31";

interface Change {
  readonly before: string | null;
  readonly after: string | null;
  readonly actor: string | undefined;
}

async function noteChange(session: Session, businessId: string, { before, after, actor }: Change): Promise<void> {
  const isClosing = (after ?? "") > (before ?? "");
  const was = before === null ? "every day was open before" : `closed through ${before} before`;
  const is = after === null ? "Every day is open" : `Closed through ${after}`;
  await session.query(
    `insert into journal_entries (id, business_id, entry_date, kind, memo, actor) values ($1, $2, $3, $4, $5, $6)`,
    [
      randomUUID(),
      businessId,
      isClosing ? after : before,
      isClosing ? "BOOKS_CLOSED" : "BOOKS_REOPENED",
      `${is}; ${was}`,
      actor ?? null,
    ],
  );
}

async function found(session: Session, businessId: string, lock: "" | "for share" | "for update"): Promise<Closing> {
  const [row] = await session.query<{ closed_through: string | null; open_from: string | null }>(
    `select closed_through, closed_through + 1 as open_from from businesses where id = $1 ${lock}`,
    [businessId],
  );
  if (row === undefined) throw new Error(`Business ${businessId} is not there.`);
  return { closedThrough: row.closed_through, openFrom: row.open_from };
}

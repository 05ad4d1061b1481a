import type { Session } from "../store/store";

/** The next number of a business for what is counted; two requests at once wait for one another here. */
export async function nextNumber(session: Session, businessId: string, counted: "rule" | "classification") {
  const [row] = await session.query<{ last: number }>(
    `insert into counters (business_id, counted, last) values ($1, $2, 1)
     on conflict (business_id, counted) do update set last = counters.last + 1 returning last`,
    [businessId, counted],
  );
  if (row === undefined) throw new Error("The counter gave no number.");
  return row.last;
}

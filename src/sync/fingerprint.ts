import { dayText } from "../engine";
import type { ScheduleLine } from "../sheet";

/** What a posting says, told apart from every other content: a change of any of it changes the fingerprint. */
export type Fingerprinted = Pick<
  ScheduleLine,
  "asset" | "amount" | "periodEnd" | "postingDate" | "type" | "counterAccount"
>;

/** SHA-256, in 64 hexadecimal digits, of the charge's content as canonical JSON. The memo does not count. */
export function fingerprint(charge: Fingerprinted): Promise<string> {
  const { amount, asset, counterAccount, periodEnd, postingDate, type } = charge;
  const date = dayText(postingDate ?? periodEnd);
  // The names are in alphabetical order: JSON.stringify keeps the order in which they are written here.
  return sha256(JSON.stringify({ amountCents: amount, asset, counterAccount, date, type }));
}

export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

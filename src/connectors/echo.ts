import { amountText, dayText } from "../engine";
import type { Charge, PostedUpdate } from "./connector";

/** How what the ledger holds differs from the charge, in words; empty when it is the same. */
export function differences(charge: Charge, posted: PostedUpdate): readonly string[] {
  const shown = (amount: Charge["amount"]) => amountText(amount, charge.decimals);
  return [
    differing("amount", shown(posted.amount), shown(charge.amount)),
    differing("date", dayText(posted.date), dayText(charge.date)),
    differing("type", posted.type, charge.type),
    differing("asset", posted.ledgerId.toLowerCase(), charge.ledgerId.toLowerCase()),
    differing("key", posted.key ?? "none", charge.key),
    // The counter account is not echoed, but our fingerprint of it is.
    ...(posted.fingerprint === undefined || posted.fingerprint === charge.fingerprint
      ? []
      : ["the content it was sent with, such as the counter account, is another"]),
    ...(posted.archived ? ["it is archived in the ledger"] : []),
  ].filter((difference) => difference !== undefined);
}

/** One sentence for all differences; undefined when there are none. */
export function differenceSentence(charge: Charge, posted: PostedUpdate): string | undefined {
  const found = differences(charge, posted);
  return found.length === 0 ? undefined : `The ledger holds this charge otherwise: ${found.join("; ")}.`;
}

function differing(what: string, theirs: string, ours: string): string | undefined {
  return theirs === ours ? undefined : `its ${what} is ${theirs}, ours ${ours}`;
}

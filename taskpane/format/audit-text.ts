import type { Audit } from "../../src/sync";
import { count, counted, moneyIn, type MoneyStyle } from "./amounts";

interface MoneyThere {
  readonly style: MoneyStyle;
  readonly currency: string | undefined;
}

/** What a reading after the push found, in a sentence. */
export function auditText(audit: Audit, { style, currency }: MoneyThere): string {
  switch (audit.kind) {
    case "tied": {
      const which = audit.count === 1 ? "the row" : `each of the ${count(audit.count, style.language)} rows`;
      return `The ledger holds ${which} once, ${moneyIn(audit.amount, style, currency)} in all.`;
    }
    case "differs": {
      const sums = `The rows come to ${moneyIn(audit.amount, style, currency)}, the ledger holds ${moneyIn(audit.held, style, currency)} for them.`;
      const wrong = audit.wrong.slice(0, 3).map(({ row, ids }) => `row ${row + 1} is there ${timesText(ids.length)}`);
      const rest = audit.wrong.length - wrong.length;
      const more = rest > 0 ? ` and ${counted(rest, "more row", style.language)}` : "";
      return `${sums}${wrong.length === 0 ? "" : ` Of them ${wrong.join(", ")}${more}.`} Look at them in the ledger.`;
    }
    case "unread":
      return `Whether the ledger holds each row once could not be checked. ${audit.sentence} Preview again.`;
  }
}

function timesText(times: number): string {
  return times === 0 ? "not at all" : `${times} times`;
}

/**
 * The seconds to wait that a Retry-After header asks for: a count of seconds, or an HTTP date (RFC 9110, section
 * 10.2.3). A date counts from the ledger's own Date header where there is one, for this machine's clock may be wrong.
 */
export function retryAfterSeconds(
  retryAfter: string | null,
  ledgerDate: string | null,
  now: number,
): number | undefined {
  if (retryAfter === null || retryAfter.trim() === "") return undefined;
  if (/^\s*\d+\s*$/.test(retryAfter)) return Number(retryAfter);
  const until = Date.parse(retryAfter);
  if (Number.isNaN(until)) return undefined;
  const ledgerNow = Date.parse(ledgerDate ?? "");
  return Math.max(0, Math.ceil((until - (Number.isNaN(ledgerNow) ? now : ledgerNow)) / 1000));
}

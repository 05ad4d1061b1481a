/** How often one request is sent in one push before its outcome is left unknown. */
export const mostAttempts = 5;

/** A ledger that asks to wait longer than this is left alone until the next push. */
export const longestPauseSeconds = 120;

const firstDelayMs = 500;
const longestDelayMs = 5_000;

/**
 * Milliseconds to wait before the attempt after `attempt` (1 for the first): doubling up to five seconds, of which a
 * random half is taken off, so that many panes that failed together do not return together.
 */
export function backoffMs(attempt: number, random: () => number): number {
  const full = Math.min(longestDelayMs, firstDelayMs * 2 ** (attempt - 1));
  return Math.round(full * (1 - random() / 2));
}

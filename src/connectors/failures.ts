import { hostOf } from "./address";
import type { Day } from "../engine";
import type { Connection, Refusal, RefusalKind } from "./connector";
import { refusal } from "./words";

/** What a ledger says is wrong, in its own words. */
export interface Complaint {
  readonly text: string;
  readonly field?: string;
  /** Set where the ledger says that the period is closed. */
  readonly closed?: { readonly firstOpen?: Day };
}

/** An answer that is not 2xx, with what is needed to sort it. */
export interface Failure {
  readonly status: number;
  /** True where the request may have changed the ledger. */
  readonly isWrite: boolean;
  readonly complaint: Complaint | undefined;
  /** True where the body is a web page: some other server answered. */
  readonly isPage: boolean;
  readonly retryAfterSeconds: number | undefined;
}

/** Sorts a failed answer by what the accountant can do about it. */
export function sorted(connection: Connection, failure: Failure): Refusal {
  const { status, isWrite, complaint, isPage } = failure;
  const kind = complaint?.closed === undefined ? kindOf(status, isWrite) : "period-closed";
  const theirs = complaint === undefined ? "" : ` It says: ${complaint.text}`;
  const isStranger = isAnotherServer(failure);
  const field = isStranger ? "baseUrl" : complaint?.field;
  return refusal(connection, kind, `${ours(kind, status, hostOf(connection), isStranger, isPage)}${theirs}`, {
    ...(field === undefined ? {} : { field }),
    ...(failure.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: failure.retryAfterSeconds }),
    ...complaint?.closed,
  });
}

/** No answer at all: the network, the address, or the ledger is away. A write may have arrived all the same. */
export function silence(connection: Connection, isWrite: boolean, why: "timeout" | "network" | "aborted"): Refusal {
  const host = hostOf(connection);
  const what = {
    timeout: `${host} did not answer in time.`,
    network: isOffline() ? "This computer is offline." : `There was no answer from ${host}.`,
    aborted: `The request to ${host} was broken off.`,
  }[why];
  if (isWrite) return refusal(connection, "unknown-outcome", `${what} Whether it was carried out is not known.`);
  const hint = "The address may be wrong, the ledger may not be running, or there is no network.";
  return refusal(connection, "unreachable", why === "network" && !isOffline() ? `${what} ${hint}` : what);
}

/** A 2xx answer that cannot be read: after a write, nobody knows what was done. */
export function unreadable(connection: Connection, isWrite: boolean, why: string): Refusal {
  const host = hostOf(connection);
  return isWrite
    ? refusal(
        connection,
        "unknown-outcome",
        `The answer of ${host} cannot be read, so the outcome is not known: ${why}`,
      )
    : refusal(connection, "unreadable", `The answer of ${host} cannot be read: ${why}`, { field: "baseUrl" });
}

// A web page, or "not found" in words that are not the system's own: whoever answered, it was not the ledger.
function isAnotherServer({ status, isPage, complaint }: Failure): boolean {
  return (isPage && status < 500) || (status === 404 && complaint === undefined);
}

function kindOf(status: number, isWrite: boolean): RefusalKind {
  if (status >= 500 || status === 408) return isWrite ? "unknown-outcome" : "unreachable";
  const known: Readonly<Record<number, RefusalKind>> = {
    401: "unauthorised",
    403: "forbidden",
    404: "not-found",
    409: "conflict",
    429: "busy",
  };
  return known[status] ?? "rejected";
}

function ours(kind: RefusalKind, status: number, host: string, isStranger: boolean, isPage: boolean): string {
  const what = isPage ? `answered with a web page (${status})` : `has nothing there (${status})`;
  if (isStranger) return `${host} ${what}: the address is not the ledger's.`;
  switch (kind) {
    case "period-closed":
      return `The period is closed at ${host} (${status}).`;
    case "rejected":
      return `${host} refused this (${status}).`;
    case "unauthorised":
      return `${host} does not accept the token (401).`;
    case "forbidden":
      return `The token has no right to this at ${host} (403).`;
    case "not-found":
      return `${host} does not have this (404).`;
    case "conflict":
      return `${host} holds something else under this key (409).`;
    case "busy":
      return `${host} is busy and asks to wait (429).`;
    case "unknown-outcome":
      return `${host} failed (${status}). Whether it was carried out is not known.`;
    case "unreachable":
    case "unreadable":
      return `${host} failed (${status}). Try again later.`;
  }
}

function isOffline(): boolean {
  return typeof navigator !== "undefined" && !navigator.onLine;
}

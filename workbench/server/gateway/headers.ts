import type { IncomingHttpHeaders } from "node:http";

// Whatever is not named here stays behind: cookies, the caller's own authorization, and what tells of its browser.
const passedOn = [
  "accept",
  "content-type",
  "idempotency-key",
  "if-match",
  "x-business-id",
  "x-user-email",
  "x-api-version",
  "x-ratelimit-test",
];
const passedBack = [
  "content-type",
  "date",
  "etag",
  "idempotency-hit",
  "link",
  "location",
  "retry-after",
  "x-request-id",
  "x-total-count",
];

export function headersOn(headers: IncomingHttpHeaders): Readonly<Record<string, string>> {
  const kept = passedOn.flatMap((name) => {
    const value = headers[name];
    return typeof value === "string" ? [[name, value] as const] : [];
  });
  return Object.fromEntries(kept);
}

export function headersBack(headers: Headers): Readonly<Record<string, string>> {
  const kept = passedBack.flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(kept), "cache-control": "no-store", "x-content-type-options": "nosniff" };
}

import { createHash } from "node:crypto";
import { Refusal } from "../books/refusal";
import type { FastifyReply, FastifyRequest } from "fastify";

const header = "x-ratelimit-test";
const most = 5;
const windowMs = 60_000;
const knownMost = 1_000;

/**
 * A limit of five requests a minute for requests that ask for it with `X-RateLimit-Test: true`, as FreeAgent's sandbox has
 * it: so a client can be tried against a 429. Retry-After is a count of seconds, or with the value `date` an HTTP date
 * (RFC 9110 allows both). Each bearer token, and who comes without one each address, has a count of its own, in memory.
 */
export function rateLimitForTests(now: () => number) {
  const windows = new Map<string, { readonly endsAt: number; count: number }>();
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const asked = request.headers[header];
    if (asked !== "true" && asked !== "date") return;
    const who = whoOf(request);
    let window = windows.get(who);
    if (window === undefined || window.endsAt <= now()) {
      if (windows.size >= knownMost) windows.clear();
      window = { endsAt: now() + windowMs, count: 0 };
      windows.set(who, window);
    }
    window.count += 1;
    if (window.count <= most) return;
    const seconds = Math.max(1, Math.ceil((window.endsAt - now()) / 1000));
    void reply.header("retry-after", asked === "date" ? new Date(window.endsAt).toUTCString() : String(seconds));
    throw new Refusal("too-many-requests", `More than ${most} requests a minute. Try again in ${seconds} s.`);
  };
}

// The token itself is not kept for this.
function whoOf({ headers, ip }: FastifyRequest): string {
  return createHash("sha256")
    .update(headers.authorization ?? ip)
    .digest("hex");
}

import type { FastifyRequest } from "fastify";

const longest = 254;

/** Who a request says it is from, for the audit trail. It proves nothing: the token does that. */
export function actorOf(request: FastifyRequest): string | undefined {
  const header = request.headers["x-user-email"];
  if (typeof header !== "string" || header === "") return undefined;
  return header.slice(0, longest);
}

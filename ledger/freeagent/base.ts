import type { FastifyRequest } from "fastify";

/** The address, as the request reached it, below which FreeAgent's objects lie. */
export function baseOf(request: FastifyRequest): string {
  return `${request.protocol}://${request.host}/freeagent/v2`;
}

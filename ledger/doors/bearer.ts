import { businessOfToken } from "../books/business";
import { Refusal } from "../books/refusal";
import type { Store } from "../store/store";
import type { FastifyRequest } from "fastify";

declare module "fastify" {
  interface FastifyRequest {
    /** The business that the request's bearer token acts for. */
    businessId: string;
  }
}

const keptMs = 5_000;
const keptMax = 1_000;

/**
 * Gives the function that sets a request's business from its bearer token, or refuses. A token that was good is asked
 * for again after five seconds, so a token that is taken away works no longer than that.
 */
export function bearerCheck(store: Store): (request: FastifyRequest) => Promise<void> {
  const kept = new Map<string, { readonly businessId: string; readonly until: number }>();
  return async (request) => {
    const token = tokenOf(request.headers.authorization);
    const known = kept.get(token);
    if (known !== undefined && known.until > Date.now()) {
      request.businessId = known.businessId;
      return;
    }
    const businessId = await businessOfToken(store, token);
    if (businessId === undefined) throw new Refusal("unauthorised", "The bearer token is not valid.");
    if (kept.size >= keptMax) kept.clear();
    kept.set(token, { businessId, until: Date.now() + keptMs });
    request.businessId = businessId;
  };
}

function tokenOf(header: string | undefined): string {
  const token = /^bearer +(\S{1,512}) *$/i.exec(header ?? "")?.[1];
  if (token !== undefined) return token;
  throw new Refusal("unauthorised", "An Authorization header with a bearer token is missing.");
}

import { keyHeader } from "../books/keyed";
import { Refusal } from "../books/refusal";
import type { FastifyRequest } from "fastify";

const longest = 255;

/**
 * The request's Idempotency-Key, if it has one. The IETF's draft writes it as a quoted string, many programs bare: both are
 * the same key. Refusal: one that is empty, too long, sent twice, or holds what no header may.
 */
export function idempotencyKeyOf(request: FastifyRequest): string | undefined {
  const header = request.headers[keyHeader];
  if (header === undefined) return undefined;
  const key = typeof header === "string" ? (quoted(header.trim()) ?? bare(header.trim())) : undefined;
  if (key !== undefined && key.length <= longest) return key;
  const message = `The Idempotency-Key must be 1 to ${longest} visible ASCII characters, bare or within quotation marks.`;
  throw new Refusal("invalid", message, keyHeader);
}

// A string of RFC 8941: within it, a quotation mark and a backslash stand behind a backslash.
function quoted(header: string): string | undefined {
  const inner = /^"((?:[ !#-[\]-~]|\\["\\])+)"$/.exec(header)?.[1];
  return inner?.replace(/\\(["\\])/g, "$1");
}

function bare(header: string): string | undefined {
  return /^[!#-~][!-~]*$/.test(header) ? header : undefined;
}

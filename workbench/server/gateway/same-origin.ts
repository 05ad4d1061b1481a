import type { FastifyRequest } from "fastify";

/**
 * Why a request may not use the credentials behind the gateway, or undefined when it may: it must come from a page of this
 * very server, which must be called by a name of this machine (else a page elsewhere could name itself so by its own DNS).
 */
export function whyNotOurs({ headers, protocol, method }: FastifyRequest): string | undefined {
  const { host = "", origin, "sec-fetch-site": site } = headers;
  if (!/^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i.test(host))
    return "The gateway answers to localhost only, not to another name of this machine.";
  const isOwn = origin === `${protocol}://${host}`;
  const isReading = method === "GET" || method === "HEAD";
  if ((site === undefined || site === "same-origin") && (isOwn || (isReading && origin === undefined)))
    return undefined;
  return "Only a page of this server may use the gateway.";
}

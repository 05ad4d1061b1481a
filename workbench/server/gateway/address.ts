import type { Environment } from "./credentials";
import type { Profile } from "./profiles";

/** Where a profile's system is: its fixed address, or one of this machine that GATEWAY_…_URL names, for tests. */
export function baseUrlOf({ word, baseUrl }: Profile, environment: Environment): string {
  const other = environment[`GATEWAY_${word.toUpperCase().replaceAll("-", "_")}_URL`];
  if (other === undefined || other === "") return baseUrl;
  const url = new URL(other);
  if (url.protocol === "http:" && url.hostname === "127.0.0.1") return url.origin;
  throw new Error(`GATEWAY_${word.toUpperCase()}_URL is "${other}", but may only name http://127.0.0.1 with a port.`);
}

/** The path and query of a request below its profile, or undefined when it could mean anything but what it says. */
export function pathWithin({ root }: Profile, rest: string): string | undefined {
  const [path = "", ...query] = rest.split("?");
  const isPlain = /^(\/[\w.~!$&'()*+,;=:@%-]+)+\/?$/.test(path) && query.length <= 1;
  // An encoded slash, point or backslash is read differently from one server to the next, so none goes through.
  const isClear = !/%(2e|2f|5c|00|25)/i.test(path) && !path.split("/").some((step) => step === "." || step === "..");
  if (!isPlain || !isClear || !path.startsWith(root)) return undefined;
  return query.length === 0 ? path : `${path}?${query[0] ?? ""}`;
}

import type { Door, Request, Response } from "./network";

/**
 * A door before the ledger's own through which it no longer counts a key once: each request gets a key that was never
 * used, and answers show the one that was sent. So the ledger is one that can be asked, but takes a repeated request for
 * another.
 */
export function forgettingDoor(door: Door): Door {
  let count = 0;
  const unused = (key: string) => `${key}${mark}${(count += 1)}`;
  return async (request) => shownAgain(await door(renamed(request, unused)));
}

const mark = "\u00b6";

/** Layer's key of a posting, and DayZero's number of an asset. Layer's assets keep their ids: no charge depends on them. */
const keyFields: readonly { readonly path: RegExp; readonly field: RegExp }[] = [
  { path: /\/value-updates$/, field: /("external_id":")([^"]+)"/ },
  { path: /\/fixed-assets$/, field: /("asset_number":")([^"]+)"/ },
];

function renamed(request: Request, unused: (key: string) => string): Request {
  const named = keyFields.find(({ path }) => path.test(request.path));
  if (request.method !== "POST" || named === undefined || request.body === undefined) return request;
  const body = request.body.replace(named.field, (_all, field: string, key: string) => `${field}${unused(key)}"`);
  return { ...request, body };
}

function shownAgain(response: Response): Response {
  return { ...response, text: shownKey(response.text) };
}

/** A text with the keys in it as they were sent. */
export function shownKey(text: string): string {
  return text.replace(new RegExp(`${mark}\\d+`, "g"), "");
}

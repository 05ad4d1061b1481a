import { type Result, fail, ok } from "../engine";
import type { Connection, Refusal, SettingKey } from "./connector";
import { refusal } from "./words";

/** The full address of a path, or which setting of the connection keeps us from having one. */
export function addressOf(
  connection: Connection,
  needs: readonly SettingKey[],
  path: string,
  query: Readonly<Record<string, string>> = {},
): Result<string, Refusal> {
  const wrong = whatIsWrong(connection, needs);
  if (wrong !== undefined) return fail(wrong);
  const search = new URLSearchParams(query).toString();
  return ok(`${connection.baseUrl.trim().replace(/\/+$/, "")}${path}${search === "" ? "" : `?${search}`}`);
}

/** The host as people name it in a sentence. */
export function hostOf({ baseUrl }: Connection): string {
  return parsed(baseUrl)?.host ?? baseUrl;
}

function whatIsWrong(connection: Connection, needs: readonly SettingKey[]): Refusal | undefined {
  const url = parsed(connection.baseUrl);
  if (url === undefined) {
    return refusal(
      connection,
      "rejected",
      `The address "${connection.baseUrl}" is no web address. It should look like https://api.example.com.`,
      { field: "baseUrl" },
    );
  }
  const complaint = complaintAbout(url);
  if (complaint !== undefined) return refusal(connection, "rejected", complaint, { field: "baseUrl" });
  return missing(connection, needs) ?? unsendable(connection);
}

function complaintAbout(url: URL): string | undefined {
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback(url.hostname))) {
    return `The address begins with ${url.protocol}//, but a token travels only over https:// (or to this machine).`;
  }
  if (url.username !== "" || url.password !== "") return "The address holds a user name or password. Leave it out.";
  if (url.search !== "" || url.hash !== "") return "The address holds a ? or #. Give it without.";
  return undefined;
}

function missing(connection: Connection, needs: readonly SettingKey[]): Refusal | undefined {
  const { token, businessId } = connection;
  if (needs.includes("token") && token.trim() === "") {
    return refusal(connection, "unauthorised", "There is no token.", { field: "token" });
  }
  if (needs.includes("businessId") && businessId.trim() === "") {
    return refusal(connection, "rejected", "There is no business id.", { field: "businessId" });
  }
  return undefined;
}

/** The token and the business id go into headers and paths, where only visible ASCII can travel. */
function unsendable(connection: Connection): Refusal | undefined {
  const { token, businessId, userEmail = "" } = connection;
  if (token !== "" && !isVisible(token)) {
    const sentence = "The token holds a space or a character that no token has. Copy it again, whole and alone.";
    return refusal(connection, "unauthorised", sentence, { field: "token" });
  }
  if (businessId !== "" && !isVisible(businessId)) {
    const sentence = `The business id "${businessId}" holds a space or a character that no id has.`;
    return refusal(connection, "rejected", sentence, { field: "businessId" });
  }
  if (userEmail !== "" && !isVisible(userEmail)) {
    return refusal(connection, "rejected", `"${userEmail}" is no e-mail address.`, { field: "userEmail" });
  }
  return undefined;
}

function isVisible(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text.trim());
}

function parsed(text: string): URL | undefined {
  try {
    return new URL(text.trim());
  } catch {
    return undefined;
  }
}

function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}

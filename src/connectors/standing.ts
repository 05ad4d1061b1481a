import { fail, ok } from "../engine";
import { hostOf } from "./address";
import type { Answer, Connection, Refusal, SettingKey, Standing } from "./connector";
import { refusal } from "./words";

/**
 * A connection test's result, from the answer to one harmless reading: which setting, or the network, is at fault.
 *
 * @param named what the reading names beside the address: when that is not there or not allowed, it is to blame
 */
export async function standingOf(
  connection: Connection,
  reading: Answer<unknown>,
  named: Fault = { label: "Business", setting: "businessId" },
): Answer<Standing> {
  const answer = await reading;
  if (answer.ok) return ok({ sentence: connectedTo(connection) });
  const { kind, sentence, field, retryAfterSeconds } = answer.problem;
  const fault = faultOf(answer.problem, named);
  return fail(
    refusal(connection, kind, `${fault.label}: ${sentence}`, {
      ...(fault.setting === undefined ? (field === undefined ? {} : { field }) : { field: fault.setting }),
      ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    }),
  );
}

function connectedTo(connection: Connection): string {
  const { businessId } = connection;
  const whose = businessId.trim() === "" ? "" : ` to business ${businessId.trim()}`;
  return `Connected${whose} at ${hostOf(connection)}.`;
}

/** What is at fault, and the setting of the form that mends it. */
export interface Fault {
  readonly label: "Address" | "Token" | "Key" | "Business" | "Network" | "User e-mail" | "Ledger";
  readonly setting?: SettingKey;
}

function faultOf({ kind, field }: Refusal, named: Fault): Fault {
  if (field === "baseUrl") return { label: "Address", setting: "baseUrl" };
  if (field === "userEmail") return { label: "User e-mail", setting: "userEmail" };
  switch (kind) {
    case "unauthorised":
      return { label: "Token", setting: "token" };
    case "unreadable":
      return { label: "Address", setting: "baseUrl" };
    case "forbidden":
    case "not-found":
    case "rejected":
      return named;
    case "unreachable":
      return { label: "Network" };
    case "busy":
    case "period-closed":
    case "conflict":
    case "unknown-outcome":
      return { label: "Ledger" };
  }
}

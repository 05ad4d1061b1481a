import { fail, ok } from "../engine";
import { hostOf } from "./address";
import type { Answer, Connection, Refusal, SettingKey, Standing } from "./connector";
import { refusal } from "./words";

/** A connection test's result, from the answer to one harmless reading: which setting, or the network, is at fault. */
export async function standingOf(connection: Connection, reading: Answer<unknown>): Answer<Standing> {
  const answer = await reading;
  if (answer.ok) {
    return ok({ sentence: `Connected to business ${connection.businessId} at ${hostOf(connection)}.` });
  }
  const { kind, sentence, field, retryAfterSeconds } = answer.problem;
  const fault = faultOf(answer.problem);
  return fail(
    refusal(connection, kind, `${fault.label}: ${sentence}`, {
      ...(fault.setting === undefined ? (field === undefined ? {} : { field }) : { field: fault.setting }),
      ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    }),
  );
}

interface Fault {
  readonly label: "Address" | "Token" | "Business" | "Network" | "User e-mail" | "Ledger";
  readonly setting?: SettingKey;
}

function faultOf({ kind, field }: Refusal): Fault {
  if (field === "baseUrl") return { label: "Address", setting: "baseUrl" };
  if (field === "userEmail") return { label: "User e-mail", setting: "userEmail" };
  switch (kind) {
    case "unauthorised":
      return { label: "Token", setting: "token" };
    case "unreadable":
      return { label: "Address", setting: "baseUrl" };
    // A reading names nothing but the business, so it is the business that is not there, not allowed or ill-formed.
    case "forbidden":
    case "not-found":
    case "rejected":
      return { label: "Business", setting: "businessId" };
    case "unreachable":
      return { label: "Network" };
    case "busy":
    case "period-closed":
    case "conflict":
    case "unknown-outcome":
      return { label: "Ledger" };
  }
}

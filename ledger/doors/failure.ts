import { complaintsOf } from "./complaint";
import { Refusal, refusalStatus } from "../books/refusal";
import { isAway, isBroken, sqlState } from "../store/failures";
import type { Complaint, SchemaRefusal } from "./complaint";

/** What went wrong with a request, before a system's door puts it into that system's words. */
export type Failure =
  | { readonly kind: "refused"; readonly refusal: Refusal }
  | { readonly kind: "malformed"; readonly complaints: readonly Complaint[] }
  /** The request never became one: not JSON, too large, another media type. */
  | { readonly kind: "unreadable"; readonly status: number; readonly sentence: string }
  /** The database is away; the same request later is right. */
  | { readonly kind: "away"; readonly sentence: string }
  | { readonly kind: "ours"; readonly sentence: string };

export function failureOf(error: Error & Partial<SchemaRefusal> & { readonly statusCode?: number }): Failure {
  if (error instanceof Refusal) return { kind: "refused", refusal: error };
  const { validation, validationContext, statusCode: status = 500 } = error;
  if (validation !== undefined) {
    const part = validationContext === undefined ? {} : { validationContext };
    return { kind: "malformed", complaints: complaintsOf({ validation, ...part }) };
  }
  if (status >= 400 && status < 500) return { kind: "unreadable", status, sentence: error.message };
  if (isAway(error)) return { kind: "away", sentence: awaySentence(error) };
  return {
    kind: "ours",
    sentence: "The ledger failed. Look whether the request was carried out before sending it again.",
  };
}

/** For a system whose failures are a status and a sentence; `malformed` is its status for fields of the wrong form. */
export function statusAndSentence(error: Error, malformed: number): readonly [status: number, sentence: string] {
  const failure = failureOf(error);
  switch (failure.kind) {
    case "refused":
      return [refusalStatus[failure.refusal.word], failure.refusal.message];
    case "malformed":
      return [malformed, failure.complaints.map((complaint) => complaint.sentence).join(" ")];
    case "unreadable":
      return [failure.status, failure.sentence];
    case "away":
      return [503, failure.sentence];
    case "ours":
      return [500, failure.sentence];
  }
}

function awaySentence(error: unknown): string {
  switch (sqlState(error)) {
    case "53100":
      return isBroken(error)
        ? "The ledger's disk is full. When there is space, look whether this was carried out before sending it again."
        : "The ledger's disk is full. Nothing of this was written; send it again when there is space.";
    case "40001":
    case "40P01":
      return "The ledger has too much to do at once. Nothing of this was written; try again later.";
    default:
      return "The ledger's database is not reachable now. Try again later.";
  }
}

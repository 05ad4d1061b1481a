import type { Answer, Conversation, Data, Identified, Row } from "./conversation";

export const path = "/assets/value-updates";

export interface Failure {
  readonly errors: readonly { readonly type: string; readonly description: string; readonly error_enum: string }[];
}

interface ValueUpdates {
  readonly post: (body: Row) => Promise<Answer<Data<Row & Identified>>>;
  /** Expects the refusal, and answers with its sentence. */
  readonly refused: (body: Row, status: number, word: string) => Promise<string>;
}

/** Value updates of a ledger that a test file starts before its first test. */
export function valueUpdatesOf(ledger: () => Conversation): ValueUpdates {
  return {
    post: (body) => ledger().layer<Data<Row & Identified>>("POST", path, { body }),
    refused: async (body, status, word) => {
      const answer = await ledger().layer<Failure>("POST", path, { body });
      const [error] = answer.body.errors;
      expect([answer.status, error?.error_enum]).toEqual([status, word]);
      return error?.description ?? "";
    },
  };
}

export function without(body: Row, field: string): Row {
  return Object.fromEntries(Object.entries(body).filter(([key]) => key !== field));
}

/** Why the ledger does not do what was asked, with the HTTP status that says so. */
export const refusalStatus = {
  unauthorised: 401,
  "not-found": 404,
  invalid: 400,
  "no-accumulated-account": 400,
  "above-book-value": 400,
  "amount-out-of-range": 400,
  "external-id-used": 409,
  "month-charged": 409,
  "asset-disposed": 409,
  "already-posted": 409,
  "state-conflict": 409,
  "not-reversible": 409,
  "period-closed": 400,
  "key-in-use": 409,
  "key-used": 422,
  "too-many-requests": 429,
} as const;

export type RefusalWord = keyof typeof refusalStatus;

/**
 * Thrown where something cannot be done, so that the transaction around it is undone. The message is a sentence for the
 * person who asked; each system's door puts it into that system's own shape. `field` names the part of the request that
 * is wrong; `firstOpenDay`, yyyy-mm-dd, stands with a closed period.
 */
export class Refusal extends Error {
  constructor(
    readonly word: RefusalWord,
    message: string,
    readonly field?: string,
    readonly firstOpenDay?: string,
  ) {
    super(message);
  }
}

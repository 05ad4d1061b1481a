import type { Charge, PostVerb, Refusal } from "../connectors";
import { type Result, fail, ok } from "../engine";
import type { Creation } from "./create-assets";
import type { Outcome } from "./outcomes";
import { chargeOf } from "./row-step";
import { refusalIn } from "./settle";
import type { Plan, Post } from "./steps";
import type { Recorded } from "./write-ahead";

/** A charge ready to be sent: its bytes, and the journal record that is written before they leave. */
export interface Sending extends Recorded {
  readonly step: Post;
  readonly charge: Charge;
}

export interface SendingsGiven {
  readonly plan: Plan;
  /** The assets that were just made, or could not be. */
  readonly creation: Creation;
  readonly verb: PostVerb;
  readonly batch: string;
  readonly now: number;
}

export interface Sendings {
  readonly sendings: readonly Sending[];
  /** Rows that cannot be sent: the ledger refused their asset, or would have no such charge. */
  readonly refused: readonly Outcome[];
}

/** The rows that can be sent, with their bytes. Rows whose asset was not reached, because the push stopped, are neither. */
export function sendingsOf(posts: readonly Post[], given: SendingsGiven): Sendings {
  const ledgerIds = new Map(given.creation.created.map(({ asset, ledgerId }) => [asset, ledgerId]));
  const sendings: Sending[] = [];
  const refused: Outcome[] = [];
  for (const step of inOrder(posts)) {
    const ledgerId = step.ledgerId ?? ledgerIds.get(step.row.line.asset);
    const made = ledgerId === undefined ? assetRefusal(step, given.creation) : sendingOf(step, ledgerId, given);
    if (made === undefined) continue;
    if (made.ok) sendings.push(made.value);
    else refused.push({ key: step.row.key, row: step.row.row, word: "Refused", ...refusalIn(made.problem) });
  }
  return { sendings, refused };
}

/** By date, then by place: a push that is stopped leaves later months unposted, not earlier ones. */
function inOrder(posts: readonly Post[]): readonly Post[] {
  return [...posts].sort(
    (one, other) => one.row.line.periodEnd - other.row.line.periodEnd || one.row.row - other.row.row,
  );
}

function sendingOf(step: Post, ledgerId: string, { plan, verb, batch, now }: SendingsGiven): Result<Sending, Refusal> {
  const { row, unsettled } = step;
  const { termsHash } = step;
  const charge = chargeOf({ row, book: plan.book, ledgerId, decimals: plan.decimals, termsHash });
  const body = unsettled === undefined ? verb.body(charge) : ok(unsettled.body);
  if (!body.ok) return body;
  const sent = {
    attempt: (unsettled?.attempt ?? 0) + 1,
    firstSentAt: unsettled?.firstSentAt ?? now,
    lastSentAt: now,
  };
  const { key, fingerprint, amount, change } = charge;
  const kept = { ...(change === undefined ? {} : { change }), ...(termsHash === undefined ? {} : { termsHash }) };
  return ok({
    step,
    charge,
    record: { key, state: "SENDING", body: body.value, fingerprint, batch, amount, ...sent, ...kept },
  });
}

function assetRefusal({ row }: Post, { refused }: Creation): Result<Sending, Refusal> | undefined {
  const refusal = refused.get(row.line.asset);
  if (refusal === undefined) return undefined;
  return fail({ ...refusal, sentence: `Its asset could not be created: ${refusal.sentence}` });
}

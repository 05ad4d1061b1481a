import type { Answer, LedgerAsset, NewAsset, Refusal } from "../connectors";
import { type Result, fail } from "../engine";
import { backoffMs, longestPauseSeconds, mostAttempts } from "./backoff";
import type { Gate } from "./gate";
import { inParallel } from "./in-parallel";
import type { CreateAsset } from "./steps";

/** An asset that the push created, for the Ledger id column of the register. */
export interface CreatedAsset {
  readonly asset: string;
  readonly ledgerId: string;
}

export interface Creation {
  readonly created: readonly CreatedAsset[];
  /** Assets that the ledger refused, by asset id: their rows cannot be posted. */
  readonly refused: ReadonlyMap<string, Refusal>;
  /** Assets of which nobody knows whether the ledger made them. */
  readonly open: readonly string[];
  /** Why no row may be sent now; assets created until then are in `created`. */
  readonly stop?: Refusal;
}

export interface CreationTools extends AskingTools {
  readonly create: (asset: NewAsset) => Answer<LedgerAsset>;
}

export interface AskingTools {
  /** Whether the ledger takes the same request sent twice for one. */
  readonly mayRepeat: boolean;
  readonly random: () => number;
  readonly gate: Gate;
  readonly halt: AbortSignal;
}

/** Creates the assets that the ledger lacks, before any charge of theirs is sent. */
export async function createAssets(steps: readonly CreateAsset[], tools: CreationTools): Promise<Creation> {
  const answers = await inParallel(steps, async ({ asset }) => {
    return { asset, answer: await untilAnswered(() => tools.create(asset), tools) };
  });
  const created: CreatedAsset[] = [];
  const refused = new Map<string, Refusal>();
  const open: string[] = [];
  let stop: Refusal | undefined;
  for (const { asset, answer } of answers) {
    if (answer.ok) created.push({ asset: asset.asset, ledgerId: answer.value.ledgerId });
    else if (isAboutTheAsset(answer.problem)) refused.set(asset.asset, answer.problem);
    else stop ??= answer.problem;
    if (!answer.ok && answer.problem.kind === "unknown-outcome") open.push(asset.asset);
  }
  return { created, refused, open, ...(stop === undefined ? {} : { stop }) };
}

/** Asks until there is an answer: after each wait that the ledger wants, and after a lost one where it may be repeated. */
export async function untilAnswered<T>(ask: () => Answer<T>, tools: AskingTools): Promise<Result<T, Refusal>> {
  for (let attempt = 1; ; attempt += 1) {
    await tools.gate.pass(tools.halt);
    if (tools.halt.aborted) return fail({ kind: "unreachable", sentence: "The push was stopped before this asset." });
    const answer = await ask();
    if (answer.ok || attempt >= mostAttempts) return answer;
    const { kind, retryAfterSeconds = 0 } = answer.problem;
    if (retryAfterSeconds > longestPauseSeconds) return answer;
    if (kind !== "busy" && !(kind === "unknown-outcome" && tools.mayRepeat)) return answer;
    tools.gate.shut(retryAfterSeconds * 1000 + backoffMs(attempt, tools.random));
  }
}

/** Whether a refusal concerns one asset, and not the connection or the ledger as a whole. */
export function isAboutTheAsset({ kind, field }: Refusal): boolean {
  return kind === "conflict" || kind === "period-closed" || (kind === "rejected" && field !== "baseUrl");
}

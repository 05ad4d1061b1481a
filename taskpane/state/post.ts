import { push, type Plan, type Progress, type PushReport } from "../../src/sync";
import { createStore } from "../store";
import { agreement } from "./agreement";
import { rememberAddress } from "./copy";
import { onOtherLedger } from "./other-ledger";
import { propose, type Proposal, type Proposed } from "./propose";
import { lookAtSchedule } from "./schedule";
import { writeOutcomes } from "./write-outcomes";

/** How far posting has come. Nothing is sent before `pushing`, which only follows `asking`. */
export type PostStep =
  | { readonly at: "start" }
  | { readonly at: "reading" }
  | { readonly at: "preview"; readonly proposal: Proposal }
  | { readonly at: "asking"; readonly proposal: Proposal }
  | { readonly at: "pushing"; readonly proposal: Proposal; readonly progress: Progress; readonly cancelling: boolean }
  | { readonly at: "done"; readonly proposal: Proposal; readonly report: PushReport };

export interface PostState {
  readonly step: PostStep;
  readonly trouble: string | undefined;
  /** Something that people should know and that stopped nothing. */
  readonly note: string | undefined;
}

export const postState = createStore<PostState>({ step: { at: "start" }, trouble: undefined, note: undefined });

// Not part of what is shown: what was asked for.
let wanted: ReadonlySet<string> | undefined;
let withoutEarlier = false;

onOtherLedger(forgetPost);

/** Compares the schedule with the ledger; only the charges with the given keys where there are any. */
export async function preview(keys?: ReadonlySet<string>): Promise<void> {
  wanted = keys;
  withoutEarlier = false;
  await agreed.preview();
}

/** Previews once more, with the charges that wait for earlier months among those to be posted. */
export async function goOnWithoutEarlier(): Promise<void> {
  withoutEarlier = true;
  await agreed.preview();
}

const agreed = agreement({
  show: postState.set,
  propose: () => propose({ only: wanted, withoutEarlier }),
  isSame: (one, other) => sameWork(one.plan, other.plan),
  changedSince: "The sheet or the ledger has changed since this preview. This is the new one; nothing was sent.",
  begin: (proposal: Proposal) =>
    ({ at: "pushing", proposal, progress: notBegun(proposal), cancelling: false }) as const,
  carryOut,
});

export const { ask, back: backToPreview, push: postProposal } = agreed;

export function startOver(): void {
  postState.set({ step: { at: "start" }, trouble: undefined, note: undefined });
}

/** Forgets what another ledger said. A push that is under way goes on, to the ledger that it was begun for. */
function forgetPost(): void {
  if (postState.get().step.at !== "pushing") startOver();
}

/** Lets what is in flight finish and sends nothing more. */
export function cancelPush(): void {
  agreed.cancel();
  const { step } = postState.get();
  if (step.at === "pushing") postState.set({ step: { ...step, cancelling: true } });
}

/** Whether two plans send the same: the same charges with the same content, and the same new assets. */
export function sameWork(one: Plan, other: Plan): boolean {
  return workOf(one) === workOf(other);
}

function notBegun({ plan }: Proposal): Progress {
  return { done: 0, total: plan.totals.post.count, rowsPerSecond: 0, secondsLeft: undefined };
}

function workOf({ scope, rows, createAssets }: Plan): string {
  const posts = rows.filter(({ kind }) => kind === "post").map(({ row }) => [row.key, row.fingerprint]);
  return JSON.stringify([scope, posts, createAssets.map(({ asset }) => asset)]);
}

async function carryOut({ proposal, gathered }: Proposed, signal: AbortSignal): Promise<void> {
  const { plan } = proposal;
  const { connector, connection, journal, read, book } = gathered;
  const onProgress = (progress: Progress): void => {
    const { step } = postState.get();
    if (step.at === "pushing") postState.set({ step: { ...step, progress } });
  };
  // The journal must not be thrown away when the disk is full. A browser that will not promise that posts all the same.
  void askToKeep();
  await rememberAddress();
  const report = await push(plan, { connector, connection, journal, onProgress, signal });
  const note = await writeOutcomes({
    read,
    book,
    outcomes: report.outcomes,
    steps: plan.rows,
    reversed: plan.reversed,
    created: report.created,
  });
  await lookAtSchedule(read);
  postState.set({ step: { at: "done", proposal, report }, note, trouble: undefined });
}

let asked = false;

/** Asks the browser, at the first push, to keep what it stores for this pane. */
async function askToKeep(): Promise<void> {
  const { storage } = navigator as { storage?: StorageManager };
  if (asked || storage === undefined) return;
  asked = true;
  await storage.persist().catch(() => false);
}

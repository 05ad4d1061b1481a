import type { Result } from "../../src/engine";
import { whileJournalOpen } from "./gather";

/** What one way of sending has of its own. */
interface Agreeable<P, Sending, Proposed extends { readonly proposal: P }> {
  /** Changes what the view shows. */
  readonly show: (change: {
    readonly step: Step<P> | NoInfer<Sending>;
    readonly trouble?: string | undefined;
    readonly note?: string | undefined;
  }) => void;
  /** Reads workbook and system and proposes what is to be done. Changes nothing there. */
  readonly propose: () => Promise<Result<Proposed, string>>;
  /** Whether two proposals would send the same. */
  readonly isSame: (one: P, other: P) => boolean;
  /** Said where they would not. */
  readonly changedSince: string;
  /** The first step of carrying out. */
  readonly begin: (agreed: P) => Sending;
  readonly carryOut: (proposed: Proposed, signal: AbortSignal) => Promise<void>;
}

type Step<P> =
  | { readonly at: "start" }
  | { readonly at: "reading" }
  | { readonly at: "preview"; readonly proposal: P }
  | { readonly at: "asking"; readonly proposal: P };

/** The way from a preview over one question to what is sent: nothing is sent that a person has not seen and agreed to. */
export interface Agreement<P> {
  readonly preview: () => Promise<void>;
  /** Goes on to the question, and back from it. */
  readonly ask: (proposal: P) => void;
  readonly back: (proposal: P) => void;
  /**
   * Carries out what was agreed to. It is proposed once more first: where that comes to something else by now, nothing is
   * sent and the new proposal is shown instead.
   */
  readonly push: (agreed: P) => Promise<void>;
  /** Lets what is in flight finish and sends nothing more. */
  readonly cancel: () => void;
}

/** Said where somebody cancelled while workbook and ledger were read once more. */
export const cancelledBefore = "Cancelled before anything was sent.";

export function agreement<P, Sending, Proposed extends { readonly proposal: P }>(
  given: Agreeable<P, Sending, Proposed>,
): Agreement<P> {
  const { show, isSame, changedSince, begin, carryOut } = given;
  const propose = (): Promise<Result<Proposed, string>> => whileJournalOpen(given.propose);
  let stopper: AbortController | undefined;
  return {
    preview: async () => {
      show({ step: { at: "reading" }, trouble: undefined, note: undefined });
      const now = await propose();
      if (now.ok) show({ step: { at: "preview", proposal: now.value.proposal } });
      else show({ step: { at: "start" }, trouble: now.problem });
    },
    ask: (proposal) => show({ step: { at: "asking", proposal }, note: undefined }),
    back: (proposal) => show({ step: { at: "preview", proposal } }),
    push: async (agreed) => {
      const { signal } = (stopper = new AbortController());
      show({ step: begin(agreed), trouble: undefined, note: undefined });
      const now = await propose();
      if (!now.ok) show({ step: { at: "preview", proposal: agreed }, trouble: now.problem });
      else if (!isSame(agreed, now.value.proposal)) {
        show({ step: { at: "preview", proposal: now.value.proposal }, note: changedSince });
      } else if (signal.aborted) show({ step: { at: "preview", proposal: now.value.proposal }, note: cancelledBefore });
      else await carryOut(now.value, signal);
    },
    cancel: () => stopper?.abort(),
  };
}

import { isOfTheData } from "../store/failures";
import { postUpdates } from "./post-updates";
import { Refusal } from "./refusal";
import type { Outcome, ValueUpdate } from "./post-updates";
import type { Session } from "../store/store";

interface Waiting {
  readonly businessId: string;
  readonly update: ValueUpdate;
  readonly tell: (outcome: Outcome) => void;
  readonly fail: (error: unknown) => void;
}

/** Posts one update; resolves when it is on the disk, or tells why it is not. */
export type Post = (businessId: string, update: ValueUpdate) => Promise<Outcome>;

const groupMost = 100;

/**
 * Gives a function that posts single updates, several in one commit when several wait. While one group is on its way to
 * the disk the next one gathers, so nobody waits for company, and each is answered only after its own commit.
 */
export function postQueue(session: Session): Post {
  const waiting: Waiting[] = [];
  let isBusy = false;
  const work = async (): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    while (waiting.length > 0) {
      // The embedded database computes in this very thread: requests that have arrived are read only when it gives way.
      await turn();
      await postGroup(session, nextGroup(waiting));
    }
    isBusy = false;
  };
  return (businessId, update) =>
    new Promise((tell, fail) => {
      waiting.push({ businessId, update, tell, fail });
      void work();
    });
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Takes the first that waits, and those of its business that wait with it. */
function nextGroup(waiting: Waiting[]): readonly Waiting[] {
  const businessId = waiting[0]?.businessId;
  const group = waiting.filter((each) => each.businessId === businessId).slice(0, groupMost);
  const taken = new Set(group);
  waiting.splice(0, waiting.length, ...waiting.filter((each) => !taken.has(each)));
  return group;
}

async function postGroup(session: Session, group: readonly Waiting[]): Promise<void> {
  const [first] = group;
  if (first === undefined) return;
  const open = new Set(group);
  try {
    await postUpdates(
      session,
      first.businessId,
      group.map(({ update }) => update),
      (index, outcome) => {
        const one = group[index];
        if (one !== undefined && open.delete(one)) one.tell(outcome);
      },
    );
  } catch (error) {
    // A refusal, and data that the database cannot read, wrote nothing of those that are still open, so each of them can be
    // tried on its own. After any other failure nobody knows what was written, and only the one who sent it, with its
    // external id, may try again.
    const wroteNothing = error instanceof Refusal || isOfTheData(error);
    if (wroteNothing && group.length > 1) for (const one of open) await postGroup(session, [one]);
    else for (const { fail } of open) fail(error);
  }
}

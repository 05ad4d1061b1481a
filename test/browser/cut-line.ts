import type { BrowserContext, Request, Route } from "playwright-core";

/** The browser's line to the ledger, on which a push can be met in its middle, and not before it or after it. */
export interface CutLine {
  /** Resolves when so many postings have been answered that the plug may be pulled. */
  readonly isBusy: Promise<void>;
  /** The ledger holds at least so many and at most so many of the rows when the plug is pulled. */
  readonly least: number;
  readonly most: number;
  /** The key of the posting that the ledger carried out and whose answer was kept back. */
  unanswered(): string;
  /** Lets go what is held, to whatever is at the other end now, and holds nothing from now on. */
  letGo(): Promise<void>;
}

const least = 60;

/**
 * Holds all postings but the first ones, so that no machine is too fast for the plug; and the answer to one of them, which
 * the ledger has carried out. The requests and answers themselves are the real ones.
 */
export async function lineToCut(context: BrowserContext, rows: number): Promise<CutLine> {
  const most = rows - 40;
  const held: (() => Promise<void>)[] = [];
  let [asked, answered, isOpen, unanswered] = [0, 0, false, ""];
  let tell: () => void = () => undefined;
  const isBusy = new Promise<void>((resolve) => (tell = resolve));
  context.on("requestfinished", (request) => {
    if (isPosting(request) && (answered += 1) === least) tell();
  });
  await context.route(/\/value-updates$/, async (route, request) => {
    if (isOpen || !isPosting(request)) return route.continue();
    asked += 1;
    if (asked === keptBack) {
      unanswered = await carriedOut(route);
      held.push(() => route.abort("connectionreset"));
    } else if (asked > most) held.push(() => route.continue());
    else return route.continue();
  });
  return {
    ...{ isBusy, least, most },
    unanswered: () => unanswered,
    letGo: async () => {
      isOpen = true;
      await Promise.all(held.splice(0).map((go) => go().catch(() => undefined)));
    },
  };
}

const keptBack = 30;

/** Sends the request on to the ledger and gives its key once the ledger has answered. */
async function carriedOut(route: Route): Promise<string> {
  const answer = await route.fetch();
  if (answer.status() !== 201) throw new Error(`The ledger answered ${answer.status()}: ${await answer.text()}`);
  return (route.request().postDataJSON() as { readonly external_id: string }).external_id;
}

function isPosting(request: Request): boolean {
  return request.method() === "POST" && request.url().endsWith("/value-updates");
}

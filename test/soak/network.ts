import type { Line } from "../../src/connectors";
import type { Chance } from "../engine/reference/chance";
import type { WorldsLedger } from "./books-of-worlds";
import { type Fate, smooth } from "./faults";
import { type Life, never } from "./life";
import type { Moment, WorldTime } from "./world-time";

type Headers = Readonly<Record<string, string>>;

/** A request as it travels. */
export interface Request {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: string | undefined;
}

export interface Response {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** How requests come to the ledger; a door that forgets stands before it where a test says so. */
export type Door = (request: Request) => Promise<Response>;

/** What becomes of a request that is under way when its page dies. */
export type Orphan = "arrives as it would" | "arrives late" | "is lost";

/** The line between the pages and the ledger. Whatever it does, it does in the world's time. */
export class Network {
  /** Decides what befalls each request from now on. */
  befalls: (request: Request) => Fate;
  orphans: Orphan = "arrives as it would";

  constructor(
    private readonly time: WorldTime,
    private readonly chance: Chance,
    private readonly door: Door,
  ) {
    this.befalls = () => smooth(this.chance);
  }

  /** The line of one page. */
  lineOf(page: Life): Line {
    return {
      fetch: (address, { method = "GET", headers, body, signal }) => {
        if (!page.survives("request leaves")) return never();
        const { pathname, search } = new URL(address);
        const request = {
          method,
          path: pathname + search,
          headers: headers as Headers,
          body: body as string | undefined,
        };
        return this.sent(request, page, signal ?? undefined);
      },
      ringAfter: (milliseconds, ring) => {
        const moment = this.time.after(milliseconds, ring);
        return () => {
          moment.isOff = true;
        };
      },
    };
  }

  private sent(request: Request, page: Life, signal: AbortSignal | undefined): Promise<globalThis.Response> {
    const { arrivals, answer } = this.befalls(request);
    return new Promise((resolve, reject) => {
      const told = (tell: () => void) => () => {
        if (!isGone && page.survives("answer arrives")) tell();
        isGone = true;
      };
      const broken = told(() => reject(new TypeError("fetch failed")));
      let isGone = false;
      const firstAnswer = (response: Response) => {
        if (answer.kind === "ledger's")
          this.time.after(
            answer.delay,
            told(() => resolve(shown(response, answer.isCut))),
          );
      };
      this.travel(request, page, arrivals, firstAnswer);
      if (answer.kind === "broken line") this.time.after(answer.after, broken);
      if (answer.kind === "instead")
        this.time.after(
          answer.after,
          told(() => resolve(shown({ ...answer, text: "" }))),
        );
      signal?.addEventListener("abort", () => {
        if (isGone || page.isOver) return;
        isGone = true;
        reject(new DOMException("The request was broken off.", "AbortError"));
      });
      page.survives("request has left");
    });
  }

  /** Brings the request to the ledger as often as it arrives, and answers with the ledger's first answer. */
  private travel(
    request: Request,
    page: Life,
    arrivals: readonly number[],
    answered: (response: Response) => void,
  ): void {
    const deliver = (isFirst: boolean) => () => {
      void this.time.during(this.door(request)).then((response) => {
        if (isFirst) answered(response);
      });
    };
    const moments = arrivals.map((delay, index) => this.time.after(delay, deliver(index === 0)));
    page.mourn(() => {
      for (const moment of moments) this.orphan(moment);
    });
  }

  private orphan(moment: Moment): void {
    if (moment.isOff || moment.at < this.time.now || this.orphans === "arrives as it would") return;
    moment.isOff = true;
    if (this.orphans === "arrives late") this.time.after(lateBy, moment.happen);
  }
}

/** How late a request is that outlives its page: its successor has read the ledger by then. */
const lateBy = 100_000;

/** The real ledger's door. */
export function doorOf({ app }: WorldsLedger): Door {
  return async ({ method, path, headers, body }) => {
    const answer = await app.inject({
      method: method as "GET",
      url: path,
      headers,
      ...(body === undefined ? {} : { payload: body }),
    });
    const hit = answer.headers["idempotency-hit"];
    return {
      status: answer.statusCode,
      headers: hit === undefined ? {} : { "idempotency-hit": String(hit) },
      text: answer.payload,
    };
  };
}

function shown({ status, headers, text }: Response, isCut = false): globalThis.Response {
  return new globalThis.Response(isCut ? text.slice(0, text.length / 2) : text, { status, headers });
}

import type { Clock } from "../../src/sync";

/** Something that happens at a moment of the world's time. */
export interface Moment {
  readonly at: number;
  readonly happen: () => void;
  /** True when it has happened, or is not to happen any more. */
  isOff: boolean;
}

/**
 * Time in the simulator's hands. It stands while anything is being computed or stored, and jumps to the next moment when
 * everybody only waits: an hour of time-outs costs nothing, and the same seed meets the same order of things.
 */
export class WorldTime {
  now = Date.UTC(2026, 0, 31);
  /** How many moments there have been. */
  moment = 0;
  private readonly moments: Moment[] = [];
  private working = 0;
  private atRest: (() => void) | undefined;

  after(milliseconds: number, happen: () => void): Moment {
    const moment = { at: this.now + Math.max(0, milliseconds), happen, isOff: false };
    this.moments.splice(this.placeOf(moment.at), 0, moment);
    return moment;
  }

  /** Real work, such as the ledger's or the database's: time stands until it is done. */
  async during<T>(work: Promise<T>): Promise<T> {
    this.working += 1;
    try {
      return await work;
    } finally {
      this.working -= 1;
      if (this.working === 0) this.atRest?.();
    }
  }

  /** A clock of somebody in this world, whose own may be wrong by `skew` milliseconds. */
  clock(skew = 0): Clock {
    return {
      now: () => this.now + skew,
      wait: (milliseconds, signal) =>
        new Promise((resolve) => {
          if (signal?.aborted === true) {
            resolve();
            return;
          }
          const moment = this.after(milliseconds, end);
          signal?.addEventListener("abort", end);
          function end() {
            moment.isOff = true;
            signal?.removeEventListener("abort", end);
            resolve();
          }
        }),
    };
  }

  /** Lets time pass until the story has ended. */
  async until(story: Promise<void>): Promise<void> {
    let hasEnded = false;
    const ended = story.finally(() => (hasEnded = true));
    // Told by the last line; a story that fails while time passes must not end the process.
    ended.catch(() => undefined);
    for (;;) {
      await this.stillness();
      if (hasEnded) break;
      if (!this.step()) throw new Error("Everybody waits, and nothing will happen any more.");
    }
    await ended;
  }

  /** Lets everything happen that is still to come, such as requests that are under way. */
  async toTheEnd(): Promise<void> {
    do await this.stillness();
    while (this.step());
  }

  /** What is due next happens, all of it at once. False when nothing is to come. */
  private step(): boolean {
    while (this.moments[0]?.isOff === true) this.moments.shift();
    const at = this.moments[0]?.at;
    if (at === undefined) return false;
    this.now = at;
    while (this.moments[0]?.at === at) {
      const moment = this.moments.shift();
      if (moment === undefined || moment.isOff) continue;
      moment.isOff = true;
      this.moment += 1;
      moment.happen();
    }
    return true;
  }

  /** Resolves when no work is under way and all that followed from it at once has been done. */
  private async stillness(): Promise<void> {
    do {
      if (this.working > 0) await new Promise<void>((resolve) => (this.atRest = resolve));
      await new Promise((resolve) => setImmediate(resolve));
    } while (this.working > 0);
  }

  /** Behind everything that happens at the same time. */
  private placeOf(at: number): number {
    let [low, high] = [0, this.moments.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.moments[middle]?.at ?? at) <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

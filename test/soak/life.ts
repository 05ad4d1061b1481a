import type { Clock } from "../../src/sync";

/** Where a life is asked whether it goes on; each is a place to die at. */
export type Step =
  | "request leaves"
  | "request has left"
  | "answer arrives"
  | "journal is read"
  | "journal is written"
  | "journal was written"
  | "row is settled"
  | "row was settled"
  | "statuses are written"
  | "statuses were written";

/**
 * One life of a page, from its opening to its death. Its steps are numbered, and it dies at the one that was chosen: from
 * then on nothing that it waits for ever comes, so none of its code runs on, just as when a process is ended.
 */
export class Life {
  isOver = false;
  steps = 0;
  readonly death: Promise<void>;
  private readonly mourners: (() => void)[] = [];

  constructor(private readonly lastStep = Infinity) {
    this.death = new Promise((resolve) => this.mourners.push(resolve));
  }

  /** Does the step's number, and says whether the life goes on after it. */
  survives(_step: Step): boolean {
    if (this.isOver) return false;
    this.steps += 1;
    if (this.steps === this.lastStep) this.end();
    return !this.isOver;
  }

  /** Called once, when the page dies. */
  mourn(mourner: () => void): void {
    this.mourners.push(mourner);
  }

  end(): void {
    if (this.isOver) return;
    this.isOver = true;
    for (const mourner of this.mourners) mourner();
  }

  /** The result, if the page lives to see it. */
  lived<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      work.then(
        (result) => {
          if (!this.isOver) resolve(result);
        },
        (error: unknown) => {
          if (!this.isOver) reject(error as Error);
        },
      );
    });
  }

  clock(clock: Clock): Clock {
    return { now: () => clock.now(), wait: (milliseconds, signal) => this.lived(clock.wait(milliseconds, signal)) };
  }
}

/** What a dead page waits for. */
export function never<T>(): Promise<T> {
  return new Promise(() => undefined);
}

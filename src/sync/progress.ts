import type { Clock } from "./clock";

export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly rowsPerSecond: number;
  /** Undefined until there is a rate. */
  readonly secondsLeft: number | undefined;
}

/** Tells the listener how far it is: once now, and once more with each call. */
export function progressOf(total: number, clock: Clock, listener: (progress: Progress) => void = () => undefined) {
  const start = clock.now();
  let done = 0;
  const tell = () => {
    const seconds = (clock.now() - start) / 1000;
    const rowsPerSecond = seconds > 0 ? done / seconds : 0;
    const secondsLeft = rowsPerSecond > 0 ? (total - done) / rowsPerSecond : undefined;
    listener({ done, total, rowsPerSecond, secondsLeft });
  };
  tell();
  return () => {
    done += 1;
    tell();
  };
}

import type { Clock } from "./clock";

export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly rowsPerSecond: number;
  /** Undefined until there is a rate. */
  readonly secondsLeft: number | undefined;
}

// Nobody reads more often than that, and to show it takes the time of sending.
const tellingMs = 100;

/** Tells the listener how far it is: now, at the end, and in between as often as somebody can read it. */
export function progressOf(total: number, clock: Clock, listener: (progress: Progress) => void = () => undefined) {
  const start = clock.now();
  let done = 0;
  let told = start;
  const tell = () => {
    told = clock.now();
    const seconds = (told - start) / 1000;
    const rowsPerSecond = seconds > 0 ? done / seconds : 0;
    const secondsLeft = rowsPerSecond > 0 ? (total - done) / rowsPerSecond : undefined;
    listener({ done, total, rowsPerSecond, secondsLeft });
  };
  tell();
  return () => {
    done += 1;
    if (done === total || clock.now() - told >= tellingMs) tell();
  };
}

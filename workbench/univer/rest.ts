/** What keeps a grid from being at rest, and who waits until it is. */
export interface Rest {
  /** A calculation was asked for and has not begun. */
  asked(): void;
  /** A calculation began, or ended. */
  began(): void;
  ended(): void;
  /** A calculation says that it is under way. */
  goesOn(): void;
  /** A calculation was broken off, most likely to begin again at once. */
  brokenOff(): void;
  /** Something outside the formula engine is on its way, until the function that this gives is called. */
  outside(): () => void;
  /** Wakes whoever waits, if nothing is on its way any more. */
  check(): void;
  /** Resolves when nothing is on its way; rejects with a sentence when that takes longer than a minute. */
  whenThere(): Promise<void>;
  /** Calls back whenever the grid has come to rest. */
  listen(listener: () => void): void;
}

const longestWait = 60_000;

/** How long after a break a calculation that begins again has begun. */
const longestBreak = 500;

export function createRest(): Rest {
  const state = { isAsked: false, isRunning: false, outside: 0 };
  let broken: ReturnType<typeof setTimeout> | undefined;
  const listeners: (() => void)[] = [];
  let wake: (() => void)[] = [];
  const isThere = (): boolean => !state.isAsked && !state.isRunning && state.outside === 0;
  const check = (): void => {
    if (!isThere()) return;
    const waking = wake;
    wake = [];
    waking.forEach((resume) => resume());
    // On their own time, so that nothing they do can hold a calculation up.
    for (const listener of listeners) setTimeout(listener);
  };
  return {
    asked: () => {
      state.isAsked = true;
    },
    began: () => {
      clearTimeout(broken);
      state.isAsked = false;
      state.isRunning = true;
    },
    ended: () => {
      state.isRunning = false;
    },
    goesOn: () => clearTimeout(broken),
    brokenOff: () => {
      clearTimeout(broken);
      broken = setTimeout(() => {
        state.isRunning = false;
        check();
      }, longestBreak);
    },
    outside: () => {
      state.outside += 1;
      return () => {
        state.outside -= 1;
        check();
      };
    },
    check,
    whenThere: async () => {
      if (!isThere()) await inTime(new Promise<void>((resolve) => wake.push(resolve)));
    },
    listen: (listener) => void listeners.push(listener),
  };
}

async function inTime(promise: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("The workbook did not come to rest within a minute.")), longestWait);
  });
  try {
    await Promise.race([promise, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

/** What keeps a grid from being at rest, and who waits until it is. */
export interface Rest {
  /** A calculation was asked for and has not begun. */
  asked(): void;
  /** A calculation began, or ended. */
  began(): void;
  ended(): void;
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

export function createRest(): Rest {
  const state = { isAsked: false, running: 0, outside: 0 };
  const listeners: (() => void)[] = [];
  let wake: (() => void)[] = [];
  const isThere = (): boolean => !state.isAsked && state.running === 0 && state.outside === 0;
  const check = (): void => {
    if (!isThere()) return;
    const waking = wake;
    wake = [];
    [...waking, ...listeners].forEach((tell) => tell());
  };
  return {
    asked: () => {
      state.isAsked = true;
    },
    began: () => {
      state.isAsked = false;
      state.running += 1;
    },
    ended: () => {
      state.running = Math.max(0, state.running - 1);
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

/** Time as it is handed to the push, so that a test can hold it in its hands. */
export interface Clock {
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number;
  wait(milliseconds: number): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

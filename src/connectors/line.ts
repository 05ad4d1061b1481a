/** How requests leave this machine, and what tells that an answer has been waited for long enough. */
export interface Line {
  fetch(address: string, options: RequestInit): Promise<Response>;
  /** Rings once after the time, unless it is stopped before by the function that it gives. */
  ringAfter(milliseconds: number, ring: () => void): () => void;
}

/** The browser's own. */
export const browserLine: Line = {
  fetch: (address, options) => fetch(address, options),
  ringAfter: (milliseconds, ring) => {
    const timer = setTimeout(ring, milliseconds);
    return () => clearTimeout(timer);
  },
};

import type { Page } from "playwright-core";

type Value = string | number | boolean;

/** The page's `window.workbench`, from here. */
export interface Door {
  read(address: string): Promise<readonly (readonly Value[])[]>;
  write(address: string, rows: readonly (readonly (Value | null)[])[]): Promise<void>;
  settled(): Promise<void>;
}

interface Doors {
  readonly workbench: Door;
}

export function doorOf(page: Page): Door {
  return {
    read: async (address) => page.evaluate((at) => (window as unknown as Doors).workbench.read(at), address),
    write: async (address, rows) =>
      page.evaluate(([at, what]) => (window as unknown as Doors).workbench.write(at, what), [address, rows] as const),
    settled: async () => page.evaluate(async () => (window as unknown as Doors).workbench.settled()),
  };
}

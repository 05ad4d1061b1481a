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

/** The values of cells, when nothing is being worked out any more. */
export async function settledCells(page: Page, address: string): Promise<readonly (readonly unknown[])[]> {
  const door = doorOf(page);
  await door.settled();
  return door.read(address);
}

/**
 * Goes to a sheet and clicks on one of the first cells of its first column, until the box beside the formula says that it
 * is selected: a sheet that comes to the front takes clicks a moment later.
 */
export async function selectInFirstColumn(page: Page, sheet: string, row: number): Promise<void> {
  await page.getByText(sheet, { exact: true }).click();
  const nameBox = page.locator("#grid input").last();
  do {
    await page.mouse.click(90, 144 + (row - 1) * 24);
    await page.waitForTimeout(100);
  } while ((await nameBox.inputValue()) !== `A${row}`);
}

import { openWorkbench, type OpenWorkbench } from "./open";
import { doorOf, type Door } from "./script-door";

/** Resolves when an element has more than so many pixels of width. */
async function untilWiderThan(element: Element, pixels: number): Promise<void> {
  while (element.clientWidth <= pixels) await new Promise(requestAnimationFrame);
}

/** The register as a person works on it; rows of the first screen are 24 pixels high, the header's middle at 144. */
describe("rows of the register", () => {
  let workbench: OpenWorkbench;
  let door: Door;

  beforeAll(async () => {
    workbench = await openWorkbench();
    door = doorOf(workbench.page);
    await door.write("Sheet1!A1", [["=SUM(Register[Cost])", "=SUM(Register!F2:F13)", "=ROWS(Register)"]]);
    await door.settled();
  });

  afterAll(async () => workbench.close());

  const sums = async (): Promise<unknown> => (await door.read("Sheet1!A1:C1"))[0];
  const middleOf = (row: number): number => 144 + (row - 1) * 24;

  /** Opens the menu of a row's header and chooses from it. */
  const choose = async (row: number, words: string): Promise<void> => {
    const { page } = workbench;
    await page.mouse.click(20, middleOf(row));
    await page.mouse.click(20, middleOf(row), { button: "right" });
    const item = page.getByText(words);
    // Waits until the menu stands still.
    await item.click({ trial: true });
    const box = await item.boundingBox();
    // A click on the words of "Insert 1 rows above" would go to the number in them.
    await page.mouse.click(42, (box?.y ?? 0) + (box?.height ?? 0) / 2);
    await door.settled();
  };

  test("are summed by name and by place", async () => {
    expect(await sums()).toEqual([578700.5, 578700.5, 12]);
  });

  test("may be inserted: both sums count what is typed into the new one", async () => {
    await choose(5, "rows above");
    expect(await sums()).toEqual([578700.5, 578700.5, 13]);
    await door.write("Register!F5", [[1000]]);
    expect(await sums()).toEqual([579700.5, 579700.5, 13]);
  });

  test("may be deleted and brought back", async () => {
    await choose(5, "Delete Selected Row");
    expect(await sums()).toEqual([578700.5, 578700.5, 12]);
    await workbench.page.keyboard.press("Control+z");
    expect(await sums()).toEqual([579700.5, 579700.5, 13]);
    await workbench.page.keyboard.press("Control+y");
    expect(await sums()).toEqual([578700.5, 578700.5, 12]);
  });

  test("become part of the table when they are typed below it", async () => {
    const { page } = workbench;
    await page.mouse.click(90, middleOf(14));
    await page.keyboard.type("A-1013");
    await page.keyboard.press("Enter");
    await door.settled();
    expect(await door.read("Register!A14")).toEqual([["A-1013"]]);
    await door.write("Register!F14", [[99.5]]);
    expect(await sums()).toEqual([578800, 578700.5, 13]);
  });

  test("offer the methods when a method is edited", async () => {
    const { page } = workbench;
    await page.click("#close-pane");
    // The grid takes the room a moment later; before that there is nothing to click on.
    const sheet = page.locator("canvas[id^=univer-sheet-main-canvas]");
    await expect(sheet.evaluate(untilWiderThan, 1200)).resolves.toBeUndefined();
    await page.mouse.dblclick(1150, middleOf(3));
    await page.getByText("SYD", { exact: true }).first().waitFor();
    await page.keyboard.press("Escape");
  });
});

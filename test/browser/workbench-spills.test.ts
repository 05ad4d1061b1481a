import { openWorkbench, type OpenWorkbench } from "./open";
import { doorOf, type Door } from "./script-door";

/**
 * Formulas that look at cells which another formula filled and then gave up. Univer 0.25.1 by itself keeps what they
 * saw before; each case here was wrong there.
 */
describe("sums over a formula that spills", () => {
  let workbench: OpenWorkbench;
  let door: Door;

  beforeAll(async () => {
    workbench = await openWorkbench();
    door = doorOf(workbench.page);
    await door.write("Sheet1!AA1", [[5, "=DEPR.SL(10000,1000,AA1)"]]);
    await door.write("Sheet1!AA20", [["=SUM(AB1:AB10)", "=COUNT(AB1:AB10)"]]);
  });

  afterAll(async () => workbench.close());

  /** The sum and the count of what the formula fills. */
  const below = async (): Promise<unknown> => (await door.read("Sheet1!AA20:AB20"))[0];

  test.each([5, 3, 6, 2, 9, 1, 4])("are right when it fills %d cells", async (life) => {
    await door.write("Sheet1!AA1", [[life]]);
    expect(await below()).toEqual([9000, life]);
  });

  test("are right when it becomes an error", async () => {
    await door.write("Sheet1!AA1", [[-1]]);
    expect(await door.read("Sheet1!AB1:AB3")).toEqual([["#NUM!"], [""], [""]]);
    expect(await below()).toEqual(["#NUM!", 0]);
    await door.write("Sheet1!AA1", [[5]]);
    expect(await below()).toEqual([9000, 5]);
  });

  test("are right when something stands in its way", async () => {
    await door.write("Sheet1!AB3", [["in the way"]]);
    expect(await door.read("Sheet1!AB1:AB4")).toEqual([["#SPILL!"], [""], ["in the way"], [""]]);
    expect(await below()).toEqual(["#SPILL!", 0]);
    await door.write("Sheet1!AB3", [[""]]);
    expect(await below()).toEqual([9000, 5]);
  });

  test("are right for Excel's own functions too", async () => {
    await door.write("Sheet1!AB1", [["=SEQUENCE(AA1)"]]);
    await door.write("Sheet1!AA1", [[6]]);
    expect(await below()).toEqual([21, 6]);
    await door.write("Sheet1!AA1", [[2]]);
    expect(await below()).toEqual([3, 2]);
  });

  test("are right when it is cleared", async () => {
    await door.write("Sheet1!AB1", [[""]]);
    expect(await below()).toEqual([0, 0]);
  });

  test("are right through a chain, whichever of it changes", async () => {
    await door.write("Sheet1!AD1", [[4], ["=AD1+1"], ["=SUM(DEPR.SYD(10000,1000,AD2))"], ["=ROUND(AD3,2)"]]);
    expect(await door.read("Sheet1!AD1:AD4")).toEqual([[4], [5], [9000], [9000]]);
    await door.write("Sheet1!AF1", [["=DEPR.SL(10000,1000,AD2)"]]);
    await door.write("Sheet1!AH1", [["=COUNT(AF1:AF20)", "=AH1*2"]]);
    for (const [years, count] of [
      [9, 10],
      [1, 2],
      [6, 7],
    ] as const) {
      await door.write("Sheet1!AD1", [[years]]);
      expect(await door.read("Sheet1!AH1:AI1")).toEqual([[count, count * 2]]);
    }
  });
});

import { startOffice, type StartedOffice } from "../start";

describe("the real office.js against the workbench's host", () => {
  let office: StartedOffice;

  beforeAll(async () => {
    office = await startOffice({ sheets: ["Sheet1", "My data"] });
  });

  afterAll(() => office.close());

  test("knows that it is in Excel, with a task pane", async () => {
    const info = await office.Office.onReady();
    expect(info).toMatchObject({ host: "Excel", platform: "OfficeOnline" });
  });

  test("writes and reads values", async () => {
    await office.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:B2");
      range.values = [
        [1, "two"],
        [true, ""],
      ];
      await context.sync();
      range.load("values,address,rowCount");
      await context.sync();
      expect(range.values).toEqual([
        [1, "two"],
        [true, ""],
      ]);
      expect(range.address).toBe("Sheet1!A1:B2");
      expect(range.rowCount).toBe(2);
    });
  });
});

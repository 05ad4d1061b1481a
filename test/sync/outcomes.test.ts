import { cents } from "../../src/engine";
import { statusOf } from "../../src/sync";

test("a row's status cells are text: the word, the ledger's id, the amount, the time in UTC, the message", () => {
  const outcome = {
    key: "dx1.A-1.2026-01-31.DEPRECIATION.GAAP.0.r0",
    row: 1,
    word: "Posted",
    sentence: "",
    ledgerRef: "3c90c3cc",
    amount: cents(33_333),
    postedAt: "2026-01-31T12:00:05.250Z",
  } as const;
  expect(statusOf(outcome, 2)).toEqual({
    syncKey: "dx1.A-1.2026-01-31.DEPRECIATION.GAAP.0.r0",
    status: "Posted",
    ledgerRef: "3c90c3cc",
    postedAmount: "333.33",
    postedAt: "2026-01-31 12:00:05",
    message: "",
  });
});

test("a row that the ledger does not hold has no id, amount or time", () => {
  expect(statusOf({ key: "k", row: 1, word: "Refused", sentence: "The period is closed." }, 0)).toEqual({
    syncKey: "k",
    status: "Refused",
    ledgerRef: "",
    postedAmount: "",
    postedAt: "",
    message: "The period is closed.",
  });
});

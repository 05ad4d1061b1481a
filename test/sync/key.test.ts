import { createHash } from "node:crypto";
import fc from "fast-check";
import { cents, dayText } from "../../src/engine";
import { bookOfKey, fingerprint, postingKey } from "../../src/sync";
import { longestKey } from "../../src/sync/key";
import { day } from "./books";

const january = day("2026-01-31");

describe("a posting key", () => {
  test("is read aloud by its parts", async () => {
    const key = await postingKey({ asset: "A-100", periodEnd: january, type: "DEPRECIATION", book: "GAAP" });
    expect(key).toBe("dx1.A-100.2026-01-31.DEPRECIATION.GAAP.0.r0");
  });

  test("keeps its beginning and ends in a hash when it would be too long", async () => {
    const asset = "Headquarters, 3rd floor, meeting room furniture";
    const parts = { asset, periodEnd: january, type: "DEPRECIATION", book: "GAAP" };
    const whole = "dx1.Headquarters%2C%203rd%20floor%2C%20meeting%20room%20furniture.2026-01-31.DEPRECIATION.GAAP.0.r0";
    const hash = createHash("sha256").update(whole).digest("hex").slice(0, 32);
    expect(await postingKey(parts)).toBe(`dx1.Headquarters%2C%203rd%20flo~${hash}`);
  });

  test("is the same for one id in two spellings of Unicode", async () => {
    const parts = { periodEnd: january, type: "DEPRECIATION", book: "GAAP" };
    expect(await postingKey({ ...parts, asset: "Caf\u00e9" })).toBe(
      await postingKey({ ...parts, asset: "Cafe\u0301" }),
    );
  });

  const parts = fc.record({
    asset: fc.oneof(
      fc.string({ unit: "binary", minLength: 1 }),
      fc.constantFrom("a", "a.b", "a%2Eb", "a~b", "=A1", "A.0.r0"),
    ),
    periodEnd: fc.constantFrom(january, day("2026-02-28"), day("1904-02-29")),
    type: fc.constantFrom("DEPRECIATION", "IMPAIRMENT", "REVALUATION_DOWN"),
    book: fc.oneof(fc.constantFrom("GAAP", "TAX", "Plan B", "a.b"), fc.string({ minLength: 1 })),
    seq: fc.nat(3),
    rev: fc.nat(3),
  });

  test("is short, plain ASCII, and another for every other charge", async () => {
    await fc.assert(
      fc.asyncProperty(parts, parts, async (one, other) => {
        const [oneKey, otherKey] = [await postingKey(one), await postingKey(other)];
        expect(oneKey).toMatch(/^dx1\.[\x21-\x7e]+$/);
        expect(oneKey.length).toBeLessThanOrEqual(longestKey);
        expect(oneKey === otherKey).toBe(isSame(one, other));
      }),
      { numRuns: 300 },
    );
  });

  test("tells its book, unless it was too long", async () => {
    await fc.assert(
      fc.asyncProperty(parts, async (one) => {
        const key = await postingKey(one);
        const book = bookOfKey(key);
        if (key.includes("~")) expect(book).toBeUndefined();
        else expect(book).toBe(one.book.normalize("NFC"));
      }),
    );
    expect(bookOfKey("somebody else's id")).toBeUndefined();
  });

  function isSame(one: Parts, other: Parts): boolean {
    const text = ({ asset, periodEnd, type, book, seq, rev }: Parts) =>
      JSON.stringify([wellFormed(asset), dayText(periodEnd), type, wellFormed(book), seq, rev]);
    return text(one) === text(other);
  }

  interface Parts {
    readonly asset: string;
    readonly periodEnd: typeof january;
    readonly type: string;
    readonly book: string;
    readonly seq: number;
    readonly rev: number;
  }

  function wellFormed(text: string): string {
    return new TextDecoder().decode(new TextEncoder().encode(text.normalize("NFC")));
  }
});

describe("a fingerprint", () => {
  const charge = {
    asset: "A-100",
    amount: cents(15_000),
    periodEnd: january,
    type: "DEPRECIATION",
    counterAccount: "DEPRECIATION",
  } as const;

  test("is SHA-256 of the content as canonical JSON", async () => {
    const json =
      '{"amountCents":15000,"asset":"A-100","counterAccount":"DEPRECIATION","date":"2026-01-31","type":"DEPRECIATION"}';
    expect(await fingerprint(charge)).toBe(createHash("sha256").update(json).digest("hex"));
  });

  test.each([
    ["amount", { amount: cents(15_001) }],
    ["date", { periodEnd: day("2026-02-28") }],
    ["type", { type: "IMPAIRMENT" }],
    ["counter account", { counterAccount: "IMPAIRMENT" }],
    ["asset", { asset: "A-101" }],
  ] as const)("changes with the %s", async (_what, change) => {
    expect(await fingerprint({ ...charge, ...change })).not.toBe(await fingerprint(charge));
  });
});

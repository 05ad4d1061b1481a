import { exactCents, amountText, cents } from "../money";
import { fail, ok } from "../result";
import type { Problem } from "../problem";
import type { Method } from "./method";

/** The charges as they are given, one a period; together no more than cost less salvage. */
export const manual: Method = {
  word: "MANUAL",
  aliases: ["given-charges"],
  label: "Charges as given",
  sentence: "The charges are as given.",
  extraOf: ({ charges }) => (charges === undefined ? fail(missing) : ok({ kind: "charges", charges })),
  saysEachRow: true,
  usesUp: () => false,
  keepsToSalvage: false,
  chargesByYear: () => fail(missing),
  chargeOfYear: () => fail(missing),
  lifeMonths: () => ok(undefined),
  rule: ({ cost, salvage, accumulated, decimals, extra }) => {
    if (extra?.kind !== "charges") return fail(missing);
    const charges: number[] = [];
    let total = 0;
    for (const given of extra.charges) {
      const charge = exactCents(given, decimals, "charges");
      if (!charge.ok) return charge;
      if (charge.value < 0) return fail({ code: "negative", what: "charges", given });
      charges.push(charge.value);
      total += charge.value;
    }
    const most = cost - salvage - accumulated;
    if (total <= most) return ok({ by: "charges", charges });
    const given = total / 10 ** decimals;
    return fail({ code: "too-large", what: "the sum of the charges", given, most: amountText(cents(most), decimals) });
  },
};

const missing: Problem = { code: "missing", what: "a list of charges" };

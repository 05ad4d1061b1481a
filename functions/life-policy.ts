/** The policy argument of DEPR.CHECK: the useful lives that a class may have. */
import type { ClassPolicy } from "../src/engine";
import { numberGiven } from "./arguments";
import { cellError, handOnErrors, isBlank, isMatrix, plain, valueError } from "./cell";
import { isEmpty } from "./cell";

/**
 * Rows of class, shortest and longest life, in years. A header row may stand on top; where it speaks of months, the lives
 * are in months. A shortest life that is blank is 0.
 */
export function policiesFrom(argument: unknown): readonly ClassPolicy[] | undefined {
  handOnErrors({ policy: argument });
  if (isEmpty(argument)) return undefined;
  const rows = (isMatrix(argument) ? argument : [[argument]]).filter((row) => !row.every(isBlank));
  const [first = []] = rows;
  const hasHeader = first.length > 1 && typeof plain(first[1]) === "string" && /[a-z]/i.test(String(plain(first[1])));
  const months = hasHeader && first.some((cell) => /month/i.test(String(plain(cell)))) ? 1 : 12;
  return rows.slice(hasHeader ? 1 : 0).map((row) => policyOf(row, months));
}

function policyOf([assetClass, least, most, ...others]: readonly unknown[], months: number): ClassPolicy {
  if (!others.every(isBlank)) throw valueError("policy must have three columns: class, shortest life, longest life.");
  if (isBlank(assetClass)) throw cellError({ code: "missing", what: "the class of a policy" });
  const name = String(plain(assetClass)).trim();
  const [leastMonths, mostMonths] = [
    isBlank(least) ? 0 : numberGiven(least, `the shortest life of ${name}`) * months,
    numberGiven(most, `the longest life of ${name}`) * months,
  ];
  return { assetClass: name, leastMonths, mostMonths };
}

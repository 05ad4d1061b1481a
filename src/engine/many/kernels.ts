import type { Method } from "../methods";
import { decliningBalance } from "../methods/declining-balance";
import { straightLine } from "../methods/straight-line";
import { sumOfYears } from "../methods/sum-of-years";
import { decliningBalanceOfMany } from "./declining-balance";
import type { Kernel } from "./kernel";
import { straightLineOfMany } from "./straight-line";
import { sumOfYearsOfMany } from "./sum-of-years";

/** The methods that charge many assets at once. They stand here and not in their entries, so that cells do without them. */
export const kernels: readonly { readonly method: Method; readonly kernel: Kernel }[] = [
  { method: straightLine, kernel: straightLineOfMany },
  { method: decliningBalance, kernel: decliningBalanceOfMany },
  { method: sumOfYears, kernel: sumOfYearsOfMany },
];

/** Undefined where each asset takes its own schedule. A word with a factor of its own, such as 150DB, has its method's. */
export function kernelOf({ word }: Method): Kernel | undefined {
  return kernels.find(({ method }) => method.word === word)?.kernel;
}

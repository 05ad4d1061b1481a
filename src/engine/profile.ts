import { fullMonth } from "./conventions/full-month";
import type { Convention } from "./conventions";
import type { Policy } from "./policy/policy";
import type { Result } from "./result";
import { named, type Later, type Named } from "./words";

/** The rules of one accounting system under one word: what counts where the terms leave a freedom. */
export interface Profile extends Named {
  readonly convention: Convention;
  /** The system takes lives in whole years only. */
  readonly wholeYears: boolean;
  /** The freedoms that it settles otherwise than our defaults. */
  readonly policy?: Partial<Policy>;
}

/** Without dates as Excel's own SLN, DDB, SYD and VDB (Microsoft, Excel functions); with dates our defaults. */
const excel: Profile = {
  word: "excel",
  aliases: [],
  label: "Excel",
  convention: fullMonth,
  wholeYears: false,
};

/** The rules of Excel for "life in whole years" (oanor, Depreciation Calculator API, /v1/meta). */
const oanor: Profile = { ...excel, word: "oanor", label: "oanor", wholeYears: true };

export const profiles: readonly Profile[] = [excel, oanor];

const later: Later = [
  ["freeagent"],
  ["intacct", "sage-intacct"],
  ["business-central"],
  ["d365"],
  ["erpnext"],
  ["odoo"],
  ["oca"],
  ["xero"],
  ["dayzero"],
  ["irs"],
];

/** Problems: not-yet, unknown-word. */
export function profileNamed(text: string): Result<Profile> {
  return named("profile", profiles, later, text);
}

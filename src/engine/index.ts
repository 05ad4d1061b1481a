/** Depreciation as arithmetic: terms in, charges out. This is all that other parts may use. */
export type { AssetTerms, Dated, ExtraTerms, Opening } from "./asset";
export { accumulatedAtAge, chargeBetween } from "./between";
export { bookOf, type AssetBook, type Balances, type Movement, type MovementKind } from "./books";
export { chargeOfYear, chargesByYear } from "./charges";
export { conventionNamed, conventions, type Convention } from "./conventions";
export {
  addMonths,
  dayFromText,
  dayOf,
  dayText,
  firstDay,
  lastDay,
  monthFromText,
  monthOf,
  monthText,
  type Day,
  type Month,
} from "./day";
export { eventTypeNamed, eventTypes, type AssetEvent, type EventType, type EventValue } from "./events/event";
export { frequencies, frequencyNamed, type Frequency } from "./frequency";
export { chargesOfMany, type ChargesOfMany, type Column, type ManyAssets, type ManyDates } from "./many";
export { methodNamed, methods, type Method } from "./methods";
export { macrsAmounts, type MacrsTerms } from "./methods/macrs";
export { chargesByUse } from "./methods/units-of-production";
export { amountOf, amountText, cents, exactCents, roundedCents, type Cents, type Decimals } from "./money";
export { defaultPolicy, freedoms, type Policy } from "./policy/policy";
export type { Freedom } from "./policy/freedom";
export { kinds, wording, type Problem } from "./problem";
export { profileNamed, profiles, type Profile } from "./profile";
export {
  accountUses,
  chargePeriods,
  chargesOf,
  checks,
  findingsOf,
  journalOf,
  notComputed,
  openRegister,
  rollForwardKeyNamed,
  rollForwardKeys,
  rollForwardLines,
  rollForwardOf,
  summaryByAccount,
  totalLabel,
  type ChargeAmounts,
  type ChargePeriod,
  type Charges,
  type ChargesRow,
  type CheckTerms,
  type ClassAccounts,
  type ClassPolicy,
  type Figure,
  type GivenCharge,
  type JournalLine,
  type JournalTerms,
  type NotComputed,
  type Register,
  type RegisterAsset,
  type RegisterFinding,
  type RollForward,
  type RollForwardKey,
  type RollForwardLine,
  type RollForwardRow,
} from "./register";
export { fail, ok, type Result } from "./result";
export { schedule, type ScheduleRow } from "./schedule";
export { yearTerms, type YearTerms, type YearTermsChecked } from "./year-terms";

/** Depreciation as arithmetic: terms in, charges out. This is all that other parts may use. */
export type { AssetTerms, Dated, ExtraTerms, MacrsSystem, Opening } from "./asset";
export { accumulatedByAge, chargeBetween } from "./between";
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
export { explain } from "./explain/explain";
export type { Step, StepCode } from "./explain/step";
export { frequencies, frequencyNamed, type Frequency } from "./frequency";
export { chargesOfMany, type ChargesOfMany, type Column, type ManyAssets, type ManyDates } from "./many";
export { methodNamed, methods, type GivenExtra, type Method } from "./methods";
export { macrsAmounts, type MacrsTerms } from "./methods/macrs";
export { macrsElectionNamed, type MacrsElection } from "./methods/macrs/elections";
export { chargesByUse } from "./methods/units-of-production";
export { amountOf, amountText, cents, exactCents, roundedCents, type Cents, type Decimals } from "./money";
export { freedoms, type Policy } from "./policy/policy";
export type { Freedom } from "./policy/freedom";
export { kinds, wording, type Problem } from "./problem";
export { conventionOfProfile, profileNamed, profiles, type Law, type Profile } from "./profiles";
export {
  accountUses,
  chargePeriods,
  chargesOf,
  findingsOf,
  journalOf,
  openRegister,
  rollForwardKeyNamed,
  rollForwardOf,
  summaryByAccount,
  totalLabel,
  type AccountWord,
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
export { monthsToYearEnd } from "./time-line";
export { usualConvention } from "./usual-convention";
export { chargeableAmount, yearTerms, type YearTerms, type YearTermsChecked } from "./year-terms";

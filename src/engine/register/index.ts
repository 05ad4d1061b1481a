/** The register as a whole: charges, roll-forward, journal and findings of many assets, as pure functions. */
export { accountUses, type AccountUse, type AccountWord, type ClassAccounts } from "./accounts";
export {
  notComputed,
  openRegister,
  totalLabel,
  type DatedTerms,
  type KeptAsset,
  type NotComputed,
  type Register,
  type RegisterAsset,
} from "./asset";
export {
  chargePeriods,
  chargesOf,
  type ChargeAmounts,
  type ChargePeriod,
  type Charges,
  type ChargesRow,
} from "./charges";
export { journalOf, type JournalLine, type JournalTerms } from "./journal";
export { summaryByAccount, type SummaryTerms } from "./journal-summary";
export { rollForwardKeyNamed, rollForwardKeys, type RollForwardKey } from "./keys";
export { rollForwardOf, type RollForward, type RollForwardRow } from "./roll-forward";
export { rollForwardLines, type Block, type RollForwardLine } from "./roll-forward-lines";
export {
  checks,
  findingsOf,
  type Check,
  type CheckTerms,
  type ClassPolicy,
  type Figure,
  type GivenCharge,
  type RegisterFinding,
  type Severity,
} from "./findings";

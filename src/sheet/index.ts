/** Rows of cells to assets and schedules, and back; matrices only. This is all that other parts may use. */
export {
  accountsColumns,
  accountOf,
  accountsTemplate,
  looksLikeAccounts,
  noAccounts,
  readAccounts,
  type Accounts,
  type AccountsHeader,
  type ClassAccounts,
} from "./accounts";
export { buildSchedule, byMonth, type BuildHow, type BuiltSchedule } from "./build-schedule";
export { changeNamed, changes, type Change, type ChangeWord } from "./changes";
export type { TermsDifference } from "./charge-lines";
export { calendarMonth, coveredRange, isOverlapping, overlapping, rangeText, type CoveredRange } from "./covered-range";
export { computableAssets } from "./computable";
export { decimalsOf } from "./currency";
export {
  eventsByAsset,
  eventsColumns,
  eventsTemplate,
  looksLikeEvents,
  noEvents,
  readEvents,
  unreadEvents,
  type EventRow,
  type Events,
  type EventsHeader,
} from "./events";
export { numberFormatOf, placesOf, type Column, type ColumnKind, type Places } from "./header";
export {
  isBlank,
  isBlankRow,
  type Cell,
  type Finding,
  type Matrix,
  type SheetSettings,
  type TableName,
} from "./matrix";
export { plainText, textOf } from "./plain-text";
export { looksLikeRules, readRules, rulesMatrix, type ReadRules, type RuleCells, type RuleRow } from "./rules";
export { ruleColumns, type RuleHeader } from "./rule-columns";
export { looksLikeOpinion, opinionColumns, opinionMatrix, type OpinionLine } from "./second-opinion";
export type { SheetProblem } from "./problem";
export { looksLikeSchedule, readSchedule, type ReadSchedule } from "./read-schedule";
export { looksLikeRegister, readRegister, registerSettings, registerTemplate, type Register } from "./register";
export { registerColumns, type RegisterColumn, type RegisterHeader } from "./register-columns";
export type { RegisterAsset } from "./register-row";
export { chargeIdentity } from "./same-charge";
export { scheduleMatrix, type ReadLine, type ScheduleLine } from "./schedule";
export {
  scheduleColumns,
  statusCells,
  statusColumns,
  type ScheduleHeader,
  type StatusBlock,
  type StatusHeader,
} from "./schedule-columns";
export {
  amountCell,
  blankRow,
  factRow,
  headRow,
  reportMatrices,
  reportRow,
  textCell,
  type Report,
  type ReportCell,
  type ReportRow,
} from "./report";
export { dateSystems, serialOfDay, type DateSystem } from "./serial";
export { updateTypes, type UpdateType, type UpdateTypeEntry } from "./update-types";
export { valueLines, type ValueLines } from "./value-lines";

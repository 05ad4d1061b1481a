export type { Audit, NotOnce } from "./audit";
export { bookNamed, namedBooks, usualBook } from "./book";
export type { Clock } from "./clock";
export {
  type CloseCheck,
  type CloseChecklist,
  type CloseInput,
  type ClosePoint,
  closeChecklist,
  closeReport,
  closeVerdict,
} from "./close";
export type { CreatedAsset } from "./create-assets";
export { fingerprint } from "./fingerprint";
export { type IdentifiedRow, type KnownKeys, type SheetRow, identify } from "./identify";
export { type Journal, type JournalRecord, type JournalState, openJournal, scopeOf } from "./journal";
export type { Author, LogEntry } from "./journal-log";
export { logHead, logHeaders, logRows, logWidths } from "./log-report";
export { type KeyParts, bookOfKey, postingKey } from "./key";
export { type LedgerState, readLedger } from "./ledger-state";
export { type Outcome, type OutcomeWord, outcomeWords, statusOf, statusOfStep } from "./outcomes";
export { type PlanInput, plan } from "./plan";
export { type RunInput, type RunPlan, planRun } from "./plan-run";
export { type Prepared, accountsIn, preparePush } from "./prepare";
export type { Progress } from "./progress";
export { type PushReport, push } from "./push";
export { type ReversalPlan, type Reverse, planReversal, reversible } from "./reversal-plan";
export { type ReversalAudit, type ReversalReport, reverse } from "./reverse";
export type { PushTools } from "./run";
export { type RunOutcome, pushRun } from "./push-run";
export type { RunLine } from "./run-line";
export { type TermsChange, termsHashes } from "./terms-hash";
export {
  type AccountProof,
  type Difference,
  type DifferenceWord,
  type Holdings,
  type HeldPosting,
  type ReconcileInput,
  type Reconciliation,
  type ReportHead,
  rangeText,
  readHoldings,
  reconcile,
  reconciliationReport,
  verdictOf,
} from "./reconcile";
export { type BookedAsset, type BookedMonth, compareBooked } from "./booked-months";
export {
  type PurchaseStep,
  type PurchaseTerms,
  type PurchasesInput,
  type PurchasesPlan,
  planPurchases,
  profileWords,
} from "./plan-purchases";
export { type PurchaseOutcome, type PurchasesReport, pushPurchases } from "./push-purchases";
export { type FieldChange, type RuleStep, type RulesInput, type RulesPlan, planRules } from "./plan-rules";
export { type RuleOutcome, type RulesReport, pushRules } from "./push-rules";
export { type AssetOpinion, type YearPair, secondOpinion } from "./second-opinion";
export { type RowEvent, type RowState, after, moves } from "./states";
export type {
  AccountTotal,
  AlreadyThere,
  BlockCode,
  Blocked,
  Changed,
  CreateAsset,
  Plan,
  Post,
  RowStep,
  Skipped,
  Step,
  Total,
} from "./steps";

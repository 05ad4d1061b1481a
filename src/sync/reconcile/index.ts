export type { Difference } from "./difference";
export { type HeldPosting, type Holdings, readHoldings } from "./holdings";
export { type DifferenceWord, differenceLabels } from "./kinds";
export {
  type AccountProof,
  type ReconcileInput,
  type Reconciliation,
  rangeText,
  reconcile,
  verdictOf,
} from "./reconcile";
export { type ReportHead, reconciliationReport } from "./report";

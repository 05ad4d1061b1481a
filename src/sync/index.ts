export { type Clock, systemClock } from "./clock";
export { fingerprint } from "./fingerprint";
export { type IdentifiedRow, type SheetRow, identify } from "./identify";
export { type Journal, type JournalRecord, type JournalState, scopeOf } from "./journal";
export { type KeyParts, bookOfKey, postingKey } from "./key";
export { type LedgerState, readLedger } from "./ledger-state";
export { statusOf, statusOfStep } from "./outcomes";
export { type PlanInput, plan } from "./plan";
export { type Prepared, preparePush } from "./prepare";
export {
  type CreatedAsset,
  type Outcome,
  type OutcomeWord,
  type Progress,
  type PushReport,
  type PushTools,
  push,
} from "./push";
export { type RunInput, type RunLine, type RunOutcome, type RunPlan, planRun, pushRun } from "./run";
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

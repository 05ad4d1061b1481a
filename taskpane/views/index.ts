import { lazily } from "../parts/lazily";
import { postView } from "./post";
import { registerView } from "./register";
import { scheduleView } from "./schedule";
import type { View } from "./view";

const ledgerView: View = {
  word: "ledger",
  label: "Ledger",
  Show: lazily(async () => (await import(/* webpackChunkName: "ledger" */ "./ledger")).LedgerView),
};

/** The tabs, in the order in which a month is closed. */
export const views: readonly View[] = [registerView, scheduleView, postView, ledgerView];

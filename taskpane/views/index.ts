import { ledgerView } from "./ledger";
import { postView } from "./post";
import { registerView } from "./register";
import { scheduleView } from "./schedule";
import type { View } from "./view";

/** The tabs, in the order in which a month is closed. */
export const views: readonly View[] = [registerView, scheduleView, postView, ledgerView];

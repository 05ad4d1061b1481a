import { changes } from "./changes";
import type { Column } from "./header";
import type { Cell } from "./matrix";
import { plainText } from "./plain-text";
import { updateTypes } from "./update-types";

export type LineHeader =
  | "Asset"
  | "Period end"
  | "Type"
  | "Amount"
  | "Counter account"
  | "Memo"
  | "Period start"
  | "Charged to date"
  | "Change"
  | "Posting date";

export type StatusHeader =
  "Sync key" | "Ledger status" | "Ledger ref" | "Posted amount" | "Posted at (UTC)" | "Ledger message";

export type ScheduleHeader = LineHeader | StatusHeader;

/** What the ledger answered for a line, all as text. A view: the ledger is the truth, and it can be written anew. */
export interface StatusBlock {
  readonly syncKey: string;
  readonly status: string;
  readonly ledgerRef: string;
  readonly postedAmount: string;
  readonly postedAt: string;
  readonly message: string;
}

const lineColumns: readonly Column<LineHeader>[] = [
  { header: "Asset", aliases: ["Asset id"], required: true, kind: "text", width: 12, numberFormat: "@" },
  {
    header: "Period end",
    aliases: ["Period"],
    required: true,
    kind: "date",
    width: 12,
    numberFormat: "yyyy-mm-dd",
  },
  {
    header: "Type",
    aliases: ["Update type"],
    required: true,
    kind: "choice",
    width: 16,
    numberFormat: "@",
    choices: updateTypes.map(({ word }) => word),
  },
  { header: "Amount", aliases: [], required: true, kind: "amount", width: 14, numberFormat: "#,##0.00" },
  { header: "Counter account", aliases: [], required: true, kind: "text", width: 26, numberFormat: "@" },
  { header: "Memo", aliases: [], required: false, kind: "text", width: 36, numberFormat: "@" },
  { header: "Period start", aliases: [], required: false, kind: "date", width: 12, numberFormat: "yyyy-mm-dd" },
  { header: "Charged to date", aliases: [], required: false, kind: "amount", width: 16, numberFormat: "#,##0.00" },
  {
    header: "Change",
    aliases: [],
    required: false,
    kind: "choice",
    width: 12,
    numberFormat: "@",
    choices: changes.map(({ word }) => word),
  },
  { header: "Posting date", aliases: [], required: false, kind: "date", width: 12, numberFormat: "yyyy-mm-dd" },
];

const statusHeaders: Readonly<Record<StatusHeader, { readonly key: keyof StatusBlock; readonly width: number }>> = {
  "Sync key": { key: "syncKey", width: 20 },
  "Ledger status": { key: "status", width: 14 },
  "Ledger ref": { key: "ledgerRef", width: 20 },
  "Posted amount": { key: "postedAmount", width: 14 },
  "Posted at (UTC)": { key: "postedAt", width: 20 },
  "Ledger message": { key: "message", width: 40 },
};

/** The six columns that only we write, to the right of the lines. */
export const statusColumns: readonly Column<StatusHeader>[] = (Object.keys(statusHeaders) as StatusHeader[]).map(
  (header) => ({
    header,
    aliases: [],
    required: false,
    kind: "text",
    width: statusHeaders[header].width,
    numberFormat: "@",
  }),
);

/** The schedule's columns in the order in which a new schedule has them. */
export const scheduleColumns: readonly Column<ScheduleHeader>[] = [...lineColumns, ...statusColumns];

/** A status block as the cells of `statusColumns`, in their order, harmless to write. */
export function statusCells(status: StatusBlock): readonly Cell[] {
  return statusColumns.map(({ header }) => plainText(status[statusHeaders[header].key]));
}

/** A status block out of the texts of its cells. */
export function statusFrom(text: (header: StatusHeader) => string): StatusBlock {
  return {
    syncKey: text("Sync key"),
    status: text("Ledger status"),
    ledgerRef: text("Ledger ref"),
    postedAmount: text("Posted amount"),
    postedAt: text("Posted at (UTC)"),
    message: text("Ledger message"),
  };
}

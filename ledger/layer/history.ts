import { isDay } from "../books/calendar";
import type { NewAsset } from "../books/acquire";

/** What happened to an asset before it came to the ledger. */
export interface History {
  readonly purchaseDate?: string;
  readonly serviceDate?: string;
  readonly opening?: NewAsset["opening"];
}

/**
 * Reads an asset's history from its metadata. Layer has no fields for it, and metadata is for our own use, so the sheet
 * writes purchase_date, in_service_date, opening_accumulated_depreciation (cents) and opening_date there. What has
 * another form is somebody else's and says nothing.
 */
export function historyIn(metadata: Readonly<Record<string, unknown>> | null | undefined): History {
  const purchaseDate = dayIn(metadata?.["purchase_date"]);
  const serviceDate = dayIn(metadata?.["in_service_date"]);
  const openingDate = dayIn(metadata?.["opening_date"]);
  const cents = metadata?.["opening_accumulated_depreciation"];
  return {
    ...(purchaseDate === undefined ? {} : { purchaseDate }),
    ...(serviceDate === undefined ? {} : { serviceDate }),
    ...(openingDate === undefined || !isAmount(cents) ? {} : { opening: { cents, date: openingDate } }),
  };
}

function dayIn(value: unknown): string | undefined {
  return typeof value === "string" && isDay(value) ? value : undefined;
}

function isAmount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

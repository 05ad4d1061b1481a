import { monthOf } from "../engine";
import type { LedgerAsset, PreviewLine, RunEntry, RunReport } from "./connector";
import type { Complaint } from "./failures";
import { type Reader, amount, day, isObject, list, mapped, object, oneOf, optional, text, textAt, whole } from "./read";

export const ledgerAsset: Reader<LedgerAsset> = mapped(
  object({
    id: text,
    name: text,
    asset_number: optional(text),
    original_cost: amount,
    accumulated_depreciation: optional(amount),
    status: oneOf(["draft", "active", "fully_depreciated", "disposed"]),
  }),
  ({ id, name, asset_number, original_cost, accumulated_depreciation, status }) => ({
    ledgerId: id,
    name,
    cost: original_cost,
    standing: status === "draft" ? "draft" : status === "disposed" ? "closed" : "active",
    ...(asset_number === undefined ? {} : { asset: asset_number }),
    ...(accumulated_depreciation === undefined ? {} : { accumulated: accumulated_depreciation }),
  }),
);

export const previewLine: Reader<PreviewLine> = mapped(
  object({
    asset_id: text,
    asset_name: text,
    depreciation_amount: amount,
    new_accumulated: amount,
    new_book_value: amount,
  }),
  ({ asset_id, asset_name, depreciation_amount, new_accumulated, new_book_value }) => ({
    ledgerId: asset_id,
    name: asset_name,
    charge: depreciation_amount,
    accumulated: new_accumulated,
    bookValue: new_book_value,
  }),
);

export const runReport: Reader<RunReport> = mapped(
  object({
    period_date: day,
    assets_processed: whole,
    total_depreciation: amount,
    entries_created: whole,
    journal_entries_created: whole,
    errors: optional(list(text)),
  }),
  ({ period_date, assets_processed, total_depreciation, entries_created, journal_entries_created, errors }) => ({
    month: monthOf(period_date),
    assetsProcessed: assets_processed,
    total: total_depreciation,
    entriesCreated: entries_created,
    journalEntriesCreated: journal_entries_created,
    problems: errors ?? [],
  }),
);

export const runEntry: Reader<RunEntry> = mapped(
  object({
    id: text,
    fixed_asset_id: text,
    period_date: day,
    depreciation_amount: amount,
    accumulated_depreciation: amount,
    book_value: amount,
    status: oneOf(["pending", "posted", "reversed"]),
  }),
  ({ id, fixed_asset_id, period_date, depreciation_amount, accumulated_depreciation, book_value, status }) => ({
    id,
    ledgerId: fixed_asset_id,
    month: monthOf(period_date),
    charge: depreciation_amount,
    accumulated: accumulated_depreciation,
    bookValue: book_value,
    standing: status,
  }),
);

/** Answers come flat or as `{success, message, code, data}`: DayZero's documents show both. */
export function enveloped<T>(reader: Reader<T>): Reader<T> {
  return (given, where) =>
    isObject(given) && isObject(given["data"]) && "success" in given
      ? reader(given["data"], `${where}.data`)
      : reader(given, where);
}

/** `{"detail": "sentence"}`, or of a 422 `{"detail": [{loc, msg, type}]}`. */
export function complaint(body: unknown): Complaint | undefined {
  const sentence = textAt(body, "detail") ?? textAt(body, "message");
  if (sentence !== undefined) return { text: sentence };
  if (!isObject(body) || !Array.isArray(body["detail"])) return undefined;
  const details: readonly unknown[] = body["detail"];
  const message = textAt(details[0], "msg");
  if (message === undefined) return undefined;
  const field = fieldAt(details[0]);
  return field === undefined ? { text: message } : { text: `${field}: ${message}`, field };
}

/** `["body", "asset_ids", 3]` is asset_ids.3: where it was sent is ours to know, what it was is worth saying. */
function fieldAt(detail: unknown): string | undefined {
  if (!isObject(detail) || !Array.isArray(detail["loc"])) return undefined;
  const [, ...inner] = detail["loc"] as readonly unknown[];
  return inner.length === 0 ? undefined : inner.map(String).join(".");
}

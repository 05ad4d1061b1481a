import { type Day, cents, dayFromText } from "../engine";
import { type Dialect, bearer } from "./call";
import type { ChargeType, LedgerAsset, PostedUpdate } from "./connector";
import type { Complaint } from "./failures";
import type { Page } from "./pages";
import {
  type Reader,
  amount,
  anything,
  day,
  flag,
  isObject,
  list,
  mapped,
  object,
  oneOf,
  optional,
  text,
  textAt,
} from "./read";

const updateTypes = [
  "DEPRECIATION_AMORTIZATION",
  "IMPROVEMENT",
  "IMPAIRMENT",
  "REVALUATION_UP",
  "REVALUATION_DOWN",
] as const;
type LayerType = (typeof updateTypes)[number];

/** Layer writes all but one of our types as we do. */
export function layerTypeOf(type: ChargeType): LayerType {
  return type === "DEPRECIATION" ? "DEPRECIATION_AMORTIZATION" : type;
}

export function chargeTypeOf(type: LayerType): ChargeType {
  return type === "DEPRECIATION_AMORTIZATION" ? "DEPRECIATION" : type;
}

export const ledgerAsset: Reader<LedgerAsset> = mapped(
  object({
    id: text,
    name: text,
    external_id: optional(text),
    original_value: optional(amount),
    archived_at: optional(text),
    metadata: anything,
  }),
  ({ id, name, external_id, original_value, archived_at, metadata }) => ({
    ledgerId: id,
    name,
    standing: archived_at === undefined ? "active" : "closed",
    ...(external_id === undefined ? {} : { asset: external_id }),
    ...(original_value === undefined ? {} : { cost: original_value }),
    ...openingIn(metadata),
  }),
);

/** Layer's own books know no opening balance; the metadata is what we, or anybody, wrote there. */
function openingIn(metadata: unknown): Pick<LedgerAsset, "openingAccumulated"> {
  const given = isObject(metadata) ? metadata["opening_accumulated_depreciation"] : undefined;
  return typeof given === "number" && Number.isSafeInteger(given) ? { openingAccumulated: cents(given) } : {};
}

export const valueUpdate: Reader<PostedUpdate> = mapped(
  object({
    id: text,
    asset_id: text,
    external_id: optional(text),
    amount,
    update_type: oneOf(updateTypes),
    date: day,
    memo: optional(text),
    metadata: anything,
    archived_at: optional(text),
  }),
  ({ id, asset_id, external_id, update_type, memo, metadata, archived_at, ...rest }) => {
    return {
      id,
      ledgerId: asset_id,
      amount: rest.amount,
      date: rest.date,
      type: chargeTypeOf(update_type),
      archived: archived_at !== undefined,
      ...(external_id === undefined ? {} : { key: external_id }),
      ...(memo === undefined ? {} : { memo }),
      ...whatWeSaid(metadata, rest.date),
    };
  },
);

/** What our metadata says of a posting. Anything may stand there, so what is not as we write it is not there. */
function whatWeSaid(
  metadata: unknown,
  date: Day,
): Pick<PostedUpdate, "book" | "fingerprint" | "periodStart" | "periodEnd" | "change" | "termsHash"> {
  const [book, fingerprint] = [textAt(metadata, "book"), textAt(metadata, "fingerprint")];
  const [change, termsHash] = [textAt(metadata, "change"), textAt(metadata, "terms_hash")];
  const start = dayFromText(textAt(metadata, "period_start") ?? "");
  const end = dayFromText(textAt(metadata, "period_end") ?? "");
  return {
    ...(book === undefined ? {} : { book }),
    ...(fingerprint === undefined ? {} : { fingerprint }),
    ...(start.ok ? { periodStart: start.value } : {}),
    ...(end.ok && end.value < date ? { periodEnd: end.value } : {}),
    ...(change === undefined ? {} : { change }),
    ...(termsHash === undefined ? {} : { termsHash }),
  };
}

/** A page of a list: `{data, meta: {pagination: {cursor, has_more}}}`. */
export function pageOf<T>(item: Reader<T>): Reader<Page<T>> {
  const pagination = object({ cursor: optional(text), has_more: optional(flag) });
  const answer = object({ data: list(item), meta: optional(object({ pagination: optional(pagination) })) });
  return mapped(answer, ({ data, meta }) => ({
    items: data,
    next: meta?.pagination?.has_more === true ? meta.pagination.cursor : undefined,
  }));
}

/** `{"errors": [{type, description, error_enum}]}`: the first is shown, with its lasting name. */
export function complaint(body: unknown): Complaint | undefined {
  if (!isObject(body) || !Array.isArray(body["errors"])) return undefined;
  const errors: readonly unknown[] = body["errors"];
  const name = textAt(errors[0], "error_enum");
  const description = textAt(errors[0], "description") ?? textAt(errors[0], "type") ?? name;
  const field = textAt(errors[0], "meta", "field");
  if (description === undefined) return undefined;
  const lasting = name === undefined || name === description ? "" : ` (${name})`;
  return {
    text: `${description}${lasting}`,
    ...(field === undefined ? {} : { field }),
    ...(name === "PeriodClosed" ? { closed: firstOpenIn(errors[0]) } : {}),
  };
}

// Layer's documents know no closed periods. A ledger that has them names the first open day beside its sentence.
function firstOpenIn(error: unknown): NonNullable<Complaint["closed"]> {
  const found = dayFromText(textAt(error, "meta", "first_open_day") ?? "");
  return found.ok ? { firstOpen: found.value } : {};
}

export const dialect: Dialect = { needs: ["token", "businessId"], headers: bearer, complaint };

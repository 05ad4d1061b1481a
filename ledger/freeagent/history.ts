import { dayText, schedule } from "../../src/engine";
import { postingDay, termsOf } from "../books/month-charge";
import { termsInForce } from "../books/terms-in-force";
import { defaultBook } from "../books/update-types";
import { decimalText } from "./decimal";
import type { Asset } from "../books/asset";
import type { Session } from "../store/store";

/** An event in an asset's life as FreeAgent tells it. */
export interface HistoryItem {
  readonly type: "purchase" | "depreciation" | "disposal";
  readonly description: string;
  readonly date: string;
  readonly value: string;
  readonly link?: string;
}

interface Charge {
  readonly date: string;
  readonly cents: number;
}

/**
 * What FreeAgent books of an asset by a day: the purchase, depreciation as its rules post it, and the disposal of the rest.
 * Of an asset that goes by other rules, and before its profile was changed, what this ledger charged.
 */
export async function historyOf(
  session: Session,
  asset: Asset,
  until: string,
  link: string | undefined,
): Promise<readonly HistoryItem[]> {
  const end = asset.disposal_date ?? until;
  const charges = [...(await charged(session, asset)), ...computed(asset)].filter(({ date }) => date <= end);
  const description = depreciationText(asset);
  const rest = charges.reduce((left, { cents }) => left - cents, asset.cost ?? 0);
  return [
    {
      type: "purchase",
      description: assetTypeOf(),
      date: asset.purchase_date,
      value: decimalText(asset.cost ?? 0),
      ...(link === undefined ? {} : { link }),
    },
    ...charges.map(({ date, cents }): HistoryItem => ({
      type: "depreciation",
      description,
      date,
      value: decimalText(-cents),
    })),
    ...(asset.disposal_date === null
      ? []
      : [{ type: "disposal" as const, description: "Disposal", date: end, value: decimalText(-rest) }]),
  ];
}

/** FreeAgent's kind of asset; this ledger does not know the account that a category names. */
export function assetTypeOf(): string {
  return "Other Capital Asset Purchase";
}

function isFreeAgents(asset: Asset): boolean {
  return termsInForce(asset).profile === "freeagent";
}

async function charged(session: Session, asset: Asset): Promise<readonly Charge[]> {
  const until = isFreeAgents(asset) ? asset.basis_date : "9999-12-31";
  if (until === null) return [];
  return session.query<Charge>(
    `select update_date as date, amount as cents from value_updates
     where asset_id = $1 and book = $2 and (period + interval '1 month - 1 day')::date <= $3::date and archived_at is null and period is not null
     order by update_date, id`,
    [asset.id, defaultBook, until],
  );
}

function computed(asset: Asset): readonly Charge[] {
  if (!isFreeAgents(asset)) return [];
  const terms = termsOf(asset);
  const rows = schedule(terms);
  if (!rows.ok) return [];
  return rows.value
    .map((row) => ({ date: dayText(postingDay(terms, row)), cents: row.charge }))
    .filter(({ cents }) => cents > 0);
}

// As in the document, where half of it a year is "Depreciation of 50%".
function depreciationText(asset: Asset): string {
  const { lifeMonths, rate } = termsInForce(asset);
  const percent = lifeMonths === null ? (rate ?? 0) / 100 : 1200 / lifeMonths;
  return percent === 0 ? "Depreciation" : `Depreciation of ${String(Math.round(percent * 100) / 100)}%`;
}

import { brokenRule } from "../store/failures";
import { assetById } from "./asset";
import { accountsOf } from "./chart";
import { postEntry } from "./entry";
import { lockAsset } from "./lock-asset";
import { refusalOf } from "./position-rules";
import { Refusal } from "./refusal";
import { settleCharged } from "./settle-charged";
import type { Asset } from "./asset";
import type { Column, Session } from "../store/store";

/** What of an asset can be changed in place. A field that is left out stays; null clears it. */
export interface Amendment {
  readonly name?: string;
  readonly assetType?: string;
  readonly cost?: number | null | undefined;
  readonly salvage?: number | null | undefined;
  readonly lifeMonths?: number | null | undefined;
  readonly costAccount?: string | undefined;
  readonly accumulatedAccount?: string | null | undefined;
  readonly memo?: string | null | undefined;
  readonly referenceNumber?: string | null | undefined;
  readonly metadata?: string | null | undefined;
  readonly actor?: string | undefined;
}

const columns: Readonly<Record<Exclude<keyof Amendment, "actor">, keyof Asset>> = {
  name: "name",
  assetType: "asset_type",
  cost: "cost",
  salvage: "salvage",
  lifeMonths: "life_months",
  costAccount: "cost_account",
  accumulatedAccount: "accumulated_account",
  memo: "memo",
  referenceNumber: "reference_number",
  metadata: "metadata",
};

/**
 * Changes the asset in place. Another cost posts the difference against asset clearing; accounts that carry amounts
 * already stay as they are, for what is posted is never moved in silence. Another cost, salvage value or life leaves the
 * months that are charged as they are, too: it is a change in estimate, for what is left.
 */
export async function amend(session: Session, known: Asset, amendment: Amendment): Promise<void> {
  // Two changes at once must follow one another, else both would post the difference to the same old cost.
  await lockAsset(session, known.id);
  const asset = (await assetById(session, known.business_id, known.id)) ?? known;
  checkPosted(asset, amendment);
  await checkAccumulated(session, asset, amendment);
  const changes = changesOf(asset, amendment);
  if (changes.length === 0) return;
  if (isOfTerms(asset, changes)) await settleCharged(session, asset.business_id, asset.id);
  const difference = costDifference(asset, amendment);
  if (difference !== 0) await moveCost(session, asset, difference);
  await write(session, asset, changes);
  if (difference !== 0) await postDifference(session, asset, difference, amendment.actor);
}

function checkPosted(asset: Asset, { costAccount, cost }: Amendment): void {
  if (
    costAccount !== undefined &&
    costAccount !== asset.cost_account &&
    (asset.cost !== null || asset.adjustments !== 0)
  )
    throw new Refusal("already-posted", "The asset's account cannot change: its cost is posted there.");
  if (asset.status === "disposed" && cost !== undefined && (cost ?? 0) !== (asset.cost ?? 0))
    throw new Refusal("asset-disposed", "The asset is disposed of; its cost cannot change.");
}

// Every book posts its depreciation to this one account.
async function checkAccumulated(session: Session, asset: Asset, { accumulatedAccount }: Amendment): Promise<void> {
  if (accumulatedAccount === undefined || accumulatedAccount === asset.accumulated_account) return;
  const [taken] = await session.query<{ book: string; cents: number }>(
    "select book, opening + charged as cents from positions where asset_id = $1 and opening + charged <> 0 limit 1",
    [asset.id],
  );
  if (taken === undefined) return;
  const message = "The accumulated_depreciation_account cannot change: depreciation of";
  throw new Refusal("already-posted", `${message} ${taken.cents} in book ${taken.book} is posted there.`);
}

type Change = readonly [column: keyof Asset, value: Column];

function changesOf(asset: Asset, amendment: Amendment): readonly Change[] {
  return Object.entries(columns).flatMap(([key, column]): readonly Change[] => {
    const value = amendment[key as keyof typeof columns];
    return value === undefined || value === asset[column] ? [] : [[column, value]];
  });
}

// The life counts where no depreciation rule says another.
function isOfTerms(asset: Asset, changes: readonly Change[]): boolean {
  const terms: readonly (keyof Asset)[] = ["cost", "salvage", ...(asset.rule_method === null ? lifeColumns : [])];
  return changes.some(([column, value]) => terms.includes(column) && (value ?? 0) !== (asset[column] ?? 0));
}

const lifeColumns = ["life_months"] as const;

function costDifference(asset: Asset, { cost }: Amendment): number {
  return cost === undefined ? 0 : (cost ?? 0) - (asset.cost ?? 0);
}

async function moveCost(session: Session, asset: Asset, difference: number): Promise<void> {
  try {
    await session.query("update positions set cost = cost + $2, movements = movements + 1 where asset_id = $1", [
      asset.id,
      difference,
    ]);
  } catch (error) {
    const message = "The original value cannot fall below what is already depreciated.";
    throw refusalOf(error, { book_value_not_negative: new Refusal("above-book-value", message) });
  }
}

async function write(session: Session, asset: Asset, changes: readonly Change[]): Promise<void> {
  const sets = changes.map(([column], index) => `${column} = $${String(index + 2)}`);
  try {
    await session.query(`update assets set ${sets.join(", ")}, updated_at = now() where id = $1`, [
      asset.id,
      ...changes.map(([, value]) => value),
    ]);
  } catch (error) {
    if (brokenRule(error) === undefined) throw error;
    throw new Refusal("invalid", "The salvage value must not exceed the original value.", "salvage_value");
  }
}

async function postDifference(
  session: Session,
  asset: Asset,
  difference: number,
  actor: string | undefined,
): Promise<void> {
  const clearing = (await accountsOf(session, asset.business_id)).get("ASSET_CLEARING") ?? "";
  const [debit, credit] = difference > 0 ? [asset.cost_account, clearing] : [clearing, asset.cost_account];
  await postEntry(session, asset.business_id, {
    assetId: asset.id,
    date: asset.purchase_date,
    kind: "COST_CORRECTION",
    memo: asset.name,
    actor,
    postings: [{ debit, credit, cents: Math.abs(difference) }],
  });
}

import { assetById } from "./asset";
import { accountsOf } from "./chart";
import { postEntry } from "./entry";
import { journalPending } from "./journal-pending";
import { Refusal } from "./refusal";
import { defaultBook } from "./update-types";
import type { Asset } from "./asset";
import type { StableName } from "./chart";
import type { Posting } from "./entry";
import type { Session, Store } from "../store/store";

export interface Disposal {
  /** yyyy-mm-dd */
  readonly date: string;
  readonly method: string;
  /** Proceeds in cents. */
  readonly cents: number;
  readonly notes: string | null;
  readonly actor?: string | undefined;
}

/**
 * Takes the asset out of the books of every book it stands in: cost and accumulated depreciation go, the proceeds come
 * in as cash, and the rest is gain or loss. Gives the asset after it, and the gain (above 0) or loss of the default
 * book in cents. Charges up to the disposal are what the runs before it wrote.
 */
export async function dispose(
  store: Store,
  businessId: string,
  assetId: string,
  disposal: Disposal,
): Promise<{ readonly asset: Asset; readonly gain: number }> {
  return store.transaction(async (session) => {
    const asset = await disposable(session, businessId, assetId, disposal);
    const positions = await closePositions(session, asset.id);
    // What was charged without a journal entry must be in the books before it can leave them: also what a run was writing
    // for which the closing waited.
    await journalPending(session, businessId, { assetIds: [asset.id], actor: disposal.actor });
    const accounts = await accountsOf(session, businessId);
    for (const position of positions) {
      const postings = postingsOf(asset, position, disposal.cents, (name) => accounts.get(name) ?? "");
      await postEntry(session, businessId, {
        assetId: asset.id,
        date: disposal.date,
        kind: "DISPOSAL",
        memo: asset.name,
        book: position.book,
        actor: disposal.actor,
        postings,
      });
    }
    const gone = await assetById(session, businessId, asset.id);
    const position = positions.find(({ book }) => book === defaultBook);
    if (gone === undefined || position === undefined) throw new Error(`Asset ${asset.id} vanished in its disposal.`);
    return { asset: gone, gain: disposal.cents - carryingOf(position) };
  });
}

async function disposable(session: Session, businessId: string, id: string, disposal: Disposal): Promise<Asset> {
  const before = await assetById(session, businessId, id);
  if (before === undefined) throw new Refusal("not-found", "Fixed asset not found");
  if (before.status === "disposed")
    throw new Refusal("state-conflict", `The asset is already disposed of since ${before.disposal_date ?? ""}.`);
  if (disposal.date < before.purchase_date)
    throw new Refusal("invalid", `disposal_date is ${disposal.date}, before the purchase on ${before.purchase_date}.`);
  const taken = await session.query(
    `update assets set status = 'disposed', disposal_date = $2, disposal_method = $3, disposal_amount = $4,
       disposal_notes = $5, updated_at = now()
     where id = $1 and status <> 'disposed' returning id`,
    [before.id, disposal.date, disposal.method, disposal.cents, disposal.notes],
  );
  if (taken.length === 0) throw new Refusal("state-conflict", "The asset is already disposed of.");
  return before;
}

interface Position {
  readonly book: string;
  readonly cost: number;
  readonly opening: number;
  readonly adjustments: number;
  readonly charged: number;
}

// Closing waits for postings in flight, and the database refuses whatever would move a position that is closed.
async function closePositions(session: Session, assetId: string): Promise<readonly Position[]> {
  return session.query<Position>(
    `update positions set closed_after = movements where asset_id = $1
     returning book, cost, opening, adjustments, charged`,
    [assetId],
  );
}

function carryingOf({ cost, adjustments, opening, charged }: Position): number {
  return cost + adjustments - opening - charged;
}

function postingsOf(
  asset: Asset,
  position: Position,
  proceeds: number,
  account: (name: StableName) => string,
): readonly Posting[] {
  const carrying = carryingOf(position);
  const taken = position.opening + position.charged;
  const credit = asset.cost_account;
  return [
    ...(taken === 0 ? [] : [{ debit: accumulatedAccountOf(asset, position.book, taken), credit, cents: taken }]),
    { debit: account("CASH"), credit, cents: Math.min(proceeds, carrying) },
    { debit: account("CASH"), credit: account("GAIN_ON_DISPOSAL"), cents: Math.max(0, proceeds - carrying) },
    { debit: account("LOSS_ON_DISPOSAL"), credit, cents: Math.max(0, carrying - proceeds) },
  ];
}

function accumulatedAccountOf({ accumulated_account: account, name }: Asset, book: string, taken: number): string {
  if (account !== null) return account;
  const message = `has no accumulated depreciation account to take ${taken} of book ${book} from; give it one first.`;
  throw new Refusal("no-accumulated-account", `Asset "${name}" ${message}`);
}

import { dayText, fail, firstDay, lastDay, monthText } from "../../src/engine";
import { Overtaken } from "../store/again";
import { accumulatedOf, bookValueOf } from "./asset";
import { assetsFor, lockChosen } from "./chosen-assets";
import { checkOpen } from "./closing";
import { journalPending } from "./journal-pending";
import { monthCharge } from "./month-charge";
import { postUpdates } from "./post-updates";
import { Refusal } from "./refusal";
import { defaultBook, depreciation } from "./update-types";
import type { Month, Result } from "../../src/engine";
import type { Asset } from "./asset";
import type { NoCharge } from "./month-charge";
import type { Outcome, ValueUpdate } from "./post-updates";
import type { Session } from "../store/store";

/** A month's charge of one asset that a run would write, in cents. */
export interface PlannedCharge {
  readonly asset: Asset;
  readonly cents: number;
  readonly accumulatedAfter: number;
  readonly bookValueAfter: number;
}

/** What a run of the month would do: the preview shows it, the run carries it out. */
export interface Plan {
  readonly charges: readonly PlannedCharge[];
  /** A sentence for each asset that will not be charged although one might expect it. */
  readonly errors: readonly string[];
}

/** What a run did. Amounts in cents. */
export interface Run {
  readonly assetsProcessed: number;
  readonly total: number;
  readonly entriesCreated: number;
  readonly journalEntriesCreated: number;
  readonly errors: readonly string[];
}

interface RunRequest {
  readonly month: Month;
  /** These assets; without, all that are active. */
  readonly assetIds?: readonly string[] | undefined;
  readonly journaled: boolean;
  readonly actor?: string | undefined;
}

/** Plans the month for these assets or all active ones; writes nothing. Refusal: a month that is closed. */
export async function planRun(
  session: Session,
  businessId: string,
  { month, assetIds }: Pick<RunRequest, "month" | "assetIds">,
): Promise<Plan> {
  await checkOpen(session, businessId, dayText(lastDay(month)));
  const assets = await assetsFor(session, businessId, assetIds);
  const taken = await chargedIn(session, businessId, month);
  const charges: PlannedCharge[] = [];
  const errors = unknownIds(assets, assetIds);
  let total = 0;
  for (const asset of assets) {
    const charge = taken.has(asset.id) ? alreadyCharged(month) : monthCharge(asset, month);
    if (!charge.ok) {
      if (assetIds !== undefined || !charge.problem.usual) errors.push(naming(asset, charge.problem.why));
    } else if (total + charge.value > Number.MAX_SAFE_INTEGER) {
      errors.push(naming(asset, `would take the total beyond ${Number.MAX_SAFE_INTEGER}; run it on its own`));
    } else {
      total += charge.value;
      charges.push(planned(asset, charge.value));
    }
  }
  return { charges, errors };
}

function alreadyCharged(month: Month): Result<number, NoCharge> {
  return fail({ why: `is already depreciated for ${monthText(month)}`, usual: false });
}

/**
 * Runs the month in one transaction, which `transact` begins; a charge that is there already is told, never written twice.
 */
export async function runDepreciation<T>(
  transact: (run: (session: Session) => Promise<Run>) => Promise<T>,
  businessId: string,
  request: RunRequest,
): Promise<T> {
  const run = (session: Session): Promise<Run> => runIn(session, businessId, request);
  try {
    return await transact(run);
  } catch (error) {
    // A posting through another door came between plan and run and left less to depreciate: a new plan sees it.
    if (!(error instanceof Refusal && error.word === "above-book-value")) throw error;
    return transact(run);
  }
}

async function runIn(session: Session, businessId: string, request: RunRequest): Promise<Run> {
  await lockChosen(session, businessId, request.assetIds);
  const plan = await planRun(session, businessId, request);
  const updates = plan.charges.map((charge) => updateOf(charge, request));
  const outcomes = await postUpdates(session, businessId, updates);
  const posted = plan.charges.filter((_charge, index) => outcomes[index]?.kind === "posted");
  await checkUnmoved(session, posted);
  const caughtUp = request.journaled ? await journalPending(session, businessId, request) : 0;
  return {
    assetsProcessed: posted.length,
    total: posted.reduce((sum, charge) => sum + charge.cents, 0),
    entriesCreated: posted.length,
    journalEntriesCreated: (request.journaled ? posted.length : 0) + caughtUp,
    errors: [...plan.errors, ...outcomes.flatMap(refusalText)],
  };
}

// What was planned rests on what had been charged by then. The database lets a posting through another door come in
// between, and only a book value below zero would stop the two.
async function checkUnmoved(session: Session, posted: readonly PlannedCharge[]): Promise<void> {
  const planned = posted.map(({ asset }) => ({ id: asset.id, movements: asset.movements }));
  const moved = await session.query(
    `select s.asset_id from json_to_recordset($1::json) as p(id uuid, movements integer)
       join positions s on s.asset_id = p.id and s.book = $2
     where s.movements <> p.movements + 1 limit 1`,
    [JSON.stringify(planned), defaultBook],
  );
  if (moved.length > 0) throw new Overtaken("A posting came between the plan of a run and its charges.");
}

function updateOf({ asset, cents }: PlannedCharge, { month, journaled, actor }: RunRequest): ValueUpdate {
  return {
    assetId: asset.id,
    type: depreciation,
    cents,
    date: dayText(lastDay(month)),
    book: defaultBook,
    counter: { stableName: "DEPRECIATION" },
    door: "dayzero",
    journaled,
    actor,
  };
}

function refusalText(outcome: Outcome): readonly string[] {
  return outcome.kind === "refused" ? [outcome.refusal.message] : [];
}

async function chargedIn(session: Session, businessId: string, month: Month): Promise<ReadonlySet<string>> {
  const rows = await session.query<{ asset_id: string }>(
    `select asset_id from value_updates
     where business_id = $1 and book = $2 and period = $3 and archived_at is null`,
    [businessId, defaultBook, dayText(firstDay(month))],
  );
  return new Set(rows.map((row) => row.asset_id));
}

function unknownIds(assets: readonly Asset[], assetIds: readonly string[] = []): string[] {
  const found = new Set(assets.map((asset) => asset.id));
  const missing = [...new Set(assetIds)].filter((id) => !found.has(id.toLowerCase()));
  return missing.map((id) => `Asset ${id}: does not exist in this business.`);
}

function planned(asset: Asset, cents: number): PlannedCharge {
  return {
    asset,
    cents,
    accumulatedAfter: accumulatedOf(asset) + cents,
    bookValueAfter: bookValueOf(asset) - cents,
  };
}

function naming(asset: Asset, why: string): string {
  return `Asset ${asset.id} "${asset.name}": ${why.replace(/\.$/, "")}.`;
}

import { amend } from "../books/amend";
import { settleCharged } from "../books/settle-charged";
import { objectOf } from "../doors/schema";
import { Unprocessable } from "./answers";
import { baseOf } from "./base";
import { capitalAssetTerms, checkForm } from "./capital-asset-terms";
import { costOf } from "./cost";
import { expenseNamed, expenseProperties, shownExpense } from "./expense";
import type { Session, Store } from "../store/store";
import type { CapitalAssetTerms, GivenCapitalAsset } from "./capital-asset-terms";
import type { Expense } from "./expense";
import type { FastifyInstance } from "fastify";

interface Given extends GivenCapitalAsset {
  readonly user?: string;
  readonly category?: string;
  readonly dated_on?: string;
  readonly currency?: string;
  readonly gross_value?: string;
  readonly description?: string;
  readonly receipt_reference?: string | null;
}

const body = objectOf(["expense"], { expense: objectOf([], expenseProperties) });

/**
 * Changes what the request gives of a purchase. Another amount is posted as a difference; another profile counts from the
 * first month that is not charged. Date, currency and reference are what entries rest on, and stay.
 */
export function putExpense(app: FastifyInstance, store: Store): void {
  app.put<{ Params: { id: string }; Body: { expense: Given } }>(
    "/v2/expenses/:id",
    { schema: { body } },
    async (request) => {
      const { businessId } = request;
      const expense = await store.transaction(async (session) => {
        const known = await expenseNamed(session, businessId, request.params.id);
        await change(session, businessId, known, request.body.expense);
        return expenseNamed(session, businessId, known.id);
      });
      return { expense: shownExpense(expense, baseOf(request)) };
    },
  );
}

async function change(session: Session, businessId: string, known: Expense, given: Given): Promise<void> {
  checkForm(given, known.form);
  checkFixed("dated_on", given.dated_on, known.asset.purchase_date);
  checkFixed("currency", given.currency, known.currency);
  checkFixed("receipt_reference", given.receipt_reference, known.asset.asset_key);
  const terms = capitalAssetTerms(given);
  await amend(session, known.asset, {
    ...(given.description === undefined ? {} : { name: given.description }),
    ...(given.gross_value === undefined ? {} : { cost: costOf(given.gross_value) }),
  });
  if (terms !== undefined) await changeTerms(session, businessId, known.asset.id, terms);
  await session.query(
    `update expenses set claimant = coalesce($3, claimant), category = coalesce($4, category),
       form = coalesce($5, form), updated_at = clock_timestamp()
     where business_id = $1 and id = $2`,
    [businessId, known.id, given.user ?? null, given.category ?? null, terms?.form ?? null],
  );
}

function checkFixed(field: string, given: string | null | undefined, posted: string | null): void {
  if (given === undefined || given === posted) return;
  throw new Unprocessable(`${field} is ${given ?? "null"}, but the purchase is posted with ${posted ?? "none"}.`);
}

async function changeTerms(
  session: Session,
  businessId: string,
  assetId: string,
  { method, lifeMonths, rate, frequency }: CapitalAssetTerms,
): Promise<void> {
  await settleCharged(session, businessId, assetId);
  await session.query(
    `update assets set method = $3, life_months = $4, rate = $5, frequency = $6, profile = 'freeagent',
       updated_at = now()
     where business_id = $1 and id = $2`,
    [businessId, assetId, method, lifeMonths, rate, frequency],
  );
}

import { randomUUID } from "node:crypto";
import { acquire } from "../books/acquire";
import { assetByKey } from "../books/asset";
import { accountsOf } from "../books/chart";
import { placeInService } from "../books/place-in-service";
import { objectOf } from "../doors/schema";
import { Unprocessable } from "./answers";
import { baseOf } from "./base";
import { capitalAssetTerms } from "./capital-asset-terms";
import { costOf } from "./cost";
import { expenseNamed, expenseProperties, shownExpense } from "./expense";
import type { NewAsset } from "../books/acquire";
import type { Session, Store } from "../store/store";
import type { CapitalAssetTerms, GivenCapitalAsset } from "./capital-asset-terms";
import type { FastifyInstance } from "fastify";

interface Given extends GivenCapitalAsset {
  readonly user: string;
  readonly category: string;
  readonly dated_on: string;
  readonly currency?: string;
  readonly gross_value: string;
  readonly description: string;
  readonly receipt_reference?: string | null;
}

const body = objectOf(["expense"], {
  expense: objectOf(["user", "category", "dated_on", "gross_value", "description"], expenseProperties),
});

const usualCurrency = "GBP";

/** Records the purchase of a capital asset: the asset is in service from that day, and its cost in the books. */
export function postExpense(app: FastifyInstance, store: Store): void {
  app.post<{ Body: { expense: Given } }>("/v2/expenses", { schema: { body } }, async (request, reply) => {
    const { businessId, body: given } = request;
    const terms = capitalAssetTerms(given.expense);
    if (terms === undefined)
      throw new Unprocessable(
        "capital_asset is missing; this ledger records only expenses that are purchases of capital assets.",
      );
    const expense = await store.transaction(async (session) => {
      const id = await write(session, businessId, given.expense, terms);
      return expenseNamed(session, businessId, id);
    });
    const shown = shownExpense(expense, baseOf(request));
    return reply.code(201).header("location", shown.url).send({ expense: shown });
  });
}

async function write(session: Session, businessId: string, given: Given, terms: CapitalAssetTerms): Promise<string> {
  const { currency = usualCurrency } = given;
  await checkCurrency(session, businessId, currency);
  const assetId = await acquire(session, businessId, await newAsset(session, businessId, given, terms));
  if (assetId === undefined) throw await taken(session, businessId, given.receipt_reference ?? "");
  await placeInService(session, businessId, assetId, given.dated_on);
  const id = randomUUID();
  await session.query(
    `insert into expenses (id, business_id, asset_id, claimant, category, currency, form)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, businessId, assetId, given.user, given.category, currency, terms.form],
  );
  return id;
}

// The books add amounts up as they stand, so they can only have one currency.
async function checkCurrency(session: Session, businessId: string, currency: string): Promise<void> {
  const kept = (await currencyOf(session, businessId)) ?? (await currencyBesideOthers(session, businessId));
  if (kept === undefined || kept === currency) return;
  throw new Unprocessable(`currency is "${currency}", but these books are kept in ${kept}.`);
}

// Of those who each bring the first expense at once, one is the first.
async function currencyBesideOthers(session: Session, businessId: string): Promise<string | undefined> {
  await session.query("select id from businesses where id = $1 for no key update", [businessId]);
  return currencyOf(session, businessId);
}

async function currencyOf(session: Session, businessId: string): Promise<string | undefined> {
  const [first] = await session.query<{ currency: string }>(
    "select currency from expenses where business_id = $1 order by created_at limit 1",
    [businessId],
  );
  return first?.currency;
}

async function newAsset(
  session: Session,
  businessId: string,
  given: Given,
  { method, lifeMonths, rate, frequency }: CapitalAssetTerms,
): Promise<NewAsset> {
  const accounts = await accountsOf(session, businessId);
  return {
    assetKey: given.receipt_reference ?? null,
    name: given.description,
    assetType: "EQUIPMENT",
    cost: costOf(given.gross_value),
    salvage: 0,
    lifeMonths,
    rate,
    frequency,
    profile: "freeagent",
    method,
    purchaseDate: given.dated_on,
    serviceDate: given.dated_on,
    opening: undefined,
    costAccount: accounts.get("FIXED_ASSETS") ?? "",
    accumulatedAccount: accounts.get("ACCUMULATED_DEPRECIATION") ?? null,
  };
}

async function taken(session: Session, businessId: string, key: string): Promise<Unprocessable> {
  const asset = await assetByKey(session, businessId, key);
  return new Unprocessable(`receipt_reference "${key}" is taken by asset ${asset?.id ?? "of this business"}.`);
}

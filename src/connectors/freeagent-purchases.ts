import { amountOf, dayText, fail, ok, type Result } from "../engine";
import type {
  Answer,
  CapitalAsset,
  Connection,
  DepreciationProfile,
  HeldPurchase,
  Misfit,
  ProfiledTerms,
  Purchase,
  PurchasesVerb,
} from "./connector";
import { type CapitalAssetAnswer, type ExpenseAnswer, type HistoryItem, expense } from "./freeagent-answers";
import { allRows, asked, capitalAssetPage, listPage, written } from "./freeagent-wire";
import { object } from "./read";
import { refusal } from "./words";

export const purchasesVerb: PurchasesVerb = { profileOf, capitalAssets, purchases, create, change };

// FreeAgent, "Depreciation Profiles", the methods' parameters.
const [leastYears, mostYears] = [2, 25];
const [leastPercent, mostPercent] = [1, 99];

/** The profile that says these terms, or which of them FreeAgent cannot hold. */
function profileOf({
  method,
  lifeMonths,
  rate,
  salvage,
  frequency,
}: ProfiledTerms): Result<DepreciationProfile, Misfit> {
  if (method === "NONE") return ok({ method: "no_depreciation" });
  if (method === "SL") {
    if (salvage !== 0)
      return misfit("salvage", "FreeAgent writes an asset down to 0, but the row has a salvage value.");
    if (rate !== undefined)
      return misfit("rate", "FreeAgent takes a life for a straight line, but the row has a rate.");
    const years = (lifeMonths ?? NaN) / 12;
    if (Number.isInteger(years) && years >= leastYears && years <= mostYears)
      return ok({ method: "straight_line", years, frequency });
    const given = lifeMonths === undefined ? "missing" : `${lifeMonths} months`;
    return misfit("life", `The life is ${given}, but FreeAgent takes ${leastYears} to ${mostYears} whole years.`);
  }
  if (method === "RB") {
    if (salvage !== 0) return misfit("salvage", "FreeAgent knows no salvage value. Empty it for a reducing balance.");
    // A rate is a binary fraction: 0.29 * 100 is not 29, but the nearest whole percent is.
    const percent = Math.round((rate ?? NaN) * 100);
    const isWhole = Math.abs((rate ?? NaN) * 100 - percent) < 1e-9;
    if (isWhole && percent >= leastPercent && percent <= mostPercent)
      return ok({ method: "reducing_balance", percent, frequency });
    const given = rate === undefined ? "missing" : `${Number((rate * 100).toPrecision(12))} %`;
    return misfit("rate", `The rate is ${given}, but FreeAgent takes ${leastPercent} to ${mostPercent} whole percent.`);
  }
  return misfit("method", `FreeAgent has no method for ${method}. It has SL, RB and NONE.`);
}

function misfit(field: Misfit["field"], sentence: string): Result<never, Misfit> {
  return fail({ field, sentence });
}

async function capitalAssets(connection: Connection): Answer<readonly CapitalAsset[]> {
  const rows = await allRows(connection, (page) => capitalAssetPage(connection, page));
  return rows.ok ? ok(rows.value.map(capitalAssetOf)) : rows;
}

function capitalAssetOf({ url, description, purchased_on, ...rest }: CapitalAssetAnswer): CapitalAsset {
  const history = rest.capital_asset_history ?? [];
  const [cost] = valued(history, "purchase");
  return {
    ledgerId: url,
    name: description,
    purchased: purchased_on,
    booked: valued(history, "depreciation"),
    ...(cost === undefined ? {} : { cost: cost.amount }),
    ...(rest.disposed_on === undefined ? {} : { disposed: rest.disposed_on }),
    ...(rest.depreciation_profile === undefined ? {} : { profile: rest.depreciation_profile }),
  };
}

/** What the items of a type have as their value. What is taken from an asset is written below 0. */
function valued(history: readonly HistoryItem[], wanted: string): CapitalAsset["booked"] {
  return history.flatMap(({ type, date, value }) =>
    type === wanted && value !== undefined ? [{ date, amount: Math.abs(value) as typeof value }] : [],
  );
}

/** The expenses that bought capital assets. */
async function purchases(connection: Connection): Answer<readonly HeldPurchase[]> {
  const rows = await allRows(connection, (page) => listPage(connection, "expenses", page, expense));
  return rows.ok ? ok(rows.value.flatMap((one) => (one.capital_asset === undefined ? [] : [heldOf(one)]))) : rows;
}

async function create(connection: Connection, purchase: Purchase, signal?: AbortSignal): Answer<HeldPurchase> {
  const { asset, name, cost, decimals, currency, datedOn, user, category, profile } = purchase;
  if (cost <= 0) {
    return fail(refusal(connection, "rejected", "The cost is 0, but a purchase costs something.", { field: "cost" }));
  }
  const given = {
    ...{ user, category, dated_on: dayText(datedOn), currency },
    // Money that goes out is below 0, and an amount is text.
    gross_value: (-amountOf(cost, decimals)).toFixed(decimals),
    description: name,
    // Ours to know it again by: the id that the register has for the asset.
    receipt_reference: asset,
    capital_asset: { depreciation_profile: profileBody(profile) },
  };
  return sent(connection, {
    method: "POST",
    path: "/v2/expenses",
    body: written(connection, { expense: given }),
    signal,
  });
}

async function change(
  connection: Connection,
  held: HeldPurchase,
  profile: DepreciationProfile,
  signal?: AbortSignal,
): Answer<HeldPurchase> {
  const id = /\/expenses\/([\w-]+)$/.exec(held.ledgerId)?.[1];
  if (id === undefined) {
    return fail(refusal(connection, "rejected", `"${held.ledgerId}" is no address of an expense.`, { field: "url" }));
  }
  const body = written(connection, { expense: { capital_asset: { depreciation_profile: profileBody(profile) } } });
  // The id alone is taken from the address, so that the token goes nowhere but where the connection says.
  return sent(connection, { method: "PUT", path: `/v2/expenses/${id}`, body, signal });
}

async function sent(connection: Connection, request: Parameters<typeof asked>[1]): Answer<HeldPurchase> {
  const answer = await asked(connection, request, object({ expense }));
  return answer.ok ? ok(heldOf(answer.value.expense)) : answer;
}

/** Only the parameters of the method itself: another one's would be refused, or worse, be believed. */
function profileBody(profile: DepreciationProfile): object {
  switch (profile.method) {
    case "straight_line":
      return { method: profile.method, asset_life_years: profile.years, frequency: profile.frequency };
    case "reducing_balance":
      return {
        method: profile.method,
        annual_depreciation_percentage: profile.percent,
        frequency: profile.frequency,
      };
    case "no_depreciation":
      return { method: profile.method };
  }
}

function heldOf({ url, dated_on, gross_value, receipt_reference, capital_asset }: ExpenseAnswer): HeldPurchase {
  return {
    ledgerId: url,
    datedOn: dated_on,
    cost: Math.abs(gross_value) as typeof gross_value,
    ...(receipt_reference === undefined ? {} : { asset: receipt_reference }),
    ...(capital_asset?.url === undefined ? {} : { capitalAsset: capital_asset.url }),
    ...(capital_asset?.profile === undefined ? {} : { profile: capital_asset.profile }),
  };
}

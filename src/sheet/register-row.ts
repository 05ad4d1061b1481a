/** Reads one row of the register into an asset that the engine can compute. */
import type {
  AssetTerms,
  Cents,
  Day,
  Decimals,
  ExtraTerms,
  Method,
  Opening,
  Problem,
  Profile,
  Result,
} from "../engine";
import {
  amountOf,
  bookOf,
  conventionOfProfile,
  dayText,
  exactCents,
  frequencyNamed,
  methodNamed,
  profileNamed,
  roundedCents,
  usualConvention,
} from "../engine";
import type { SheetSettings } from "./matrix";
import type { RegisterHeader } from "./register-columns";
import { inWordsOf, type RowReader } from "./row-reader";

type Row = RowReader<RegisterHeader>;

export interface RegisterAsset {
  /** 0-based in the matrix that was read; the header is row 0. */
  readonly row: number;
  readonly id: string;
  /** "" where the register has none; so are class, cost centre and ledger id. */
  readonly description: string;
  readonly assetClass: string;
  readonly acquired?: Day;
  readonly inService: Day;
  /** By the month, dated. */
  readonly terms: AssetTerms;
  readonly cost: Cents;
  readonly salvage: Cents;
  readonly costCentre: string;
  readonly ledgerId: string;
}

/**
 * The asset of a row, or undefined after reporting, at their cells, the problems that keep it from being computed.
 *
 * @param check whether the engine is asked as well; who computes the asset next finds out what it refuses
 */
export function assetOf(row: Row, settings: SheetSettings, check: boolean): RegisterAsset | undefined {
  row.require("Asset", "Cost", "In service");
  const id = row.text("Asset");
  const texts = textsOf(row);
  const dates = datesOf(row);
  const money = moneyOf(row, settings.decimals);
  const terms = termsOf(row, money, dates.inService, settings);
  if (terms === undefined || money.cost === undefined || dates.inService === undefined) return undefined;
  if (check) checkComputable(row, terms);
  if (!row.isSound) return undefined;
  const { acquired, inService } = dates;
  const { cost, salvage } = money;
  return {
    row: row.row,
    id,
    ...texts,
    ...(acquired === undefined ? {} : { acquired }),
    inService,
    terms,
    cost,
    salvage,
  };
}

function textsOf(row: Row): Pick<RegisterAsset, "description" | "assetClass" | "costCentre" | "ledgerId"> {
  return {
    description: row.text("Description"),
    assetClass: row.text("Class"),
    costCentre: row.text("Cost centre"),
    ledgerId: row.text("Ledger id"),
  };
}

function datesOf(row: Row): { readonly acquired: Day | undefined; readonly inService: Day | undefined } {
  const acquired = row.day("Acquired");
  const inService = row.day("In service");
  if (acquired !== undefined && inService !== undefined && inService < acquired) {
    const days = { inService: dayText(inService), acquired: dayText(acquired) };
    row.report("In service", { code: "in-service-before-acquired", ...days });
  }
  return { acquired, inService };
}

interface Money {
  readonly cost: Cents | undefined;
  readonly salvage: Cents;
}

/** A salvage is often worked out, as 10 % of the cost, and so is rounded; a cost is posted, and so is exact. */
function moneyOf(row: Row, decimals: Decimals): Money {
  const cost = row.notNegative("Cost");
  const salvage = row.notNegative("Salvage") ?? 0;
  const none = 0 as Cents;
  return {
    cost: cost === undefined ? undefined : row.take("Cost", exactCents(cost, decimals, "Cost")),
    salvage: row.take("Salvage", roundedCents(salvage, decimals, "Salvage")) ?? none,
  };
}

function termsOf(
  row: Row,
  { cost, salvage }: Money,
  inService: Day | undefined,
  { decimals, yearEnd }: SheetSettings,
): AssetTerms | undefined {
  const profile = row.choice("Profile", profileNamed);
  const method = row.choice("Method", methodNamed) ?? straightLine;
  const life = lifeOf(row);
  const extra = extraOf(row, method, life);
  const beyond = { ...optional("extra", extra), ...optional("profile", profile) };
  const convention =
    row.choice("Convention", (text) => conventionOfProfile(profile, text)) ?? usualConvention({ method, ...beyond });
  const pace = {
    ...life,
    ...optional("rate", row.number("Rate")),
    ...optional("factor", row.positive("Factor")),
  };
  checkLimits(row, profile?.limits, pace);
  const opening = openingOf(row, decimals);
  if (cost === undefined || inService === undefined || !row.isSound) return undefined;
  return {
    cost: amountOf(cost, decimals),
    salvage: amountOf(salvage, decimals),
    decimals,
    method,
    ...pace,
    frequency: month,
    dated: { inService, yearEnd, convention },
    ...optional("opening", opening),
    ...beyond,
  };
}

/** The engine computes any life and rate; the row's system may refuse it all the same. */
function checkLimits(row: Row, limits: Profile["limits"], { lifeYears, lifeMonths, rate }: Partial<AssetTerms>): void {
  if (limits === undefined) return;
  const [years, what] =
    lifeYears === undefined
      ? ([(lifeMonths ?? NaN) / 12, "Life (months)"] as const)
      : ([lifeYears, "Life (years)"] as const);
  if (years < limits.lifeYears.least || years > limits.lifeYears.most) {
    row.report(what, { code: "out-of-range", what: "The life in years", given: years, ...limits.lifeYears });
  }
  // A rate is a binary fraction: 0.29 * 100 is not 29, but twelve digits of it are.
  const percent = rate === undefined ? undefined : Number((rate * 100).toPrecision(12));
  if (percent === undefined) return;
  const { least, most } = limits.ratePercent;
  if (percent < least || percent > most) {
    row.report("Rate", { code: "out-of-range", what: "The rate in percent", given: percent, least, most });
  } else if (!Number.isInteger(percent)) {
    row.report("Rate", { code: "not-whole", what: "The rate in percent", given: percent });
  }
}

/** The terms that the method alone needs. */
function extraOf(row: Row, method: Method, life: Life): ExtraTerms | undefined {
  const totalUnits = row.positive("Total units");
  const lifeYears = life.lifeYears ?? (life.lifeMonths === undefined ? undefined : life.lifeMonths / 12);
  const extra = method.extraOf?.({ ...optional("lifeYears", lifeYears), ...optional("totalUnits", totalUnits) });
  if (extra === undefined || extra.ok) return extra?.value;
  reportAt(row, extra.problem);
  return undefined;
}

type Life = Pick<AssetTerms, "lifeYears" | "lifeMonths">;

function lifeOf(row: Row): Life {
  const years = row.positive("Life (years)");
  const months = row.positive("Life (months)");
  if (row.has("Life (years)") && row.has("Life (months)")) {
    const [first, second] = [`${row.plain("Life (years)")} years`, `${row.plain("Life (months)")} months`];
    row.report("Life (months)", { code: "given-twice", what: "The life", first, second });
  }
  return { ...optional("lifeYears", years), ...optional("lifeMonths", months) };
}

/** Both or neither; an amount of 0 without a date says that nothing was charged yet. */
function openingOf(row: Row, decimals: Decimals): Opening | undefined {
  const [there, missing] = ["Opening accumulated", "Opening date"] as const;
  const accumulated = row.notNegative(there);
  const asOf = row.day(missing);
  if (row.has(missing) && !row.has(there)) {
    row.report(there, { code: "opening-incomplete", there: missing, missing: there });
  }
  if (accumulated !== undefined && accumulated > 0 && !row.has(missing)) {
    row.report(missing, { code: "opening-incomplete", there, missing });
  }
  if (accumulated === undefined || asOf === undefined) return undefined;
  const exact = row.take(there, exactCents(accumulated, decimals, there));
  return exact === undefined ? undefined : { accumulated: amountOf(exact, decimals), asOf };
}

/** Lets the engine open the asset's books, which takes no month of it, so that what it refuses is told at a cell. */
function checkComputable(row: Row, terms: AssetTerms): void {
  const book = bookOf(terms);
  if (!book.ok) reportAt(row, book.problem);
}

/** Tells a problem of the engine at the cell that it is about. */
function reportAt(row: Row, problem: Problem): void {
  const life = row.has("Life (months)") ? "Life (months)" : "Life (years)";
  const what = "what" in problem ? problem.what : "";
  if (problem.code === "missing" && what === "life") {
    row.report(firstColumn(row, [life, "Life (months)", "Rate"]), { code: "life-or-rate-missing" });
    return;
  }
  const [own, nearest] = [headers[what], nearby[what] ?? unnamed[problem.code]];
  if (own !== undefined) row.report(own, inWordsOf(own, problem));
  else if (nearest !== undefined) row.report(nearest, problem);
  else row.report(firstColumn(row, [life]), what === "life" ? inWordsOf(life, problem) : problem);
}

/** The engine's words for what a row gives, where they have a column of their own. */
const headers: Readonly<Record<string, RegisterHeader>> = {
  cost: "Cost",
  salvage: "Salvage",
  rate: "Rate",
  factor: "Factor",
  "total units": "Total units",
  "opening accumulated": "Opening accumulated",
};

/** The engine's words for what no column gives, and the column that asks for it. */
const nearby: Readonly<Record<string, RegisterHeader>> = {
  "a list of charges": "Method",
  "MACRS convention": "Convention",
};

/** Where problems show by their kind; any other one is about how long the asset lives. */
const unnamed: Readonly<Partial<Record<Problem["code"], RegisterHeader>>> = {
  "salvage-above-cost": "Salvage",
  "life-is-over": "Opening date",
  "without-start-only": "Method",
};

function firstColumn(row: Row, wanted: readonly RegisterHeader[]): RegisterHeader {
  return wanted.find((header) => row.hasColumn(header)) ?? "Asset";
}

/** A field that is left out where it has no value. */
function optional<K extends string, V>(key: K, value: V | undefined): { readonly [Key in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [Key in K]: V });
}

/** What counts where a cell is blank. That the engine knows the word is our own promise. */
function usual<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`the engine does not know a word of the register's defaults: ${result.problem.code}`);
  return result.value;
}

const straightLine = usual(methodNamed("SL"));
const month = usual(frequencyNamed("month"));

import { ok, type Result } from "../../src/engine";
import type { Register, RuleRow } from "../../src/sheet";
import { writeRegisterTerms, type AssetCells } from "../workbook/write-register-terms";
import { readAgain } from "./gather";
import { lookForRegister } from "./register";

/** What came of copying, in one sentence for people. */
export async function copyIntoRegister(rules: readonly RuleRow[]): Promise<Result<string, string>> {
  const read = await readAgain();
  if (!read.ok) return read;
  const { register, places } = read.value;
  const terms = termsByAsset(rules, register);
  const cells = new Map([...terms].flatMap(([asset, one]) => (typeof one === "string" ? [] : [[asset, one] as const])));
  const left = [...terms].flatMap(([asset, one]) => (typeof one === "string" ? [`${asset}: ${one}`] : []));
  const place = places.register;
  const written = place === undefined ? ok(0) : await writeRegisterTerms(place, register.places, cells);
  if (!written.ok) return { ok: false, problem: written.problem.sentence };
  await lookForRegister();
  const told = `Terms of ${cells.size} assets are in the register, ${written.value} cells changed.`;
  return ok(left.length === 0 ? told : `${told} Left out: ${left.slice(0, mostTold).join(" ")}`);
}

const mostTold = 5;

/** The register's cells for each of its assets that has a rule; or why a rule's terms cannot be taken. */
export function termsByAsset(
  rules: readonly RuleRow[],
  { ids, places }: Pick<Register, "ids" | "places">,
): ReadonlyMap<string, AssetCells | string> {
  const found = new Map<string, AssetCells | string>();
  for (const rule of rules) {
    if (rule.isDeletion || !ids.has(rule.asset)) continue;
    const several = "it has several rules, and the register has one set of terms.";
    found.set(rule.asset, found.has(rule.asset) ? several : termsOf(rule, places));
  }
  return found;
}

/** The engine's words for the methods that the document names; a declining rule goes by its rate where it has one. */
const computable: readonly string[] = ["SL", "DB"];

function termsOf({ method, usefulLife, unit, rate }: RuleRow, places: Register["places"]): AssetCells | string {
  if (!computable.includes(method)) return `its method is ${method}, which is not one of ${computable.join(", ")}.`;
  if (unit === undefined) return "its Life unit is blank; type months or years.";
  const takesRate = method === "DB" && rate !== undefined;
  const cells = {
    Method: method,
    ...lifeCells(unit === "years" ? usefulLife * 12 : usefulLife, unit, places),
    Rate: takesRate ? Number(rate.replace(".", "")) / 10_000 : "",
    // The rate takes the factor's place.
    Factor: "",
    Profile: "intacct",
  };
  const missing = (Object.keys(cells) as (keyof typeof cells)[]).find(
    (header) => cells[header] !== "" && !places.has(header),
  );
  return missing === undefined ? cells : `the register has no column ${missing}.`;
}

/** The life in the unit of the rule where the register has a column for it, and the other column emptied. */
function lifeCells(months: number, unit: "months" | "years", places: Register["places"]) {
  const inMonths = places.has("Life (months)") && (unit === "months" || !places.has("Life (years)"));
  return inMonths
    ? { "Life (months)": months, "Life (years)": "" as const }
    : { "Life (years)": months / 12, "Life (months)": "" as const };
}

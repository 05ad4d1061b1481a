import { amountText } from "../../engine";
import { type Report, type ReportRow, amountCell, blankRow, factRow, headRow, reportRow, textCell } from "../../sheet";
import type { Difference } from "./difference";
import { type AccountProof, type Reconciliation, rangeText, verdictOf } from "./reconcile";

/** Who had a report made, when, and of which ledger. */
export interface ReportHead {
  /** "" where nobody gave a name. */
  readonly madeBy: string;
  /** As a person reads it, in UTC: 2026-02-03 10:20:30. */
  readonly madeAt: string;
  /** Name, system and business of the ledger. */
  readonly target: string;
  readonly currency: string;
}

/** The reconciliation as a sheet: what was compared, the accounts, and each difference with its three amounts. */
export function reconciliationReport(proof: Reconciliation, head: ReportHead): Report {
  return {
    title: "Reconciliation of the register, the sheet and the ledger",
    sheet: "Reconciliation",
    widths: [14, 22, 20, 26, 16, 16, 16, 60, 38, 46],
    rows: [...headRows(proof, head), blankRow, ...accountRows(proof), blankRow, ...differenceRows(proof)],
  };
}

/** The facts that every report begins with, below its title. */
export function factRows({ madeBy, madeAt, target, currency }: ReportHead, book: string): readonly ReportRow[] {
  return [
    factRow("Ledger", target),
    factRow("Book", book),
    factRow("Currency", currency === "" ? "not named" : currency),
    factRow("Made by", madeBy === "" ? "not named" : madeBy),
    factRow("Made at (UTC)", madeAt),
  ];
}

function headRows(proof: Reconciliation, head: ReportHead): readonly ReportRow[] {
  return [
    headRow("Reconciliation of the register, the sheet and the ledger"),
    factRow(
      "Result",
      verdictOf(proof, (amount) => amountText(amount, proof.decimals)),
    ),
    factRow("Months", rangeText(proof)),
    ...factRows(head, proof.book),
  ];
}

const uses: Readonly<Record<AccountProof["use"], string>> = { cost: "Cost", accumulated: "Accumulated depreciation" };

function accountRows({ accounts, register, sheet, ledger, decimals }: Reconciliation): readonly ReportRow[] {
  return [
    headRow("By account", "", "", "", "Register", "Sheet", "Ledger", "Difference"),
    ...accounts.map(({ account, use, ...sides }) =>
      reportRow(
        textCell(uses[use]),
        textCell(account),
        textCell(""),
        textCell(""),
        amountCell(sides.register, decimals),
        amountCell(undefined, decimals),
        amountCell(sides.ledger, decimals),
        amountCell(sides.difference, decimals),
      ),
    ),
    reportRow(
      textCell("Charges of the months"),
      textCell(""),
      textCell(""),
      textCell(""),
      ...[register, sheet, ledger].map((amount) => amountCell(amount, decimals)),
    ),
  ];
}

function differenceRows({ differences, decimals }: Reconciliation): readonly ReportRow[] {
  const shown = (one: Difference): ReportRow =>
    reportRow(
      textCell(one.period),
      textCell(one.asset),
      textCell(one.what),
      textCell(one.label),
      ...[one.register, one.sheet, one.ledger].map((amount) => amountCell(amount, decimals)),
      textCell(one.sentence),
      textCell(one.refs.join(", ")),
      textCell(one.key),
    );
  const words = ["Period", "Asset", "Type", "Difference", "Register", "Sheet", "Ledger", "What it is", "Ledger ref"];
  if (differences.length === 0) return [headRow("Differences"), reportRow(textCell("None."))];
  return [headRow(...words, "Key"), ...differences.map(shown)];
}

import { monthText } from "../../engine";
import { type Report, type ReportRow, blankRow, factRow, headRow, reportRow, textCell } from "../../sheet";
import { type ReportHead, factRows } from "../reconcile/report";
import type { CloseCheck, CloseChecklist } from "./checklist";

/** The checklist as a sheet to print and sign. */
export function closeReport(list: CloseChecklist, head: ReportHead): Report {
  const month = monthText(list.month);
  return {
    title: `Close of ${month}`,
    sheet: `Close ${month}`,
    widths: [16, 52, 90],
    rows: [
      headRow(`Close of ${month}`),
      factRow("Result", closeVerdict(list)),
      ...factRows(head, list.book),
      blankRow,
      headRow("Done", "Check", "What is open"),
      ...list.checks.flatMap(checkRows),
      blankRow,
      headRow("Signed", "Name", "Date and signature"),
      factRow("Prepared by", list.preparer),
      factRow("Approved by", list.approver),
    ],
  };
}

/** The result in one sentence. */
export function closeVerdict({ month, checks }: Pick<CloseChecklist, "month" | "checks">): string {
  const open = checks.filter(({ points }) => points.length > 0).length;
  if (open === 0) return `${monthText(month)} can be closed: all ${checks.length} checks are done.`;
  return `${monthText(month)} cannot be closed yet: ${open} of ${checks.length} checks ${open === 1 ? "is" : "are"} open.`;
}

function checkRows({ title, points }: CloseCheck): readonly ReportRow[] {
  const done = textCell(points.length === 0 ? "Yes" : "No");
  const [first, ...others] = points;
  return [
    reportRow(done, textCell(title), textCell(first?.sentence ?? "")),
    ...others.map(({ sentence }) => reportRow(textCell(""), textCell(""), textCell(sentence))),
  ];
}

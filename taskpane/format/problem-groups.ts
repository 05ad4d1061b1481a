import type { Finding } from "../../src/sheet";

/** Problems of one kind, so that five hundred of the same are one line. */
export interface ProblemGroup {
  readonly code: string;
  readonly severity: Finding["severity"];
  /** The one sentence where there is one problem, else the kind in words: "Duplicate asset". */
  readonly title: string;
  readonly findings: readonly Finding[];
}

/** Groups findings by kind: errors before warnings, then the most frequent first. */
export function groupProblems(findings: readonly Finding[]): readonly ProblemGroup[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const kind = `${finding.severity} ${finding.code}`;
    const group = groups.get(kind);
    if (group === undefined) groups.set(kind, [finding]);
    else group.push(finding);
  }
  return [...groups.values()].map(groupOf).sort(byWeight);
}

/** How many rows of the tables have something wrong with them; a header row counts as one. */
export function rowsConcerned(findings: readonly Finding[]): number {
  return new Set(findings.map(({ table, row }) => `${table} ${row}`)).size;
}

function groupOf(findings: readonly Finding[]): ProblemGroup {
  const [first] = findings;
  if (first === undefined) throw new Error("A group holds at least one problem.");
  const { code, severity, sentence } = first;
  return { code, severity, findings, title: findings.length === 1 ? sentence : kindInWords(code) };
}

/** Codes are words with hyphens, made to be read: "duplicate-asset" is "Duplicate asset". */
function kindInWords(code: string): string {
  const words = code.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function byWeight(one: ProblemGroup, other: ProblemGroup): number {
  if (one.severity !== other.severity) return one.severity === "error" ? -1 : 1;
  return other.findings.length - one.findings.length;
}

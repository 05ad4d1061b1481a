import type { RowStep } from "../../src/sync";

export type StepKind = RowStep["kind"];

/** The outcomes of a preview in the order in which they are shown, with the words for them. */
export const stepKinds: readonly { readonly kind: StepKind; readonly label: string; readonly colour: string }[] = [
  { kind: "post", label: "New", colour: "brand" },
  { kind: "changed", label: "Changed", colour: "warning" },
  { kind: "already-there", label: "Already there", colour: "success" },
  { kind: "blocked", label: "Blocked", colour: "danger" },
  { kind: "skipped", label: "Skipped", colour: "informative" },
];

/** The word of one row. A charge whose earlier sending has no known outcome is not simply new. */
export function stepLook(step: RowStep): { readonly label: string; readonly colour: string } {
  if (step.kind === "post" && step.unsettled !== undefined) return { label: "Unknown", colour: "warning" };
  const found = stepKinds.find(({ kind }) => kind === step.kind);
  if (found === undefined) throw new Error(`The preview has no words for "${step.kind}".`);
  return found;
}

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

export function stepKind(kind: StepKind): (typeof stepKinds)[number] {
  const found = stepKinds.find((known) => known.kind === kind);
  if (found === undefined) throw new Error(`The preview has no words for "${kind}".`);
  return found;
}

import type { Column } from "./header";

export type RuleHeader =
  | "Rule key"
  | "Asset"
  | "Asset name"
  | "Posting rule"
  | "Method"
  | "Useful life"
  | "Life unit"
  | "Rate"
  | "Action"
  | "Modified"
  | "Outcome"
  | "Message";

function text(header: RuleHeader, width: number, required = false): Column<RuleHeader> {
  return { header, aliases: [], required, kind: "text", width, numberFormat: "@" };
}

/** The columns of the Rules table, in the order in which a pull writes them. The last three are ours alone. */
export const ruleColumns: readonly Column<RuleHeader>[] = [
  text("Rule key", 10, true),
  text("Asset", 18, true),
  text("Asset name", 28),
  text("Posting rule", 13, true),
  { ...text("Method", 10, true), kind: "choice", choices: ["SL", "DB"] },
  { ...text("Useful life", 11, true), kind: "number", numberFormat: "General" },
  { ...text("Life unit", 10), kind: "choice", choices: ["months", "years"] },
  text("Rate", 8),
  { ...text("Action", 10, true), kind: "choice", choices: ["delete"] },
  text("Modified", 22),
  text("Outcome", 14),
  text("Message", 60),
];

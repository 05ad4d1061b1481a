import type { RuleRow } from "../../src/sheet";
import type { FieldChange, RuleOutcome, RulesPlan, RuleStep } from "../../src/sync";
import type { Told } from "../parts/told-list";

type Kind = RuleStep["kind"];

const kinds: Record<Kind, string> = {
  create: "to create",
  change: "to change",
  delete: "to delete",
  unchanged: "unchanged",
  blocked: "blocked",
};

interface RuleCounts {
  /** "1 to create, 2 unchanged." */
  readonly words: string;
  readonly toSend: number;
  readonly byKind: Readonly<Record<Kind, number>>;
}

export function countsOf({ steps }: RulesPlan, language: string): RuleCounts {
  const byKind = { create: 0, change: 0, delete: 0, unchanged: 0, blocked: 0 };
  for (const { kind } of steps) byKind[kind] += 1;
  const format = new Intl.NumberFormat(language === "" ? undefined : language);
  const parts = (Object.keys(byKind) as Kind[])
    .filter((kind) => byKind[kind] > 0)
    .map((kind) => `${format.format(byKind[kind])} ${kinds[kind]}`);
  const words = parts.length === 0 ? "The Rules table has no row that can be read." : `${parts.join(", ")}.`;
  return { words, byKind, toSend: byKind.create + byKind.change + byKind.delete };
}

/** A step before it is carried out: what it would do, and each field's old and new value. */
export function toldStep(step: RuleStep, onShow: () => void): Told {
  const changes = "changes" in step ? step.changes : [];
  return {
    title: titleOf(step.row),
    note: noteOf(step, changes),
    facts: [
      ...changes.map(({ field, before, after }) => ({
        term: fieldWords[field],
        value: before === "" ? after : `${before} → ${after}`,
      })),
      ...("sentence" in step && step.sentence !== "" ? [{ term: "Why", value: step.sentence }] : []),
    ],
    onShow,
  };
}

export function toldOutcome({ row, word, sentence, held }: RuleOutcome): Told {
  const key = held?.key ?? row.key;
  return {
    title: titleOf(row),
    note: word,
    facts: [
      ...(key === "" ? [] : [{ term: "Rule key", value: key }]),
      ...(sentence === "" ? [] : [{ term: "Message", value: sentence }]),
    ],
  };
}

const fieldWords: Record<FieldChange["field"], string> = {
  asset: "Asset",
  postingRule: "Posting rule",
  method: "Method",
  usefulLife: "Useful life",
  rate: "Rate",
};

function titleOf({ asset, postingRule }: RuleRow): string {
  return `${asset} · posting rule ${postingRule}`;
}

function noteOf(step: RuleStep, changes: readonly FieldChange[]): string {
  const fields = changes.map(({ field }) => fieldWords[field].toLowerCase()).join(", ");
  return step.kind === "change" ? `${kinds.change}: ${fields}` : kinds[step.kind];
}

import type { Misfit } from "../../src/connectors";
import { monthText } from "../../src/engine";
import { profileWords, type BookedAsset, type PurchaseOutcome, type PurchaseStep } from "../../src/sync";
import { money } from "../format/amounts";
import type { Told } from "../parts/told-list";
import type { MoneyHere } from "./use-money";

const kinds: Record<PurchaseStep["kind"], string> = {
  create: "to create",
  change: "profile to change",
  unchanged: "there already",
  blocked: "blocked",
};

export function toldPurchase(
  step: PurchaseStep,
  { style }: MoneyHere,
  onShow: (field: Misfit["field"] | undefined) => void,
): Told {
  const { asset } = step;
  return {
    title: asset.description === "" ? asset.id : `${asset.id} ${asset.description}`,
    note: kinds[step.kind],
    right: money(asset.cost, style),
    facts: factsOf(step),
    onShow: () => onShow(step.kind === "blocked" ? step.field : undefined),
  };
}

function factsOf(step: PurchaseStep): Told["facts"] {
  switch (step.kind) {
    case "create":
      return [{ term: "Profile", value: profileWords(step.purchase.profile) }];
    case "change": {
      const before = step.held.profile === undefined ? "not known" : profileWords(step.held.profile);
      return [
        { term: "Now", value: before },
        { term: "Then", value: profileWords(step.profile) },
      ];
    }
    case "unchanged":
      return [{ term: "There as", value: step.capitalAsset }];
    case "blocked":
      return [{ term: "Why", value: step.sentence }];
  }
}

export function toldPurchaseOutcome({ asset, name, word, sentence, ledgerId }: PurchaseOutcome): Told {
  return {
    title: name === "" ? asset : `${asset} ${name}`,
    note: word,
    facts: [
      ...(ledgerId === undefined ? [] : [{ term: "There as", value: ledgerId }]),
      ...(sentence === "" ? [] : [{ term: "Message", value: sentence }]),
    ],
  };
}

const standings: Record<BookedAsset["standing"], string> = {
  compared: "agrees",
  "not-there": "not in the system",
  "not-in-register": "not in the register",
};

export function toldBooked({ asset, name, standing, months, ours, theirs }: BookedAsset, { style }: MoneyHere): Told {
  const differing = months.filter((month) => month.ours !== month.theirs);
  const isSame = standing === "compared" && differing.length === 0;
  return {
    title: `${asset} ${name}`.trim(),
    note: standing === "compared" && !isSame ? `${differing.length} months differ` : standings[standing],
    left: money(ours, style),
    right: money(theirs, style),
    facts: [
      ...(months.length === 0 ? [{ term: "Booked", value: "nothing yet" }] : []),
      ...differing.slice(0, mostMonths).map((month) => ({
        term: monthText(month.month),
        value: `${money(month.ours, style)} / ${money(month.theirs, style)}`,
        figure: true,
      })),
    ],
  };
}

const mostMonths = 12;

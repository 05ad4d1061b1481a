import type { JSX } from "preact";
import { dayText } from "../../src/engine";
import type { PostedUpdate } from "../../src/connectors";
import type { Post, RowStep } from "../../src/sync";
import { money } from "../format/amounts";
import { stepLook } from "../format/step-kinds";
import { Button } from "../parts/button";
import { FactList, type Fact } from "../parts/fact-list";
import { showScheduleRow } from "../state/schedule";
import { ReverseButton } from "./reverse-button";
import type { MoneyHere } from "./use-money";

interface StepRowProps {
  readonly step: RowStep;
  readonly here: MoneyHere;
  readonly open: boolean;
  readonly onOpen: () => void;
}

/** One row of the preview; open, it shows the old and the new figures. */
export function StepRow({ step, here, open, onOpen }: StepRowProps): JSX.Element {
  const { line } = step.row;
  const { label, colour } = stepLook(step);
  const late = line.postingDate === undefined ? "" : `, posted on ${dayText(line.postingDate)}`;
  return (
    <>
      <button type="button" class="row chooser" aria-expanded={open} onClick={onOpen}>
        <span class="row-name">
          <span class="row-title">{line.asset}</span>
          <span class="row-note">{dayText(line.periodEnd) + late}</span>
        </span>
        <fluent-badge appearance="tint" color={colour} size="small">
          {label}
        </fluent-badge>
        <span class="money">{money(line.amount, here.style)}</span>
      </button>
      {open && <Detail step={step} here={here} />}
    </>
  );
}

function Detail({ step, here }: { readonly step: RowStep; readonly here: MoneyHere }): JSX.Element {
  return (
    <div class="row-detail">
      <FactList facts={factsOf(step, here)} />
      <div class="detail-buttons">
        <Button small onPress={() => void showScheduleRow(step.row.row)}>
          Show cell
        </Button>
        {"posted" in step && <ReverseButton small keys={new Set([step.row.key])} language={here.style.language} />}
      </div>
    </div>
  );
}

function ledgerBefore({ unsettled }: Post): string {
  return unsettled === undefined ? "nothing yet" : "not known; sent again, it counts once";
}

function factsOf(step: RowStep, { style }: MoneyHere): readonly Fact[] {
  const { line } = step.row;
  const sheet: Fact = { term: "Sheet", value: money(line.amount, style), figure: true };
  const account: Fact = { term: "Account", value: line.counterAccount };
  const ledger = (posted: PostedUpdate): Fact => ({
    term: "Ledger",
    value: `${money(posted.amount, style)} on ${dayText(posted.date)}`,
    figure: true,
  });
  switch (step.kind) {
    case "post":
      return [sheet, { term: "Ledger", value: ledgerBefore(step) }, account, { term: "Memo", value: line.memo }];
    case "already-there":
      return [sheet, ledger(step.posted), account];
    case "changed":
      return [sheet, ledger(step.posted), { term: "Why", value: step.sentence }];
    case "blocked":
    case "skipped":
      return [sheet, account, { term: "Why", value: step.sentence }];
  }
}

import type { JSX } from "preact";
import { monthText } from "../../src/engine";
import type { RunPlan } from "../../src/sync";
import { counted, money, moneyIn } from "../format/amounts";
import { Button } from "../parts/button";
import { Foot } from "../parts/foot";
import { Notice } from "../parts/notice";
import { Sentence } from "../parts/sentence";
import { askRun, type RunProposal } from "../state/run";
import { toRun } from "../state/run-totals";
import { RunMonthField } from "./run-month-field";
import { RunLines } from "./run-lines";
import type { MoneyHere } from "./use-money";

interface RunPreviewProps {
  readonly proposal: RunProposal;
  readonly here: MoneyHere;
}

/** A month before it is run: what the sheet says beside what the ledger would book. */
export function RunPreview({ proposal, here }: RunPreviewProps): JSX.Element {
  const { plan, target, names } = proposal;
  const { count, amount } = toRun(plan);
  const assets = counted(count, "asset", here.style.language);
  const { difference } = plan.totals;
  return (
    <>
      <Sentence>{stateOf(plan, count, here)}</Sentence>
      <RunMonthField />
      {difference !== 0 && (
        <Notice intent="warning">
          Sheet and ledger differ by {moneyIn(difference, here.style, here.currency)} where both have a charge.
        </Notice>
      )}
      <RunLines lines={plan.lines} here={here} totals={plan.totals} names={names} />
      <Foot figures={count === 0 ? "Nothing to run." : `${assets}, ${money(amount, here.style)} in ${target.name}`}>
        <Button appearance="primary" disabled={count === 0} onPress={() => askRun(proposal)}>
          Run {monthText(plan.month)}
        </Button>
      </Foot>
    </>
  );
}

function stateOf({ month, lines, createAssets }: RunPlan, count: number, { style }: MoneyHere): string {
  const booked = lines.filter(({ standing }) => standing === "booked").length;
  const parts = [`${counted(count, "asset", style.language)} to run`];
  if (booked > 0) parts.push(`${counted(booked, "asset", style.language)} booked already`);
  if (createAssets.length > 0) parts.push(`${counted(createAssets.length, "asset", style.language)} created first`);
  return `${monthText(month)}: ${parts.join(", ")}.`;
}

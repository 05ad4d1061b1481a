import type { JSX } from "preact";
import { monthText } from "../../src/engine";
import type { RunPlan } from "../../src/sync";
import { counted, money, moneyIn } from "../format/amounts";
import { Button } from "../parts/button";
import { Foot } from "../parts/foot";
import { Notice } from "../parts/notice";
import { Sentence } from "../parts/sentence";
import { useStore } from "../parts/use-store";
import { activeConnection, connections } from "../state/connections";
import { toRun } from "../state/run-totals";
import { RunLines } from "./run-lines";
import type { MoneyHere } from "./use-money";

interface RunPreviewProps {
  readonly plan: RunPlan;
  readonly here: MoneyHere;
  readonly onRun: () => void;
}

/** A month before it is run: what the sheet says beside what the ledger would book. */
export function RunPreview({ plan, here, onRun }: RunPreviewProps): JSX.Element {
  const { name = "" } = activeConnection(useStore(connections))?.connection ?? {};
  const { count, amount } = toRun(plan);
  const assets = counted(count, "asset", here.style.language);
  const { difference } = plan.totals;
  return (
    <>
      <Sentence>{stateOf(plan, count, here)}</Sentence>
      {difference !== 0 && (
        <Notice intent="warning">
          Sheet and ledger differ by {moneyIn(difference, here.style, here.currency)} where both have a charge.
        </Notice>
      )}
      <RunLines lines={plan.lines} here={here} totals={plan.totals} />
      <Foot figures={count === 0 ? "Nothing to run." : `${assets}, ${money(amount, here.style)} in ${name}`}>
        <Button appearance="primary" disabled={count === 0} onPress={onRun}>
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

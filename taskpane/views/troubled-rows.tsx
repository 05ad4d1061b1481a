import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { dayText } from "../../src/engine";
import type { Outcome, RowStep } from "../../src/sync";
import { count } from "../format/amounts";
import { troubledGroups, type OutcomeGroup } from "../format/outcome-groups";
import { outcomeLooks } from "../format/outcome-words";
import { Button } from "../parts/button";
import { LongList } from "../parts/long-list";
import { showScheduleRow } from "../state/schedule";

interface TroubledRowsProps {
  readonly outcomes: readonly Outcome[];
  /** The plan's rows, for what their charges are. */
  readonly steps: readonly Pick<RowStep, "row">[];
  readonly language: string;
}

/** The rows that were refused or whose outcome is unknown, by reason. */
export function TroubledRows({ outcomes, steps, language }: TroubledRowsProps): JSX.Element | null {
  const groups = troubledGroups(outcomes);
  const charges = new Map(steps.map(({ row: { key, line } }) => [key, `${line.asset} · ${dayText(line.periodEnd)}`]));
  if (groups.length === 0) return null;
  return (
    <section aria-label="Rows that need attention">
      <div class="list-head">
        <span>Need attention</span>
      </div>
      {groups.map((group) => (
        <Group key={`${group.word} ${group.sentence}`} group={group} charges={charges} language={language} />
      ))}
    </section>
  );
}

interface GroupProps {
  readonly group: OutcomeGroup;
  /** Asset and date of each charge, by its key. */
  readonly charges: ReadonlyMap<string, string>;
  readonly language: string;
}

function Group({ group, charges, language }: GroupProps): JSX.Element {
  const [open, setOpen] = useState(false);
  const { word, sentence, outcomes } = group;
  return (
    <>
      <button type="button" class="opener" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span class="opener-title">
          <b>{word}:</b> {sentence}
        </span>
        <fluent-badge appearance="tint" color={outcomeLooks[word].colour} size="small">
          {count(outcomes.length, language)}
        </fluent-badge>
      </button>
      {open && (
        <LongList
          label={`${word}: ${sentence}`}
          count={outcomes.length}
          rowHeight={40}
          row={(index) => {
            const outcome = outcomes[index];
            if (outcome === undefined) return null;
            return <Line outcome={outcome} charge={charges.get(outcome.key) ?? ""} language={language} />;
          }}
        />
      )}
    </>
  );
}

interface LineProps {
  readonly outcome: Outcome;
  readonly charge: string;
  readonly language: string;
}

function Line({ outcome, charge, language }: LineProps): JSX.Element {
  const row = `Row ${count(outcome.row + 1, language)}`;
  return (
    <div class="row">
      <span class="row-name">
        <span class="row-title">{row}</span>
        <span class="row-note">{charge}</span>
      </span>
      <Button small name={`Show cell of ${row}`} onPress={() => void showScheduleRow(outcome.row)}>
        Show cell
      </Button>
    </div>
  );
}

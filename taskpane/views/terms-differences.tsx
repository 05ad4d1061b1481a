import type { JSX } from "preact";
import { cents } from "../../src/engine";
import { changeNamed, changes, type TermsDifference } from "../../src/sheet";
import { counted, money, type MoneyStyle } from "../format/amounts";
import { Choice } from "../parts/choice";
import { LongList } from "../parts/long-list";
import { answerChange } from "../state/schedule";

interface TermsDifferencesProps {
  readonly differences: readonly TermsDifference[];
  /** The word of the answer; "" as long as there is none. */
  readonly answer: string;
  readonly style: MoneyStyle;
  readonly currency: string | undefined;
}

/** The one question of a rebuild: what posted months and the terms of today differ by, and what becomes of it. */
export function TermsDifferences({ differences, answer, style, currency }: TermsDifferencesProps): JSX.Element | null {
  if (differences.length === 0) return null;
  const assets = counted(differences.length, "asset", style.language);
  return (
    <section aria-label="Changed since months were posted">
      <p>
        The terms of {assets} no longer give what was posted. Posted months stay as they are: say what the difference
        is.
      </p>
      <div class="list-head">
        <span>Terms give more or less</span>
        <span>{currency ?? ""}</span>
      </div>
      <LongList
        label="Assets with a difference"
        count={differences.length}
        rowHeight={40}
        row={(index) => {
          const difference = differences[index];
          return difference === undefined ? null : <Line difference={difference} style={style} />;
        }}
      />
      <Choice label="The difference is" value={answer} options={options} onChoice={choose} />
      <p class="hint">
        An estimate that changed is spread over the months that are left. An error is put right in the first open month.
      </p>
    </section>
  );
}

const options = [{ value: "", label: "Choose" }, ...changes.map(({ word, label }) => ({ value: word, label }))];

function choose(word: string): void {
  const change = changeNamed(word);
  answerChange(change.ok ? change.value : undefined);
}

function Line({ difference, style }: { readonly difference: TermsDifference; readonly style: MoneyStyle }) {
  const { asset, posted, computed } = difference;
  return (
    <div class="row">
      <span class="row-name">
        <span class="row-title">{asset}</span>
        <span class="row-note">
          posted {money(posted, style)}, now {money(computed, style)}
        </span>
      </span>
      <span class="money">{money(cents(computed - posted), style)}</span>
    </div>
  );
}

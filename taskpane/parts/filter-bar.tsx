import type { JSX } from "preact";

export interface FilterChoice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly count: number;
  /** The amount of these rows. */
  readonly note: string;
}

interface FilterBarProps<Value extends string> {
  readonly label: string;
  readonly choices: readonly FilterChoice<Value>[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
}

/** Counts and amounts by outcome, each a button that shows only its rows. */
export function FilterBar<Value extends string>(props: FilterBarProps<Value>): JSX.Element {
  const { label, choices, chosen, onChoose } = props;
  return (
    <div class="filters" role="group" aria-label={label}>
      {choices.map(({ value, label: words, count, note }) => (
        <button
          key={value}
          type="button"
          class="filter"
          aria-pressed={value === chosen}
          onClick={() => onChoose(value)}
        >
          <span>
            {words} <b>{count}</b>
          </span>
          {note !== "" && <span class="money">{note}</span>}
        </button>
      ))}
    </div>
  );
}

import type { JSX } from "preact";
import { steppedMonth } from "../state/months";
import { TextField } from "./text-field";

interface MonthFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly problem: string | undefined;
}

const steps: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 12, PageDown: -12 };

/** A month as yyyy-mm; the arrow keys go on by a month, the page keys by a year. */
export function MonthField({ label, value, onValue, problem }: MonthFieldProps): JSX.Element {
  const step = (event: KeyboardEvent): void => {
    const months = steps[event.key];
    if (months === undefined) return;
    event.preventDefault();
    onValue(steppedMonth(value, months));
  };
  return (
    <TextField label={label} value={value} onValue={onValue} problem={problem} example="2026-01" onKeyDown={step} />
  );
}

import type { JSX } from "preact";
import { useId } from "preact/hooks";

interface TickProps {
  readonly label: string;
  readonly ticked: boolean;
  readonly onTick: (ticked: boolean) => void;
}

/** One yes or no. */
export function Tick({ label, ticked, onTick }: TickProps): JSX.Element {
  const id = useId();
  return (
    <div class="tick">
      <fluent-checkbox
        id={id}
        role="checkbox"
        checked={ticked}
        aria-checked={ticked}
        aria-labelledby={`${id}-label`}
        onChange={(event) => onTick(event.currentTarget.checked)}
      />
      <label id={`${id}-label`} for={id}>
        {label}
      </label>
    </div>
  );
}

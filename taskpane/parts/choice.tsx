import type { JSX } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import type { DropdownElement } from "./fluent";

export interface ChoiceOption {
  readonly value: string;
  readonly label: string;
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly ChoiceOption[];
  readonly onChoice: (value: string) => void;
  readonly disabled?: boolean | undefined;
  /** What the choice decides, in a few words; always visible. */
  readonly hint?: string | undefined;
}

/** One of a closed list. */
export function Choice({ label, value, options, onChoice, disabled, hint }: ChoiceProps): JSX.Element {
  const labelId = useId();
  const dropdown = useRef<DropdownElement>(null);
  useLayoutEffect(() => {
    if (dropdown.current !== null) nameControl(dropdown.current, labelId);
  }, [labelId]);
  return (
    <div class="field">
      <span class="label" id={labelId}>
        {label}
      </span>
      <fluent-dropdown
        ref={dropdown}
        disabled={disabled === true}
        onChange={(event) => onChoice(event.currentTarget.value ?? value)}
      >
        <fluent-listbox>
          {options.map((option) => (
            <fluent-option key={option.value} value={option.value} selected={option.value === value}>
              {option.label}
            </fluent-option>
          ))}
        </fluent-listbox>
      </fluent-dropdown>
      {hint !== undefined && <p class="hint">{hint}</p>}
    </div>
  );
}

/** The dropdown makes its button by itself and gives it neither a name nor, before its first opening, a state. */
function nameControl(dropdown: DropdownElement, labelId: string): void {
  requestAnimationFrame(() => {
    const control = dropdown.querySelector("[role=combobox]");
    control?.setAttribute("aria-labelledby", `${labelId} ${control.id}`);
    if (control?.hasAttribute("aria-expanded") === false) control.setAttribute("aria-expanded", "false");
    dropdown.querySelector("fluent-listbox")?.setAttribute("aria-labelledby", labelId);
  });
}

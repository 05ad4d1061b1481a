import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { TextInputElement } from "./fluent";

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** What belongs here, in a few words; always visible. */
  readonly hint?: string | undefined;
  /** What is wrong with the value and what would be right. */
  readonly problem?: string | undefined;
  readonly example?: string | undefined;
  readonly secret?: boolean | undefined;
  /** Whether the field takes the focus when a problem comes up that was not there while typing. */
  readonly focusWhenWrong?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly onKeyDown?: ((event: KeyboardEvent) => void) | undefined;
}

/** One line of text with its label, and its hint or its problem beneath it. */
export function TextField(props: TextFieldProps): JSX.Element {
  const input = useRef<TextInputElement>(null);
  const note = props.problem ?? props.hint;
  const wrong = props.problem !== undefined;
  useLayoutEffect(() => describe(input.current, { label: props.label, note: note ?? "", wrong }));
  useEffect(() => {
    if (wrong && props.focusWhenWrong === true) input.current?.focus();
  }, [wrong, props.focusWhenWrong]);
  return (
    <div class="field">
      <fluent-text-input
        ref={input}
        value={props.value}
        type={props.secret === true ? "password" : "text"}
        placeholder={props.example ?? ""}
        autocomplete="off"
        // Office on the web moves the focus itself and knows only elements that carry this attribute.
        tabIndex={0}
        disabled={props.disabled === true}
        onInput={(event) => props.onValue(event.currentTarget.value)}
        {...(props.onKeyDown === undefined ? {} : { onKeyDown: props.onKeyDown })}
      >
        {props.label}
      </fluent-text-input>
      {note !== undefined && <p class={wrong ? "hint wrong" : "hint"}>{note}</p>}
    </div>
  );
}

interface Description {
  readonly label: string;
  readonly note: string;
  readonly wrong: boolean;
}

/** Label and note stand outside the input's shadow, where ids do not reach; so the input itself gets their words. */
function describe(element: TextInputElement | null, { label, note, wrong }: Description): void {
  // Before the component is connected it has no control yet.
  const control = (element as { control?: HTMLInputElement } | null)?.control;
  if (control === undefined) return;
  // Set as a property of the component, spellcheck throws as soon as its attribute is taken away.
  control.spellcheck = false;
  control.setAttribute("aria-label", label);
  control.setAttribute("aria-description", note);
  control.setAttribute("aria-invalid", String(wrong));
}

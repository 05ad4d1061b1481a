import type { JSX } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
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
  readonly disabled?: boolean | undefined;
  readonly onKeyDown?: ((event: KeyboardEvent) => void) | undefined;
}

/** One line of text with its label, and its hint or its problem beneath it. */
export function TextField(props: TextFieldProps): JSX.Element {
  const input = useRef<TextInputElement>(null);
  const noteId = useId();
  const note = props.problem ?? props.hint;
  useLayoutEffect(() => describe(input.current, note, props.problem !== undefined), [note, props.problem]);
  return (
    <div class="field">
      <fluent-text-input
        ref={input}
        value={props.value}
        type={props.secret === true ? "password" : "text"}
        placeholder={props.example ?? ""}
        autocomplete="off"
        spellcheck={false}
        disabled={props.disabled === true}
        onInput={(event) => props.onValue(event.currentTarget.value)}
        {...(props.onKeyDown === undefined ? {} : { onKeyDown: props.onKeyDown })}
      >
        {props.label}
      </fluent-text-input>
      {note !== undefined && (
        <p id={noteId} class={props.problem === undefined ? "hint" : "hint wrong"}>
          {note}
        </p>
      )}
    </div>
  );
}

/** The note stands outside the input's shadow, where ids do not reach; so the input gets its words. */
function describe(element: TextInputElement | null, note: string | undefined, wrong: boolean): void {
  // Before the component is connected it has no control yet.
  const control = (element as { control?: HTMLInputElement } | null)?.control;
  if (control === undefined) return;
  control.setAttribute("aria-invalid", String(wrong));
  control.setAttribute("aria-description", note ?? "");
}

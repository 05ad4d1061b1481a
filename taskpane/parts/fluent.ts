/// Registers the Fluent components that the pane uses, and tells Preact's types about them.
import "./released-elements";
import "./dropdown";
import "@fluentui/web-components/badge/define.js";
import "@fluentui/web-components/button/define.js";
import "@fluentui/web-components/checkbox/define.js";
import "@fluentui/web-components/listbox/define.js";
import "@fluentui/web-components/message-bar/define.js";
import "@fluentui/web-components/option/define.js";
import "@fluentui/web-components/progress-bar/define.js";
import "@fluentui/web-components/spinner/define.js";
import "@fluentui/web-components/tab/define.js";
import "@fluentui/web-components/tablist/define.js";
import "@fluentui/web-components/text-input/define.js";
import type { HTMLAttributes } from "preact";
import type { ButtonAppearance } from "@fluentui/web-components";

/** A text input as the pane uses it; `control` is the input inside its shadow. */
export interface TextInputElement extends HTMLElement {
  value: string;
  readonly control: HTMLInputElement;
}
export interface DropdownElement extends HTMLElement {
  value: string | null;
}
export interface CheckboxElement extends HTMLElement {
  checked: boolean;
}
export interface TablistElement extends HTMLElement {
  activeid: string;
}

type Html<E extends HTMLElement> = Omit<HTMLAttributes<E>, "size">;

interface FluentElements {
  "fluent-badge": Html<HTMLElement> & { appearance?: string; color?: string; size?: string; shape?: string };
  "fluent-button": Html<HTMLElement> & {
    appearance?: ButtonAppearance;
    size?: string;
    disabled?: boolean;
    "disabled-focusable"?: boolean;
    "icon-only"?: boolean;
  };
  "fluent-checkbox": Html<CheckboxElement> & { checked?: boolean; disabled?: boolean };
  "fluent-dropdown": Html<DropdownElement> & { value?: string; disabled?: boolean; placeholder?: string };
  "fluent-listbox": Html<HTMLElement>;
  "fluent-message-bar": Html<HTMLElement> & { intent?: string; layout?: string };
  "fluent-option": Html<HTMLElement> & { value?: string; selected?: boolean };
  "fluent-progress-bar": Html<HTMLElement> & { value?: number; max?: number };
  "fluent-spinner": Html<HTMLElement> & { size?: string };
  "fluent-tab": Html<HTMLElement>;
  "fluent-tablist": Html<TablistElement> & { activeid?: string; size?: string };
  "fluent-text-input": Html<TextInputElement> & {
    value?: string;
    type?: string;
    placeholder?: string;
    autocomplete?: string;
    required?: boolean;
    disabled?: boolean;
  };
}

declare module "preact" {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- Preact's elements are declared in a namespace.
  namespace JSX {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- The elements are those of the list above.
    interface IntrinsicElements extends FluentElements {}
  }
}

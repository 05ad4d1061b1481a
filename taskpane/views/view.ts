import type { ComponentType } from "preact";

/** One tab of the pane. A new view is a file beside these and its name in the list. */
export interface View {
  readonly word: string;
  readonly label: string;
  readonly Show: ComponentType;
}

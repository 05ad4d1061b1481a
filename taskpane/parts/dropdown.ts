/// Registers Fluent's dropdown. By itself it is at least 160 px wide, and two of them side by side would reach out of a
/// pane of 320 px.
import { Dropdown, DropdownDefinition } from "@fluentui/web-components";
import { type Constructable, FASTElement, css } from "@microsoft/fast-element";

const asWideAsItsField = css`
  .control {
    min-width: 0;
  }
`;

const component: Constructable<HTMLElement> = Dropdown;
const styles = [DropdownDefinition.styles ?? [], asWideAsItsField].flat();
void FASTElement.define(component, { ...DropdownDefinition, styles });

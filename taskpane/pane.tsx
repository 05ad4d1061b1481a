import { render } from "preact";

/** Shows the pane inside `root`. */
export function mount(root: HTMLElement): void {
  render(<p>DEPR</p>, root);
}

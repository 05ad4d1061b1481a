/**
 * Office on the web moves the focus by itself when Tab is pressed: to the next element of the page whose tabindex is not
 * -1, or out of the pane when it does not find the current one among them. This looks at each key before Office does.
 */
export function prepareTabKey(): void {
  document.addEventListener("keydown", prepare, { capture: true });
}

function prepare(event: KeyboardEvent): void {
  leaveOneTabStop(event.key);
  if (event.key === "Tab" && document.activeElement === document.body) comeBack(event);
}

/** Every tab has a 0 of its own making: Office would stop at each, whereas arrow keys find only tabs that have it. */
function leaveOneTabStop(key: string): void {
  for (const tab of document.querySelectorAll<HTMLElement>("fluent-tab")) {
    tab.tabIndex = key !== "Tab" || tab.ariaSelected === "true" ? 0 : -1;
  }
}

/** A button that was pressed may be gone with the view it was in. The way on begins at the panel, not outside. */
function comeBack(event: KeyboardEvent): void {
  const panel = document.querySelector<HTMLElement>(".panel");
  if (panel === null) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  panel.focus();
}

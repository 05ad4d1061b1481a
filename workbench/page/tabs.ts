import { element } from "./element";
import { showLedger } from "./ledger";

const names = ["workbook", "ledger"] as const;

/** The two views of the page: the workbook, and what the ledger holds. */
export function showTabs(): void {
  const shown = showLedger(element("view-ledger"));
  const select = (name: (typeof names)[number]): void => {
    for (const each of names) {
      element(`tab-${each}`).setAttribute("aria-selected", String(each === name));
      element(`view-${each}`).hidden = each !== name;
    }
    if (name === "ledger") shown();
  };
  for (const name of names) element(`tab-${name}`).addEventListener("click", () => select(name));
}

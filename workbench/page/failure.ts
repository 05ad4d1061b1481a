import { element } from "./element";

/** Shows what went wrong in the workbench itself, where people see it. */
export function report(error: unknown): void {
  console.error(error);
  const place = element("failure");
  place.textContent = error instanceof Error ? error.message : String(error);
  place.hidden = false;
}

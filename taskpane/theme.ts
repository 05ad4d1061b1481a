import { webDarkTheme, webLightTheme } from "@fluentui/tokens";
import { darkWanted } from "./theme-choice";
import { setTheme } from "@fluentui/web-components/theme/set-theme.js";

/** Dresses the pane in Office's own light or dark theme, and again whenever that changes. */
export function followTheme(): void {
  const preference = window.matchMedia("(prefers-color-scheme: dark)");
  const dress = (): void => wear(darkWanted(officeBackground(), preference.matches));
  dress();
  preference.addEventListener("change", dress);
}

function wear(dark: boolean): void {
  setTheme(dark ? webDarkTheme : webLightTheme);
  document.documentElement.dataset["theme"] = dark ? "dark" : "light";
}

function officeBackground(): string | undefined {
  // Hosts that have no theme leave it undefined, although Office's types promise one.
  const theme = (Office.context as { officeTheme?: Office.OfficeTheme } | undefined)?.officeTheme;
  return theme?.bodyBackgroundColor;
}

import { webDarkTheme, webLightTheme } from "@fluentui/tokens";
import { setTheme } from "@fluentui/web-components/theme/set-theme.js";

/** Dresses the pane in Office's own light or dark theme, and again whenever that changes. */
export function followTheme(): void {
  const preference = window.matchMedia("(prefers-color-scheme: dark)");
  const dress = (): void => wear(darkWanted(officeBackground(), preference.matches));
  dress();
  preference.addEventListener("change", dress);
}

/**
 * Whether the pane should be dark.
 * @param background Office's background as #rrggbb; undefined where the host does not tell it.
 */
export function darkWanted(background: string | undefined, systemIsDark: boolean): boolean {
  const parts = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(background ?? "");
  if (parts === null) return systemIsDark;
  const [red = 0, green = 0, blue = 0] = parts.slice(1).map((part) => Number.parseInt(part, 16));
  // Perceived lightness by the weights of ITU-R BT.601; half way is 128.
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
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

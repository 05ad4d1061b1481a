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

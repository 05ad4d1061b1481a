/** A table's look: its name as Excel has it, and the colours of its parts. */
interface TableTheme {
  readonly name: string;
  readonly style: Readonly<Record<string, object>>;
}

// One grey, then the six accents of a theme, in the order in which Excel numbers its table styles.
const accents = ["#5B6770", "#1F5F8B", "#B8622B", "#6B7785", "#A37B1C", "#3F6FB5", "#4C7A34"] as const;

/** Excel's light and medium table styles, by their names; the accents are the workbench's own. */
export const tableThemes: readonly TableTheme[] = [
  ...Array.from({ length: 21 }, (_, index) => light(`TableStyleLight${index + 1}`, accentOf(index))),
  ...Array.from({ length: 28 }, (_, index) => medium(`TableStyleMedium${index + 1}`, accentOf(index))),
];

/** The place of Excel's usual style in the list. */
export const usualTheme = tableThemes.findIndex(({ name }) => name === "TableStyleMedium2");

function accentOf(index: number): string {
  return accents[index % accents.length] ?? accents[0];
}

function light(name: string, accent: string): TableTheme {
  return theme(name, accent, { bg: null, cl: { rgb: accent }, bl: 1, bd: { b: line(accent) } });
}

function medium(name: string, accent: string): TableTheme {
  return theme(name, accent, { bg: { rgb: accent }, cl: { rgb: "#FFFFFF" }, bl: 1 });
}

function theme(name: string, accent: string, headerRowStyle: object): TableTheme {
  return {
    name,
    style: {
      headerRowStyle,
      firstRowStyle: { bg: { rgb: tint(accent) } },
      secondRowStyle: { bg: { rgb: "#FFFFFF" } },
      lastRowStyle: { bd: { b: line(accent) } },
    },
  };
}

function line(colour: string): object {
  return { s: 1, cl: { rgb: colour } };
}

/** The colour, thinned with white to one part in ten. */
function tint(colour: string): string {
  const parts = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  const thinned = parts.map((part) => Math.round(255 - (255 - part) * 0.1));
  return `#${thinned.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

import type { Area } from "../area";
import type { CellFormat } from "../grid";
import type { World } from "../world";
import type { RangeSelf } from "./addresses";
import { flag, positiveNumber, text, word } from "./given";
import { hostObject, type HostObject, type ObjectType, type Property } from "./object";

/** The Format object of an area. */
export function rangeFormatOf(world: World, area: Area): HostObject {
  return hostObject(rangeFormatType, { world, area });
}

const horizontalWords: readonly NonNullable<CellFormat["horizontal"]>[] = ["General", "Left", "Center", "Right"];
const verticalWords: readonly NonNullable<CellFormat["vertical"]>[] = ["Top", "Center", "Bottom"];

const rangeFormatType: ObjectType<RangeSelf> = {
  name: "RangeFormat",
  properties: {
    ColumnWidth: {
      get: ({ world, area }) => world.grid.columnWidth(area) ?? null,
      set: ({ world, area }, points) => world.grid.setColumnWidth(area, positiveNumber(points, "columnWidth")),
    },
    RowHeight: {
      get: ({ world, area }) => world.grid.rowHeight(area) ?? null,
      set: ({ world, area }, points) => world.grid.setRowHeight(area, positiveNumber(points, "rowHeight")),
    },
    WrapText: formatted("wrapText", (value) => flag(value, "wrapText")),
    HorizontalAlignment: formatted("horizontal", (value) => word(value, horizontalWords, "horizontalAlignment")),
    VerticalAlignment: formatted("vertical", (value) => word(value, verticalWords, "verticalAlignment")),
  },
  objects: {
    Fill: (self) => hostObject(rangeFillType, self),
    Font: (self) => hostObject(rangeFontType, self),
  },
  methods: {
    AutofitColumns: ({ world, area }) => world.grid.fitColumns(area),
    AutofitRows: ({ world, area }) => world.grid.fitRows(area),
  },
};

const rangeFillType: ObjectType<RangeSelf> = {
  name: "RangeFill",
  properties: { Color: formatted("fill", colour) },
  methods: { Clear: ({ world, area }) => world.grid.setFormat(area, { fill: undefined }) },
};

const rangeFontType: ObjectType<RangeSelf> = {
  name: "RangeFont",
  properties: {
    Name: formatted("fontName", (value) => text(value, "name")),
    Size: formatted("fontSize", (value) => positiveNumber(value, "size")),
    Color: formatted("color", colour),
    Bold: formatted("bold", (value) => flag(value, "bold")),
    Italic: formatted("italic", (value) => flag(value, "italic")),
    Underline: {
      get: ({ world, area }) => (world.grid.format(area).underline === true ? "Single" : "None"),
      set: ({ world, area }, value) =>
        world.grid.setFormat(area, { underline: word(value, ["None", "Single"], "underline") === "Single" }),
    },
  },
};

function formatted<K extends keyof CellFormat>(
  member: K,
  read: (value: unknown) => CellFormat[K],
): Property<RangeSelf> {
  return {
    get: ({ world, area }) => world.grid.format(area)[member] ?? null,
    set: ({ world, area }, value) => world.grid.setFormat(area, { [member]: read(value) }),
  };
}

const namedColours: Readonly<Record<string, string>> = {
  black: "#000000",
  white: "#FFFFFF",
  red: "#FF0000",
  green: "#008000",
  blue: "#0000FF",
  yellow: "#FFFF00",
  orange: "#FFA500",
  gray: "#808080",
  grey: "#808080",
};

function colour(value: unknown): string {
  const given = text(value, "color");
  const hex = /^#?([0-9a-f]{6})$/i.exec(given)?.[1];
  if (hex !== undefined) return `#${hex.toUpperCase()}`;
  return text(namedColours[given.toLowerCase()], `color "${given}"`);
}

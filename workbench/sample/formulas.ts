import { money, type Block } from "./blocks";
import { registerCell } from "./register";

const lathe = ["Cost", "Salvage", "Life (years)"].map((header) => registerCell("A-1004", header)).join(",");

/** Formulas to play with: change the figures in B3:B5 and everything below follows. */
export const formulaBlocks: readonly Block[] = [
  { at: "A1", rows: [["Depreciation formulas"], ["Change the five figures below; everything else follows."]] },
  {
    at: "A3",
    rows: [
      ["Cost", 10_000],
      ["Salvage", 1_000],
      ["Life in years", 5],
      ["Method", "DB"],
      ["In service", { formula: "=DATE(2026,1,1)" }],
    ],
  },
  { at: "A9", rows: [["Charge of each year"]] },
  {
    at: "A10",
    rows: [
      ["Year", "Straight line", "Declining balance", "Sum of years"],
      [
        { formula: "=SEQUENCE(ROUNDUP($B$5,0))" },
        { formula: "=DEPR.SL($B$3,$B$4,$B$5)" },
        { formula: "=DEPR.DB($B$3,$B$4,$B$5)" },
        { formula: "=DEPR.SYD($B$3,$B$4,$B$5)" },
      ],
    ],
  },
  { at: "F9", rows: [["Schedule by year, with the method in B6"]] },
  { at: "F10", rows: [[{ formula: "=DEPR.SCHEDULE($B$3,$B$4,$B$5,$B$6)" }]] },
  { at: "L9", rows: [["Schedule by month from the date in B7, straight line"]] },
  { at: "L10", rows: [[{ formula: '=DEPR.SCHEDULE($B$3,$B$4,$B$5,"SL",$B$7,"month")' }]] },
  { at: "R9", rows: [["The CNC lathe of the register, by fiscal year from its first day"]] },
  {
    at: "R10",
    rows: [
      [
        {
          formula: `=DEPR.SCHEDULE(${lathe},${registerCell("A-1004", "Method")},${registerCell("A-1004", "In service")})`,
        },
      ],
    ],
  },
  { at: "F3", rows: [["Second year, straight line", "", "", { formula: "=DEPR.SL($B$3,$B$4,$B$5,2)" }]] },
  {
    at: "F4",
    rows: [["Second and third year, declining balance", "", "", { formula: "=DEPR.DB($B$3,$B$4,$B$5,{2,3})" }]],
  },
  { at: "F5", rows: [["First year with factor 1.5", "", "", { formula: "=DEPR.DB($B$3,$B$4,$B$5,1,1.5)" }]] },
  {
    at: "F6",
    rows: [["Fourth year, switching to straight line", "", "", { formula: "=DEPR.DB($B$3,$B$4,$B$5,4,2,TRUE)" }]],
  },
  {
    at: "F7",
    rows: [["All years of the sum of years together", "", "", { formula: "=SUM(DEPR.SYD($B$3,$B$4,$B$5))" }]],
  },
];

/** Number formats by area. */
export const formulaFormats: readonly (readonly [area: string, numberFormat: string])[] = [
  ["B3:B4", money],
  ["B7", "yyyy-mm-dd"],
  ["I3:J7", money],
  ["B11:D110", money],
  ["G11:J110", money],
  ["L11:L310", "yyyy-mm-dd"],
  ["M11:P310", money],
  ["R11:R110", "yyyy-mm-dd"],
  ["S11:V110", money],
];

/** Areas with headings, and areas with figures one may change. */
export const formulaHeadings = ["A1", "A9", "F9", "L9", "R9"] as const;
export const formulaTableHeads = ["A10:D10", "F10:J10", "L10:P10", "R10:V10"] as const;
export const formulaInputs = "B3:B7";

import { columnLetters } from "../host/area";
import { money, type Block } from "./blocks";

/** A formula worth looking at, with what it fills. A new function is an entry more in the list below. */
export interface Example {
  /** The function, such as DEPR.SL: by this word a test finds its figures. */
  readonly name: string;
  readonly says: string;
  readonly formula: string;
  /** The number formats of the columns that it fills. */
  readonly columns: readonly string[];
  /** Columns, counted from 0, whose first row is a date. */
  readonly datesOnTop?: readonly number[];
  /** Columns, counted from 0, that hold whole sentences. */
  readonly sentences?: readonly number[];
}

const general = "General";
const date = "yyyy-mm-dd";
const schedule = [general, money, money, money, money];

/** Every function of one asset, on the asset of Microsoft's and oanor's examples: 10,000, 1,000 at the end, 5 years. */
const ofOneAsset: readonly Example[] = [
  { name: "DEPR.SL", says: "Straight line", formula: "=DEPR.SL(10000,1000,5)", columns: [money] },
  { name: "DEPR.DB", says: "Declining balance", formula: "=DEPR.DB(10000,1000,5)", columns: [money] },
  { name: "DEPR.SYD", says: "Sum of years", formula: "=DEPR.SYD(10000,1000,5)", columns: [money] },
  { name: "DEPR.DDB", says: "As Excel's DDB", formula: "=DEPR.DDB(10000,1000,5)", columns: [money] },
  {
    name: "DEPR.VDB",
    says: "As Excel's VDB, from one age to another",
    formula: "=DEPR.VDB(2400,300,10,0,0.875,1.5)",
    columns: [money],
  },
  {
    name: "DEPR.FDB",
    says: "As Excel's DB, 7 months in the first year",
    formula: "=DEPR.FDB(1000000,100000,6,,7)",
    columns: [money],
  },
  {
    name: "DEPR.UOP",
    says: "Units of production, 5,000 in all",
    formula: "=DEPR.UOP(10000,2000,5000,{1200;500;1800;300;1100})",
    columns: [money],
  },
  { name: "DEPR.MACRS", says: "As the IRS prints it", formula: "=DEPR.MACRS(10000,5)", columns: [money] },
  {
    name: "DEPR.ACCUMULATED",
    says: "Charged by the end of 2026",
    formula: '=DEPR.ACCUMULATED(12000,0,5,DATE(2026,12,31),"SL",DATE(2026,3,15))',
    columns: [money],
  },
  {
    name: "DEPR.BOOKVALUE",
    says: "Left at the end of 2026",
    formula: '=DEPR.BOOKVALUE(12000,0,5,DATE(2026,12,31),"SL",DATE(2026,3,15))',
    columns: [money],
  },
  {
    name: "DEPR.BETWEEN",
    says: "Charged in the second half of 2026",
    formula: '=DEPR.BETWEEN(12000,0,5,DATE(2026,7,1),DATE(2026,12,31),"SL",DATE(2026,3,15))',
    columns: [money],
  },
  {
    name: "DEPR.EXPLAIN",
    says: "Why the second year takes 2,400",
    formula: '=DEPR.EXPLAIN(10000,1000,5,2,"DB")',
    columns: [general, general, general],
    sentences: [2],
  },
  {
    name: "DEPR.SCHEDULE",
    says: "The schedule of an asset, by fiscal year from 1 July 2026",
    formula: '=DEPR.SCHEDULE(10000,1000,5,"SL",DATE(2026,7,1))',
    columns: [date, money, money, money, money],
  },
  {
    name: "DEPR.COMPARE",
    says: "Methods side by side",
    formula: '=DEPR.COMPARE(10000,1000,5,{"SL","DB","SYD"})',
    columns: [general, money, money, money],
  },
  {
    name: "DEPR.REGROUP",
    says: "The sixty months of a schedule, as years",
    formula: '=DEPR.REGROUP(DEPR.SCHEDULE(10000,1000,5,"SYD",,"month"),"year")',
    columns: schedule,
  },
];

// With room for the rows that someone adds.
const register = "Register!$A$1:$S$200";
const amounts = (count: number): readonly string[] => Array<string>(count).fill(money);

/** Every function of a whole register, on the register of this workbook. */
const ofRegister: readonly Example[] = [
  {
    name: "DEPR.CHECK",
    says: "What to look at before trusting the register",
    formula: `=DEPR.CHECK(${register})`,
    columns: [general, general, general, general, general, general, money, money],
    sentences: [5],
  },
  {
    name: "DEPR.CHARGES",
    says: "The charges of the first half of 2026, asset by asset",
    formula: `=DEPR.CHARGES(${register},DATE(2026,1,1),DATE(2026,6,30))`,
    columns: [general, general, ...amounts(11), general],
    datesOnTop: [4, 5, 6, 7, 8, 9],
  },
  {
    name: "DEPR.ROLLFORWARD",
    says: "The note on fixed assets for the first half of 2026",
    formula: `=DEPR.ROLLFORWARD(${register},DATE(2026,1,1),DATE(2026,6,30))`,
    columns: [general, ...amounts(23)],
  },
  {
    name: "DEPR.JOURNAL",
    says: "The journal of January 2026",
    formula: `=DEPR.JOURNAL(${register},DATE(2026,1,31))`,
    columns: [general, date, general, general, money, money, ...Array<string>(5).fill(general)],
  },
];

/** The sheets of examples, each with its list. They stand side by side, for what they fill grows downwards. */
export const exampleSheets: readonly { readonly name: string; readonly examples: readonly Example[] }[] = [
  { name: "Examples", examples: ofOneAsset },
  { name: "Reports", examples: ofRegister },
];

/** An example and its first column, counted from 0. */
export interface PlacedExample extends Example {
  readonly column: number;
}

/** The examples of a list in their places, with a column free between them. */
export function placed(examples: readonly Example[]): readonly PlacedExample[] {
  let column = 0;
  return examples.map((example) => {
    const place = { ...example, column };
    column += Math.max(example.columns.length, narrowest) + 1;
    return place;
  });
}

// So that what an example says fits above a formula that fills one column.
const narrowest = 2;

/** The row, counted from 0, in which the formulas stand; above them, what they show, and how they are written. */
export const formulaRow = 3;

export function blocksOf({ name, says, formula, column }: PlacedExample): readonly Block[] {
  const letters = columnLetters(column);
  return [
    { at: `${letters}1`, rows: [[name], [says], [formula]] },
    { at: `${letters}${formulaRow + 1}`, rows: [[{ formula }]] },
  ];
}

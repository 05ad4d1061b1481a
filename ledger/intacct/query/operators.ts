/** What is compared: text, days and moments as text, numbers as whole hundredths. */
export type Comparable = string | bigint;

/** A value of a filter: everything from one end to the other. Most have both ends alike; a week has not. */
export interface Range {
  readonly from: Comparable;
  readonly to: Comparable;
}

/** How many values an operator takes, and whether it looks at parts of text. */
export type Takes = "one" | "list" | "two" | "part";

export interface Operator {
  /** Without the dollar sign. */
  readonly word: string;
  readonly takes: Takes;
  /** A value of nothing is null; so is a filter's value that asks for nothing. */
  readonly holds: (value: Comparable | null, asked: readonly (Range | null)[]) => boolean;
}

type Judge = (value: Comparable, first: Range, second: Range) => boolean;

const equals: Operator["holds"] = (value, asked) =>
  asked.some((range) => (range === null || value === null ? range === value : isWithin(value, range)));

const equal: Operator = { word: "eq", takes: "one", holds: equals };
const isIn: Operator = { word: "in", takes: "list", holds: equals };
const between = operator("between", "two", (value, first, second) => value >= first.from && value <= second.to);
const contains = operator("contains", "part", (value, { from }) => String(value).includes(String(from)));
const starts = operator("startsWith", "part", (value, { from }) => String(value).startsWith(String(from)));
const ends = operator("endsWith", "part", (value, { from }) => String(value).endsWith(String(from)));

/** The operators of the document; each negation holds wherever its own operator does not. */
export const operators: readonly Operator[] = [
  equal,
  not("ne", equal),
  operator("lt", "one", (value, { from }) => value < from),
  operator("lte", "one", (value, { to }) => value <= to),
  operator("gt", "one", (value, { to }) => value > to),
  operator("gte", "one", (value, { from }) => value >= from),
  isIn,
  not("notIn", isIn),
  between,
  not("notBetween", between),
  contains,
  not("notContains", contains),
  starts,
  not("notStartsWith", starts),
  ends,
  not("notEndsWith", ends),
];

// What holds nothing is neither less nor more than anything, and no part of it is anything.
function operator(word: string, takes: Takes, judge: Judge): Operator {
  return {
    word,
    takes,
    holds: (value, [first = null, second = first]) =>
      value !== null && first !== null && second !== null && judge(value, first, second),
  };
}

function not(word: string, { takes, holds }: Operator): Operator {
  return { word, takes, holds: (value, asked) => !holds(value, asked) };
}

function isWithin(value: Comparable, { from, to }: Range): boolean {
  return value >= from && value <= to;
}

/** PostgreSQL's numbers for the types whose text we read ourselves. */
const boolean = 16;
const bigint = 20;
const smallint = 21;
const integer = 23;
const date = 1082;
const timestamp = 1114;
const timestampWithZone = 1184;

/**
 * How a column's text becomes a value, by PostgreSQL type; of any other type it stays text. Both drivers would turn a date into a Date at local midnight,
 * which moves it by a day west of Greenwich; here it stays text.
 */
export const columnReaders: Readonly<Record<number, (text: string) => string | number | boolean>> = {
  [boolean]: (text) => text === "t",
  [bigint]: wholeNumber,
  [smallint]: wholeNumber,
  [integer]: wholeNumber,
  [date]: asText,
  [timestamp]: asText,
  [timestampWithZone]: asText,
};

function asText(text: string): string {
  return text;
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} is beyond the whole numbers that JSON carries.`);
  return number;
}

import { wholeNumber } from "./given";
import { hostObject, type HostObject, type ObjectType } from "./object";

/** Excel's own functions, called by an add-in: only those that tell something about the workbook. */
export function functionsOf(): HostObject {
  return hostObject(functionsType, undefined);
}

const functionsType: ObjectType<undefined> = {
  name: "Functions",
  methods: {
    Date: (_self, [year, month, day]) =>
      resultOf(serial(wholeNumber(year, "year"), wholeNumber(month, "month"), wholeNumber(day, "day"))),
  },
};

interface ResultSelf {
  readonly value: number;
}

const resultType: ObjectType<ResultSelf> = {
  name: "FunctionResult",
  properties: { Value: { get: ({ value }) => value }, Error: { get: () => null } },
};

function resultOf(value: number): HostObject {
  return hostObject(resultType, { value });
}

/** The serial number of a day in the 1900 date system, which is the workbench's; right from March 1900 on. */
function serial(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / 86_400_000 + 25_569;
}

import { CellError, type Cells, type Given } from "../../workbench/functions/cell";
import { callFunction, type Implementation } from "../../workbench/functions/call";
import type { FunctionMetadata, ParameterMetadata } from "../../workbench/functions/metadata";

const number = (name: string, more: Partial<ParameterMetadata> = {}): ParameterMetadata => ({
  name,
  type: "number",
  ...more,
});

function metadata(...parameters: readonly ParameterMetadata[]): FunctionMetadata {
  return { id: "DEPR.TEST", name: "DEPR.TEST", parameters };
}

/** The arguments as the function saw them. */
function seen(given: readonly Given[], ...parameters: readonly ParameterMetadata[]): unknown {
  let arrived: readonly unknown[] = [];
  const note: Implementation = (...each) => {
    arrived = each;
    return 0;
  };
  void callFunction(metadata(...parameters), note, given);
  return arrived;
}

describe("a function of the add-in gets its arguments as Excel hands them over", () => {
  const optional = number("life", { optional: true });
  const matrix: ParameterMetadata = { name: "options", dimensionality: "matrix", type: "any", optional: true };

  test("a single value as it is, a left-out one and a blank one as null", () => {
    expect(seen([[[5]], [[null]]], number("cost"), optional, optional)).toEqual([5, null, null]);
  });

  test("a matrix that is left out between commas as null, which is not a blank cell", () => {
    expect(seen([null, [[5]]], matrix, optional)).toEqual([null, 5]);
    expect(seen([[[null]], [[5]]], matrix, optional)).toEqual([[[null]], 5]);
  });

  test("a matrix as rows, even if it is one cell, with blanks as null", () => {
    expect(seen([[[1]]], matrix)).toEqual([[[1]]]);
    expect(
      seen(
        [
          [
            ["factor", 2],
            [null, null],
          ],
        ],
        matrix,
      ),
    ).toEqual([
      [
        ["factor", 2],
        [null, null],
      ],
    ]);
  });

  test("values of the type that was declared", () => {
    expect(seen([[["12.5"]], [[true]]], number("cost"), number("salvage"))).toEqual([12.5, 1]);
    expect(seen([[[7]], [[false]]], { name: "method", type: "string" }, { name: "word", type: "string" })).toEqual([
      "7",
      "FALSE",
    ]);
    expect(seen([[["true"]], [[0]]], { name: "a", type: "boolean" }, { name: "b", type: "boolean" })).toEqual([
      true,
      false,
    ]);
  });

  test("anything that was declared as any", () => {
    expect(seen([[["abc"]], [[2]]], { name: "a", type: "any" }, { name: "b", type: "any" })).toEqual(["abc", 2]);
  });
});

describe("a function of the add-in never brings the grid down", () => {
  const call = (implementation: Implementation, ...given: readonly Cells[]): unknown =>
    callFunction(metadata(number("cost"), number("life", { optional: true })), implementation, given);

  test("text where a number is wanted is #VALUE! and is not even called", () => {
    const called = jest.fn();
    expect(call(called, [["abc"]])).toEqual([[new CellError("#VALUE!", 'cost is "abc", but must be a number.')]]);
    expect(called).not.toHaveBeenCalled();
  });

  test("an error among the arguments is the result", () => {
    const error = new CellError("#REF!");
    expect(call(() => 1, [[error]])).toEqual([[error]]);
    expect(call(() => 1, [[1]], [[error]])).toEqual([[error]]);
  });

  test("too few or too many arguments are #VALUE! with the number that would be right", () => {
    expect(call(() => 1)).toEqual([[new CellError("#VALUE!", "DEPR.TEST takes 1 to 2 arguments, but 0 were given.")]]);
    expect(call(() => 1, [[1]], [[1]], [[1]])).toEqual([
      [new CellError("#VALUE!", "DEPR.TEST takes 1 to 2 arguments, but 3 were given.")],
    ]);
  });

  test("a thrown error of the add-in keeps its code and its sentence", () => {
    const thrown = { code: "#NUM!", message: "life is -5, but must be more than 0." };
    const call_ = call(() => {
      // As in the frame, this is an error of another window: only its members tell what it is.
      // eslint-disable-next-line @typescript-eslint/only-throw-error
      throw thrown;
    }, [[1]]);
    expect(call_).toEqual([[new CellError("#NUM!", thrown.message)]]);
  });

  test("any other throw is #VALUE! with its message", () => {
    const result = call(() => {
      throw new TypeError("x is undefined");
    }, [[1]]);
    expect(result).toEqual([[new CellError("#VALUE!", "x is undefined")]]);
  });

  test.each<[string, unknown, unknown]>([
    ["a number that is none", NaN, new CellError("#NUM!")],
    ["an infinite number", -Infinity, new CellError("#NUM!")],
    ["nothing", undefined, null],
    ["text that looks like a date", "2026-01-31", "2026-01-31"],
    ["an object", {}, new CellError("#VALUE!", "The function returned no value of a cell.")],
    ["an error it made", { code: "#N/A", message: "none" }, new CellError("#N/A", "none")],
    ["a formatted number", { type: "FormattedNumber", basicValue: 46053, numberFormat: "yyyy-mm-dd" }, 46053],
  ])("%s comes out as a cell can show it", (_name, returned, cell) => {
    expect(call(() => returned, [[1]])).toEqual([[cell]]);
  });

  test("rows of different lengths are filled up, and an empty array is #CALC!", () => {
    expect(call(() => [[1, 2], [3]], [[1]])).toEqual([
      [1, 2],
      [3, new CellError("#N/A")],
    ]);
    expect(call(() => [], [[1]])).toEqual([[new CellError("#CALC!", "The function returned an empty array.")]]);
  });

  test("a promise is waited for, and a rejected one is a cell error", async () => {
    expect(await call(() => Promise.resolve([[1, 2]]), [[1]])).toEqual([[1, 2]]);
    expect(await call(() => Promise.reject(new Error("no answer")), [[1]])).toEqual([
      [new CellError("#VALUE!", "no answer")],
    ]);
  });
});

describe("a range where one value is wanted", () => {
  const double: Implementation = (cost) => Number(cost) * 2;
  const call = (implementation: Implementation, ...given: readonly Cells[]): unknown =>
    callFunction(metadata(number("cost"), number("life", { optional: true })), implementation, given);

  test("calls the function for each of its cells", () => {
    expect(
      call(double, [
        [1, 2],
        [3, 4],
      ]),
    ).toEqual([
      [2, 4],
      [6, 8],
    ]);
  });

  test("goes with a row or a column beside it, and says #N/A where there is no partner", () => {
    const sum: Implementation = (one, other) => Number(one) + Number(other);
    expect(call(sum, [[1], [2]], [[10, 20]])).toEqual([
      [11, 21],
      [12, 22],
    ]);
    expect(call(sum, [[1], [2]], [[10], [20], [30]])).toEqual([[11], [22], [new CellError("#N/A")]]);
  });

  test("is #CALC! where each call would spill", () => {
    const [[first] = []] = call(() => [[1], [2]], [[1], [2]]) as Cells;
    expect(first).toEqual(
      new CellError("#CALC!", "One value was wanted for each cell, but the function spills for each of them."),
    );
  });

  test("waits for all of them when they answer later", async () => {
    expect(await call(async (cost) => Promise.resolve(Number(cost) + 1), [[1], [2]])).toEqual([[2], [3]]);
  });
});

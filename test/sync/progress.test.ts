// Goal: progress is told as often as somebody can read it, and its end always. Method: a clock that the test moves.
import { progressOf } from "../../src/sync/progress";
import { stoppedClock } from "./time";

test("a row every 30 ms is told every fourth time, the last one in any case, with the rate of them all", () => {
  let now = 0;
  const told: (readonly [done: number, rowsPerSecond: number, secondsLeft: number | undefined])[] = [];
  const step = progressOf(10, { ...stoppedClock, now: () => now }, ({ done, rowsPerSecond, secondsLeft }) =>
    told.push([done, Math.round(rowsPerSecond), secondsLeft === undefined ? undefined : Math.round(secondsLeft * 100)]),
  );
  for (let row = 1; row <= 10; row += 1) {
    now += 30;
    step();
  }
  expect(told).toEqual([
    [0, 0, undefined],
    [4, 33, 18],
    [8, 33, 6],
    [10, 33, 0],
  ]);
});

// The protocol's moves as one table: every line is a state, what happens, and the state after it. A move that is not
// here must not exist.
import { type RowEvent, type RowState, after, moves } from "../../src/sync";

const table = `
DRAFT     found-wrong    INVALID
DRAFT     found-right    READY
DRAFT     found-zero     SKIPPED
DRAFT     there          POSTED
INVALID   edited         DRAFT
SKIPPED   edited         DRAFT
READY     queued         QUEUED
READY     edited         DRAFT
READY     there          POSTED
QUEUED    journaled      SENDING
QUEUED    not-sent       READY
SENDING   confirmed      POSTED
SENDING   differs        CONFLICT
SENDING   there-twice    DUPLICATE
SENDING   refused        REJECTED
SENDING   period-closed  LOCKED
SENDING   no-answer      UNKNOWN
SENDING   not-sent       READY
UNKNOWN   journaled      SENDING
UNKNOWN   there          POSTED
UNKNOWN   not-there      READY
UNKNOWN   differs        CONFLICT
UNKNOWN   there-twice    DUPLICATE
REJECTED  edited         DRAFT
REJECTED  queued         QUEUED
REJECTED  there          POSTED
LOCKED    edited         DRAFT
LOCKED    queued         QUEUED
LOCKED    there          POSTED
CONFLICT  there          POSTED
CONFLICT  not-there      READY
CONFLICT  reversed       REVERSED
DUPLICATE there          POSTED
DUPLICATE reversed       REVERSED
POSTED    edited         CHANGED
POSTED    reversed       REVERSED
POSTED    not-there      READY
POSTED    there-twice    DUPLICATE
CHANGED   edited         CHANGED
CHANGED   there          POSTED
CHANGED   reversed       REVERSED
REVERSED  revised        READY
`;

const lines = table
  .trim()
  .split("\n")
  .map((line) => line.split(/\s+/) as [RowState, RowEvent, RowState]);

test.each(lines)("%s, %s: %s", (from, event, to) => {
  expect(after(from, event)).toBe(to);
});

test("there is no other move", () => {
  const built = Object.values(moves).flatMap((of) => Object.keys(of));
  expect(built).toHaveLength(lines.length);
});

test("every state can be reached from DRAFT, and POSTED from every state", () => {
  const states = Object.keys(moves) as RowState[];
  expect(reachableFrom("DRAFT")).toEqual(new Set(states));
  for (const state of states) expect(reachableFrom(state)).toContain("POSTED");
});

test("what may be in the ledger never becomes READY without a look at it, or a word that it was not sent", () => {
  const freeing = lines.filter(([from, , to]) => to === "READY" && !["DRAFT", "QUEUED"].includes(from));
  expect(freeing.map(([from, event]) => [from, event])).toEqual([
    ["SENDING", "not-sent"],
    ["UNKNOWN", "not-there"],
    ["CONFLICT", "not-there"],
    ["POSTED", "not-there"],
    ["REVERSED", "revised"],
  ]);
});

function reachableFrom(start: RowState): ReadonlySet<RowState> {
  const reached = new Set<RowState>([start]);
  for (const state of reached) for (const next of Object.values(moves[state])) reached.add(next);
  return reached;
}

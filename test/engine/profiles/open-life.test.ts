// Lives without an end, by profiles that round as they go. Goal: a schedule that comes to an end, whatever the rounding.
import { profiles, schedule } from "../../../src/engine";
import { assetTermsOf } from "../case-table";
import { value } from "../random-assets";

test.each(profiles.map(({ word }) => [word]))("by %s a rate alone brings an asset to its end", (word) => {
  const options = new Map(
    Object.entries({ profile: word, rate: "0.25", "in-service": "2020-03-15", every: "quarter" }),
  );
  const [last] = value(
    schedule(assetTermsOf({ line: "", words: ["RB", "1000", "0", "-"], options, expected: "" })),
  ).slice(-1);
  // A quarter's sixteenth of less than 8 rounds to nothing.
  expect(last?.closing).toBeLessThan(8);
});

import { presentable } from "../../src/connectors/words";

describe("what a ledger said, made fit to be shown", () => {
  test.each([
    ["a token of ours is veiled", "token s3cret-7 is bad", "token ••• is bad"],
    ["somebody else's credentials are veiled", "got Bearer abc.def-1", "got Bearer •••"],
    ["a sentence about the token stays a sentence", "The bearer token is not valid.", "The bearer token is not valid."],
  ])("%s", (_name, said, shown) => {
    expect(presentable(said, "s3cret-7")).toBe(shown);
  });
});

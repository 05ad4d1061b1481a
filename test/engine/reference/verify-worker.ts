/** One of the workers of `npm run verify`: judges the cases that it is given, method by method. */
import { parentPort } from "node:worker_threads";
import { methods } from "../../../src/engine";
import { judgeCases } from "./judge";

interface Task {
  readonly word: string;
  readonly seed: string;
  readonly first: number;
  readonly count: number;
}

/** The words of the methods to judge: all that the engine lists. */
export const words: readonly string[] = methods.map(({ word }) => word);

parentPort?.on("message", ({ word, seed, first, count }: Task) => {
  const method = methods.find((one) => one.word === word);
  if (method === undefined) throw new Error(`the engine lists no method ${word}`);
  parentPort?.postMessage({ word, ...judgeCases(method, seed, first, count) });
});

import { callFunction } from "../functions/call";
import { CellError, type Cells, type Given } from "../functions/cell";
import type { FunctionMetadata } from "../functions/metadata";
import type { CellPlace } from "../univer/executor";
import type { Caller, Sentences } from "../univer/functions";
import type { LateAnswers } from "../univer/late-answers";
import type { AddInFrame } from "./add-in-frame";

interface CallerParts {
  readonly frame: AddInFrame;
  readonly sentences: Sentences;
  /** Known only once a workbook is open. */
  readonly lateAnswers: () => LateAnswers | undefined;
}

const absent: Cells = [[new CellError("#GETTING_DATA", "The add-in is not loaded.")]];

/** Calls the add-in's functions in its frame, and remembers for each cell what they say about an error. */
export function addInCaller({ frame, sentences, lateAnswers }: CallerParts): Caller {
  return (metadata, place, given) => {
    const cells = answer(metadata, place, given);
    sentences.note(place, cells);
    return cells;
  };

  function answer(metadata: FunctionMetadata, place: CellPlace, given: readonly Given[]): Cells {
    const implementation = frame.implementation(metadata.id);
    if (implementation === undefined) return absent;
    const result = callFunction(metadata, implementation, given);
    if (!("then" in result)) return result;
    const call = `${metadata.id}(${JSON.stringify(given)})`;
    return lateAnswers()?.answer(place, call, async () => result) ?? absent;
  }
}

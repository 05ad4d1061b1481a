import { ICommandService, CommandType } from "@univerjs/core";
import { IActiveDirtyManagerService } from "@univerjs/engine-formula";
import { CellError, type Cells } from "../functions/cell";
import type { CellPlace } from "./executor";
import type { OpenedWorkbook } from "./opened-workbook";
import type { Settling } from "./settling";

/** Calls whose answer comes later: the cell waits with an error of its own, and is calculated again with the answer. */
export interface LateAnswers {
  /** What the cell shows now for a call: the answer if it came, else that it is waited for. */
  answer(place: CellPlace, call: string, start: () => Promise<Cells>): Cells;
}

const waiting: Cells = [[new CellError("#GETTING_DATA", "The answer is on its way.")]];

const arrived = { id: "workbench.mutation.answer-arrived", type: CommandType.MUTATION, handler: () => true } as const;

interface Entry {
  readonly call: string;
  answer: Cells | undefined;
}

export function createLateAnswers({ injector, unitId }: OpenedWorkbook, settling: Settling): LateAnswers {
  const entries = new Map<string, Entry>();
  const commands = injector.get(ICommandService);
  commands.registerCommand(arrived);
  injector.get(IActiveDirtyManagerService).register(arrived.id, {
    commandId: arrived.id,
    getDirtyData: ({ params }) => {
      const { sheetId, row, column } = params as CellPlace;
      const range = { startRow: row, endRow: row, startColumn: column, endColumn: column };
      return { dirtyRanges: [{ unitId, sheetId, range }] };
    },
  });
  return {
    answer: (place, call, start) => {
      const key = `${place.sheetId} ${place.row} ${place.column} ${call.slice(0, call.indexOf("("))}`;
      const known = entries.get(key);
      if (known?.call === call) return known.answer ?? waiting;
      const entry: Entry = { call, answer: undefined };
      entries.set(key, entry);
      const end = settling.begin();
      void start().then((cells) => {
        entry.answer = cells;
        if (entries.get(key) === entry) commands.syncExecuteCommand(arrived.id, { ...place });
        end();
      });
      return waiting;
    },
  };
}

import { ICommandService, IUndoRedoService, CommandType } from "@univerjs/core";
import { readMetadata, type FunctionsMetadata } from "../functions/metadata";
import type { Grid } from "../host/grid";
import { fillSample, sampleSheets } from "../sample/open";
import { createUniver } from "../univer/create";
import { createSentences, describeFunctions, registerFunctions, type Sentences } from "../univer/functions";
import { growTables } from "../univer/growing-tables";
import { createLateAnswers, type LateAnswers } from "../univer/late-answers";
import { openedWorkbook, type OpenedWorkbook } from "../univer/opened-workbook";
import { sparePlainWrites } from "../univer/plain-writes";
import { watchCalculation, type Settling } from "../univer/settling";
import { widenForNumbers } from "../univer/fitting";
import { followHeaders } from "../univer/tables";
import { createUniverGrid, sheetSize } from "../univer/univer-grid";
import { addInCaller } from "./add-in-functions";
import type { AddInFrame } from "./add-in-frame";
import { element } from "./element";
import type { SavedWorkbook } from "./saving";
import type { IWorkbookData } from "@univerjs/core";

/** The workbook on the screen. */
export interface ShownWorkbook {
  readonly grid: Grid;
  readonly sentences: Sentences;
  readonly snapshot: () => IWorkbookData;
  readonly onChange: (listener: () => void) => void;
  /** Calculates everything anew. */
  readonly calculate: () => void;
  /** Calls back whenever everything is calculated. */
  readonly onRest: (listener: () => void) => void;
}

/** The functions the add-in says it has. */
export async function fetchMetadata(): Promise<FunctionsMetadata> {
  const answer = await fetch("/functions.json");
  if (!answer.ok) throw new Error(`functions.json could not be fetched: ${answer.status}.`);
  return readMetadata(await answer.text());
}

/** Opens the saved workbook, or the sample on the first start, with the add-in's functions known to it. */
export async function openWorkbook(
  frame: AddInFrame,
  metadata: FunctionsMetadata,
  saved: SavedWorkbook | undefined,
): Promise<ShownWorkbook> {
  const { univer, facade } = createUniver(element("grid"));
  const injector = univer.__getInjector();
  const sentences = createSentences();
  const late: { answers?: LateAnswers } = {};
  registerFunctions(injector, metadata, addInCaller({ frame, sentences, lateAnswers: () => late.answers }));
  const workbook = facade.createWorkbook(saved?.snapshot ?? blankWorkbook());
  describeFunctions(injector, metadata);
  const opened = openedWorkbook(facade, injector, workbook);
  sparePlainWrites(opened);
  const settling = watchCalculation(opened);
  late.answers = createLateAnswers(opened, settling);
  const grid = createUniverGrid(opened, settling);
  growTables(opened, grid);
  followHeaders(opened, grid);
  keepNumbersWhole(opened, grid, settling);
  if (saved === undefined) {
    await fillSample(grid);
    // The sample is where a workbook begins; there is nothing to undo before it.
    injector.get(IUndoRedoService).clearUndoRedo(opened.unitId);
  }
  return {
    grid,
    sentences,
    calculate: () => settling.calculate(),
    snapshot: () => workbook.save(),
    onChange: changes(opened),
    onRest: (listener) => settling.onRest(listener),
  };
}

/** Whenever something may have come into sight: after a calculation, on another sheet, after scrolling. */
function keepNumbersWhole(opened: OpenedWorkbook, grid: Grid, settling: Settling): void {
  const widen = (): void => widenForNumbers(opened, grid);
  settling.onRest(widen);
  grid.listen(({ kind }) => {
    if (kind === "activated") setTimeout(widen);
  });
  opened.facade.addEvent(opened.facade.Event.Scroll, widen);
}

function blankWorkbook(): Partial<IWorkbookData> {
  const sheets = sampleSheets.map((name, index) => ({
    id: `sheet-${index + 1}`,
    name,
    rowCount: sheetSize.rows,
    columnCount: sheetSize.columns,
  }));
  return {
    id: "workbook",
    name: "Workbook",
    sheetOrder: sheets.map(({ id }) => id),
    sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id, sheet])),
  };
}

/** Everything that changes a snapshot is a mutation. */
function changes({ injector }: OpenedWorkbook): ShownWorkbook["onChange"] {
  return (listener) => {
    injector.get(ICommandService).onCommandExecuted(({ id, type }) => {
      if ((type === CommandType.MUTATION && id.startsWith("sheet.")) || id.startsWith("data-validation")) listener();
    });
  };
}

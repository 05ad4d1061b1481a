import { ICommandService, type ICommandInfo } from "@univerjs/core";
import {
  FormulaExecutedStateType,
  IActiveDirtyManagerService,
  IFunctionService,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
  SetTriggerFormulaCalculationStartMutation,
  type ISetFormulaCalculationNotificationMutation,
} from "@univerjs/engine-formula";
import type { OpenedWorkbook } from "./opened-workbook";
import { createSpillGuard } from "./spill-guard";

/** Knows whether the grid is at rest, and brings it there. */
export interface Settling {
  /** Resolves when everything is calculated and nothing is on its way. Rejects when that takes longer than a minute. */
  settle(): Promise<void>;
  /** Counts something that is on its way from outside the formula engine, such as an answer that comes later. */
  begin(): () => void;
  /** Calls back whenever the grid has come to rest. */
  onRest(listener: () => void): void;
}

const longestWait = 60_000;
const mostRepeats = 3;

/** Commands after which the cells that formulas name are others. */
const structural = /insert-(row|col)|remove-(row|col)|move-(row|col|range)|reorder|table/;

/** Watches Univer's calculation from the first moment of a workbook on. */
export function watchCalculation(opened: OpenedWorkbook): Settling {
  const isVacated = createSpillGuard(opened);
  const dirties = opened.injector.get(IActiveDirtyManagerService);
  const state = { waiting: false, running: 0, outside: 0, isTouched: true, repeats: 0 };
  const restListeners: (() => void)[] = [];
  let wake: (() => void)[] = [];
  const isResting = (): boolean => !state.waiting && state.running <= 0 && state.outside === 0;
  const changed = (): void => {
    if (!isResting()) return;
    const waking = wake;
    wake = [];
    waking.forEach((resume) => resume());
    restListeners.forEach((listener) => listener());
  };
  const calculateAll = (): void => {
    // Univer carries the order out a little later, and is not at rest until then.
    state.waiting = true;
    opened.facade.getFormula().executeCalculation();
  };
  const ended = (executed: FormulaExecutedStateType): void => {
    state.running = Math.max(0, state.running - 1);
    if (executed !== FormulaExecutedStateType.STOP_EXECUTION) repeatIfVacated();
    changed();
  };
  /** Some cells were given up: whoever looks at them is calculated again. Formulas that fight for cells stop after a few rounds. */
  const repeatIfVacated = (): void => {
    state.repeats = isVacated() ? state.repeats + 1 : 0;
    if (state.repeats > 0 && state.repeats <= mostRepeats) calculateAll();
  };
  const service = opened.injector.get(ICommandService);
  service.onCommandExecuted((command, options) => {
    if (command.id === SetFormulaCalculationStartMutation.id) {
      state.waiting = false;
      state.running += 1;
    } else if (command.id === SetFormulaCalculationNotificationMutation.id) {
      const executed = executedState(command);
      if (executed !== undefined) ended(executed);
    } else if (dirties.get(command.id) !== undefined && options?.["fromFormula"] !== true) {
      if (structural.test(command.id)) forgetParsedFormulas(opened);
      if (!startsCalculation(command, options?.onlyLocal === true)) return;
      state.waiting = true;
      if (command.id !== SetTriggerFormulaCalculationStartMutation.id) state.isTouched = true;
    }
  });
  const atRest = async (): Promise<void> => {
    if (!isResting()) await within(longestWait, new Promise<void>((resolve) => wake.push(resolve)));
  };
  return {
    settle: async () => {
      // A forced calculation joins whatever is waiting; it is the one whose results can be believed.
      if (state.isTouched) calculateAll();
      state.isTouched = false;
      await atRest();
    },
    begin: () => {
      state.outside += 1;
      return () => {
        state.outside -= 1;
        changed();
      };
    },
    onRest: (listener) => void restListeners.push(listener),
  };
}

function executedState(command: Readonly<ICommandInfo>): FormulaExecutedStateType | undefined {
  const { stageInfo, functionsExecutedState } = command.params as ISetFormulaCalculationNotificationMutation;
  return stageInfo == null ? functionsExecutedState : undefined;
}

// Univer itself does not calculate after these, so nothing would ever end the waiting.
const formatTriggers: ReadonlySet<unknown> = new Set([
  "sheet.command.set-style",
  "sheet.command.set-border",
  "sheet.command.clear-selection-format",
]);

function startsCalculation(command: Readonly<ICommandInfo>, onlyLocal: boolean): boolean {
  if (command.id !== "sheet.mutation.set-range-values") return true;
  const { trigger } = (command.params ?? {}) as { readonly trigger?: string };
  return !onlyLocal && !formatTriggers.has(trigger);
}

/** Parsed formulas are remembered by their text, also when the text now means other cells. Every key begins with the unit. */
function forgetParsedFormulas({ injector, unitId }: OpenedWorkbook): void {
  injector.get(IFunctionService).deleteFormulaAstCacheKey(unitId);
}

async function within(milliseconds: number, promise: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("The sheet did not come to rest within a minute.")), milliseconds);
  });
  try {
    await Promise.race([promise, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

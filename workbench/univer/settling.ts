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
import { createRest, type Rest } from "./rest";
import { createSpillGuard } from "./spill-guard";

/** Brings the grid to rest with every figure right. */
export interface Settling {
  /** Resolves when everything is calculated and nothing is on its way. Rejects when that takes longer than a minute. */
  settle(): Promise<void>;
  /** Calculates everything anew, for reasons that the grid cannot see. */
  calculate(): void;
  /** Counts something that is on its way from outside the formula engine, until the function it gives is called. */
  begin(): () => void;
  /** Calls back whenever the grid has come to rest. */
  onRest(listener: () => void): void;
}

/** Formulas that fight for the same cells would go on giving them up for ever. */
const mostRepeats = 3;

/** Commands after which the cells that formulas name are others. */
const structural = /insert-(row|col)|remove-(row|col)|move-(row|col|range)|reorder|table/;

/** Watches Univer's calculation from the first moment of a workbook on. */
export function watchCalculation(opened: OpenedWorkbook): Settling {
  const rest = createRest();
  const touched = { since: true };
  const calculateAll = (): void => {
    // Univer carries the order out a little later, and is not at rest until then.
    rest.asked();
    opened.facade.getFormula().executeCalculation();
  };
  const ended = guarded(opened, rest, calculateAll);
  opened.injector.get(ICommandService).onCommandExecuted((command, options) => {
    if (command.id === SetFormulaCalculationStartMutation.id) {
      rest.began();
      return;
    }
    if (command.id === SetFormulaCalculationNotificationMutation.id) {
      ended(executedState(command));
      return;
    }
    if (!startsCalculation(opened, command, options)) return;
    rest.asked();
    if (command.id !== SetTriggerFormulaCalculationStartMutation.id) touched.since = true;
    if (structural.test(command.id)) forgetParsedFormulas(opened);
  });
  return {
    settle: async () => {
      // A forced calculation joins whatever is waiting; it is the one whose results can be believed.
      if (touched.since) calculateAll();
      touched.since = false;
      await rest.whenThere();
    },
    calculate: calculateAll,
    begin: () => rest.outside(),
    onRest: (listener) => rest.listen(listener),
  };
}

/** What happens when a calculation ends: whoever looks at cells that were given up in it is calculated again. */
function guarded(
  opened: OpenedWorkbook,
  rest: Rest,
  calculateAll: () => void,
): (executed: FormulaExecutedStateType | undefined) => void {
  const isVacated = createSpillGuard(opened);
  let repeats = 0;
  return (executed) => {
    if (executed === undefined) {
      rest.goesOn();
      return;
    }
    // Univer says more than once that it stopped, also after it has begun again.
    if (executed === FormulaExecutedStateType.STOP_EXECUTION) {
      rest.brokenOff();
      return;
    }
    rest.ended();
    repeats = isVacated() ? repeats + 1 : 0;
    if (repeats > 0 && repeats <= mostRepeats) calculateAll();
    rest.check();
  };
}

/** How a calculation ended; undefined for a message on the way. */
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

interface CommandOptions {
  readonly onlyLocal?: boolean;
  readonly fromFormula?: boolean;
}

function startsCalculation(
  { injector }: OpenedWorkbook,
  command: Readonly<ICommandInfo>,
  { onlyLocal = false, fromFormula = false }: CommandOptions = {},
): boolean {
  if (fromFormula || injector.get(IActiveDirtyManagerService).get(command.id) === undefined) return false;
  if (command.id !== "sheet.mutation.set-range-values") return true;
  const { trigger } = (command.params ?? {}) as { readonly trigger?: string };
  return !onlyLocal && !formatTriggers.has(trigger);
}

/** Parsed formulas are remembered by their text, also when the text now means other cells. Every key begins with the unit. */
function forgetParsedFormulas({ injector, unitId }: OpenedWorkbook): void {
  injector.get(IFunctionService).deleteFormulaAstCacheKey(unitId);
}

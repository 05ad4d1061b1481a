import { FunctionType, IFunctionService, type IFunctionInfo } from "@univerjs/engine-formula";
import { IDescriptionService } from "@univerjs/sheets-formula";
import { BooleanNumber, type Injector } from "@univerjs/core";
import { firstError, type Cells, type Given } from "../functions/cell";
import type { EnumMetadata, FunctionMetadata, FunctionsMetadata, ParameterMetadata } from "../functions/metadata";
import { AddInFunction, type CellPlace } from "./executor";

/** Answers a call of one of the add-in's functions. */
export type Caller = (metadata: FunctionMetadata, place: CellPlace, given: readonly Given[]) => Cells;

/** Makes the add-in's functions known to Univer's engine. */
export function registerFunctions(injector: Injector, metadata: FunctionsMetadata, caller: Caller): void {
  const names = metadata.functions.map(({ name }) => name.toUpperCase());
  const executors = metadata.functions.map(
    (each) => new AddInFunction(each.name.toUpperCase(), (place, given) => caller(each, place, given)),
  );
  const service = injector.get(IFunctionService);
  service.registerExecutors(...executors);
  // Formulas that were read before their functions were known remember that they were not.
  service.deleteFormulaAstCacheKey(...names);
}

/** Tells Univer what to show while one of the functions is typed. Only once a workbook is open. */
export function describeFunctions(injector: Injector, metadata: FunctionsMetadata): void {
  const descriptions = metadata.functions.map((each) => described(each, metadata.enums ?? []));
  injector.get(IDescriptionService).registerDescriptions(descriptions);
}

function described(metadata: FunctionMetadata, enums: readonly EnumMetadata[]): IFunctionInfo {
  const description = metadata.description ?? "";
  return {
    functionName: metadata.name.toUpperCase(),
    functionType: FunctionType.Financial,
    description,
    abstract: description,
    functionParameter: metadata.parameters.map((parameter) => describedParameter(parameter, enums)),
  };
}

function describedParameter(
  parameter: ParameterMetadata,
  enums: readonly EnumMetadata[],
): IFunctionInfo["functionParameter"][number] {
  const choices = enums.find(({ id }) => id === parameter.customEnumId)?.values ?? [];
  const words = choices.map(({ stringValue, numberValue, name }) => stringValue ?? String(numberValue ?? name));
  const oneOf = words.length === 0 ? "" : ` One of ${words.join(", ")}.`;
  return {
    name: parameter.name,
    detail: `${parameter.description ?? ""}${oneOf}`.trim(),
    example: "",
    require: truth(parameter.optional !== true),
    repeat: truth(parameter.repeating === true),
  };
}

function truth(is: boolean): BooleanNumber {
  return is ? BooleanNumber.TRUE : BooleanNumber.FALSE;
}

/** What cells say about the errors of the functions they call. */
export interface Sentences {
  /** Remembers, or forgets, the sentence of a cell after a call from it. */
  note(place: CellPlace, result: Cells): void;
  at(place: CellPlace): string | undefined;
}

export function createSentences(): Sentences {
  const sentences = new Map<string, string>();
  const key = ({ sheetId, row, column }: CellPlace): string => `${sheetId} ${row} ${column}`;
  return {
    note: (place, result) => {
      const sentence = firstError(result)?.sentence;
      if (sentence === undefined) sentences.delete(key(place));
      else sentences.set(key(place), sentence);
    },
    at: (place) => sentences.get(key(place)),
  };
}

import { DataValidationErrorStyle, DataValidationRenderMode, DataValidationType } from "@univerjs/core";
import type { Area } from "../host/area";
import type { Grid, ListValidation } from "../host/grid";
import { facadeRange, partInGrid, reach, type OpenedWorkbook } from "./opened-workbook";

/** Drop-down lists in Univer. */
export function validationPart(opened: OpenedWorkbook): Pick<Grid, "validation" | "setValidation"> {
  return {
    validation: (area) => validation(opened, area),
    setValidation: (area, list) => setValidation(opened, area, list),
  };
}

/** The list of the area's first cell. */
function validation(opened: OpenedWorkbook, area: Area): ListValidation | undefined {
  const part = partInGrid(opened, { ...area, rows: 1, columns: 1 });
  const rule = part === undefined ? undefined : facadeRange(opened, part).getDataValidation()?.rule;
  if (rule?.type !== DataValidationType.LIST) return undefined;
  return {
    source: sourceOf(rule.formula1 ?? ""),
    dropDown: rule.showDropDown !== false,
    strict: rule.errorStyle === DataValidationErrorStyle.STOP,
  };
}

/** Univer keeps the words of a list as JSON, Excel with commas between them. */
function sourceOf(formula: string): string {
  return formula.startsWith("[") ? (JSON.parse(formula) as string[]).join(",") : formula;
}

function setValidation(opened: OpenedWorkbook, area: Area, list: ListValidation | undefined): void {
  reach(opened, area);
  const range = facadeRange(opened, area);
  range.setDataValidation(null);
  if (list === undefined) return;
  const rule = opened.facade
    .newDataValidation()
    .requireValueInList(list.source.split(","), false, list.dropDown)
    .setAllowInvalid(!list.strict)
    // The list opens when the cell is edited; until then the cell looks like any other, as in Excel.
    .setOptions({ renderMode: DataValidationRenderMode.TEXT })
    .build();
  if (list.source.startsWith("=")) rule.rule.formula1 = list.source;
  range.setDataValidation(rule);
}

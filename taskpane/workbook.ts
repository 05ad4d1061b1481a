/// The pane's one door to the workbook: the only file that says Excel.run.
import { fail, ok, type Result } from "../src/engine";

/** Why the workbook did not do what was asked; sorted by what the person can do about it. */
export interface Trouble {
  readonly kind: "no-excel" | "editing" | "protected" | "too-old" | "gone" | "too-large" | "other";
  readonly sentence: string;
}

/** Whether the pane runs inside a workbook at all. */
export function insideExcel(): boolean {
  return typeof Excel !== "undefined";
}

/** Does work in the workbook in one batch context; what the workbook refuses comes back as a sentence. */
export async function inWorkbook<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<Result<T, Trouble>> {
  if (!insideExcel()) return fail({ kind: "no-excel", sentence: outside });
  try {
    return ok(await Excel.run(work));
  } catch (error) {
    // Only Office's own errors are the workbook's doing; anything else is a mistake of ours and must be seen.
    if (!(error instanceof OfficeExtension.Error)) throw error;
    return fail(troubleOf(error.code, error.message));
  }
}

const outside = "This pane is not inside Excel. Open it from the DEPR group on Excel's Home tab.";

/** The sentence for one of Office's error codes (Office Add-ins documentation, "Excel JavaScript API error codes"). */
export function troubleOf(code: string, message: string): Trouble {
  switch (code) {
    case "InvalidOperationInCellEditMode":
      return { kind: "editing", sentence: "A cell is being edited. Press Enter or Esc in the sheet, then try again." };
    case "AccessDenied":
      return { kind: "protected", sentence: "The sheet is protected. Unprotect it on the Review tab, then try again." };
    case "ApiNotFound":
    case "ApiNotAvailable":
      return { kind: "too-old", sentence: `This Excel does not offer what is needed here: ${message}` };
    case "ItemNotFound":
    case "InvalidReference":
      return { kind: "gone", sentence: "The sheet or table is no longer where it was. Read the workbook again." };
    case "RequestPayloadSizeLimitExceeded":
    case "ResponsePayloadSizeLimitExceeded":
      return { kind: "too-large", sentence: "That is more than Excel takes at once. Choose fewer months." };
    default:
      return { kind: "other", sentence: `Excel refused: ${message}` };
  }
}

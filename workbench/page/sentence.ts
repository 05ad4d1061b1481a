import { element } from "./element";
import type { ShownWorkbook } from "./open-workbook";

/** Shows, for the selected cell, what a function says about the error in it. */
export function showSentences({ grid, sentences, onRest }: Pick<ShownWorkbook, "grid" | "sentences" | "onRest">): void {
  const place = element("sentence");
  const show = (): void => {
    const { sheetId, row, column } = grid.selection();
    const [[value = ""] = []] = grid.values({ sheetId, row, column, rows: 1, columns: 1 });
    const isError = typeof value === "string" && value.startsWith("#");
    const sentence = isError ? sentences.at({ sheetId, row, column }) : undefined;
    place.textContent = sentence === undefined ? "" : `${String(value)}  ${sentence}`;
    place.title = sentence ?? "";
    place.classList.toggle("wrong", sentence !== undefined);
  };
  grid.listen(({ kind }) => {
    if (kind === "selected" || kind === "activated") show();
  });
  onRest(show);
}

import type { Grid } from "../host/grid";
import type { Sentences } from "../univer/functions";
import { element } from "./element";

/** Shows, for the selected cell, what a function says about the error in it. */
export function showSentences(grid: Grid, sentences: Sentences): void {
  const place = element("sentence");
  const show = (): void => {
    const { sheetId, row, column } = grid.selection();
    const [[value = ""] = []] = grid.values({ sheetId, row, column, rows: 1, columns: 1 });
    const isError = typeof value === "string" && value.startsWith("#");
    const sentence = isError ? sentences.at({ sheetId, row, column }) : undefined;
    place.textContent = sentence === undefined ? "" : `${String(value)}  ${sentence}`;
    place.hidden = sentence === undefined;
  };
  grid.listen(({ kind }) => {
    if (kind === "selected" || kind === "activated") show();
    if (kind === "changed") void grid.settle().then(show);
  });
}

import { createDocumentSettings } from "../host/document-settings";
import { beginConversation, startHost } from "../host/start";
import { createAddInFrame, functionsReady } from "./add-in-frame";
import { element } from "./element";
import { report } from "./failure";
import { fetchMetadata, openWorkbook, type ShownWorkbook } from "./open-workbook";
import { dockPane } from "./pane";
import { showRibbon } from "./ribbon";
import { keepSaved, loadWorkbook } from "./saving";
import { scriptDoor } from "./script-door";
import { showSentences } from "./sentence";
import { showTabs } from "./tabs";
import { downloadXlsx } from "./xlsx";
import "./page.css";

const longestWaitForFunctions = 15_000;

const opening = start();
const ready = opening.then(async ({ grid }) => grid.settle());
window.workbench = scriptDoor(
  opening.then(({ grid }) => grid),
  ready,
);
ready.catch(report);

/** Loads the add-in's page first, so that its functions are there when the workbook opens; then the grid, then the host. */
async function start(): Promise<ShownWorkbook> {
  showTabs();
  const conversation = beginConversation(`${location.origin}/`);
  const frame = createAddInFrame(conversation.windowName);
  const pane = dockPane(frame.element);
  const [metadata, saved] = await Promise.all([fetchMetadata(), loadWorkbook()]);
  const ids = metadata.functions.map(({ id }) => id);
  await functionsReady(frame, ids, longestWaitForFunctions).catch(report);
  const shown = await openWorkbook(frame, metadata, saved);
  const { grid } = shown;
  const settings = createDocumentSettings(saved?.settings);
  const host = startHost({ grid, wire: frame.wire, conversation, settings, pane });
  await showRibbon(host, pane);
  showSentences(shown);
  // When the add-in's page was loaded anew, its functions are other ones, and missing for a moment.
  frame.element.addEventListener("load", () => {
    void functionsReady(frame, ids, longestWaitForFunctions).then(shown.calculate, report);
  });
  keepSaved({ ...shown, settings });
  element("download").addEventListener("click", () => void downloadXlsx(grid).catch(report));
  return shown;
}

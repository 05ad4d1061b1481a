import { pane, showView } from "./state/pane";
import { postState, preview } from "./state/post";
import { insertNewRegister } from "./state/register";
import { activeConnection, connections } from "./state/connections";

/** The ribbon's "Insert register": the register appears in the sheet, and the pane beside it. */
export async function insertRegisterCommand(): Promise<void> {
  showView("register");
  await showPane();
  await insertNewRegister();
}

/** The ribbon's "Post": shows the preview. Nothing is sent from the ribbon. */
export async function postScheduleCommand(): Promise<void> {
  showView("post");
  await showPane();
  const { connector } = activeConnection(connections.get()) ?? {};
  const isIdle = postState.get().step.at === "start";
  if (connector?.post !== undefined && pane.get().online && isIdle) await preview();
}

async function showPane(): Promise<void> {
  if (Office.context.requirements.isSetSupported("SharedRuntime", "1.1")) await Office.addin.showAsTaskpane();
}

import { pane, showView } from "./state/pane";
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
  if (connector?.post === undefined || !pane.get().online) return;
  const { postState, preview } = await import(/* webpackChunkName: "post" */ "./state/post");
  if (postState.get().step.at === "start") await preview();
}

async function showPane(): Promise<void> {
  if (Office.context.requirements.isSetSupported("SharedRuntime", "1.1")) await Office.addin.showAsTaskpane();
}

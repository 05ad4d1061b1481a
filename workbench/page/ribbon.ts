import type { Host } from "../host/start";
import type { PaneSwitch } from "../host/world";
import { ribbonGroups, type RibbonButton } from "./commands";
import { element, made } from "./element";
import { report } from "./failure";

/** Puts the buttons of the add-in's manifest on the strip. */
export async function showRibbon(host: Host, pane: PaneSwitch): Promise<void> {
  const answer = await fetch("/manifest.xml");
  if (!answer.ok) throw new Error(`manifest.xml could not be fetched: ${answer.status}.`);
  const manifest = new DOMParser().parseFromString(await answer.text(), "application/xml");
  const strip = element("commands");
  for (const { label, buttons } of ribbonGroups(manifest)) {
    strip.append(made("span", { className: "group-label" }, label));
    strip.append(...buttons.map((button) => shown(button, host, pane)));
  }
}

function shown(button: RibbonButton, host: Host, pane: PaneSwitch): HTMLButtonElement {
  const { label, description, iconUrl, functionName } = button;
  const picture = iconUrl === undefined ? [] : [made("img", { src: iconUrl, alt: "", width: 20, height: 20 })];
  const node = made(
    "button",
    { type: "button", title: description },
    ...picture,
    made("span", { className: "words" }, label),
  );
  node.addEventListener("click", () => {
    if (functionName === undefined) pane.show();
    else void run(node, host, button.id, functionName);
  });
  return node;
}

/** While its function runs a button waits, so that two clicks are one. */
async function run(node: HTMLButtonElement, host: Host, id: string, functionName: string): Promise<void> {
  node.disabled = true;
  try {
    await host.ready;
    await host.runCommand(id, functionName);
  } catch (error) {
    report(error);
  } finally {
    node.disabled = false;
  }
}

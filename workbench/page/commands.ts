/** A button that the add-in's manifest puts on the ribbon. */
export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly iconUrl: string | undefined;
  /** The function it calls, or undefined when it opens the pane. */
  readonly functionName: string | undefined;
}

/** A group of buttons with its label. */
export interface RibbonGroup {
  readonly label: string;
  readonly buttons: readonly RibbonButton[];
}

/** Reads the ribbon groups of a manifest. Texts and pictures are resources that it names by ids. */
export function ribbonGroups(manifest: XMLDocument): readonly RibbonGroup[] {
  if (manifest.getElementsByTagName("parsererror").length > 0) throw new Error("manifest.xml cannot be read.");
  return all(manifest.documentElement, "Group").map((group) => ({
    label: textOf(manifest, child(group, "Label")),
    buttons: all(group, "Control").map((control) => buttonOf(manifest, control)),
  }));
}

function buttonOf(manifest: XMLDocument, control: Element): RibbonButton {
  const supertip = child(control, "Supertip");
  return {
    id: control.getAttribute("id") ?? "",
    label: textOf(manifest, child(control, "Label")),
    description: textOf(manifest, supertip && child(supertip, "Description")),
    iconUrl: iconOf(manifest, control),
    functionName: all(control, "FunctionName")[0]?.textContent.trim(),
  };
}

/** The picture for 32 pixels, or whatever there is, from our own origin whatever the manifest was built for. */
function iconOf(manifest: XMLDocument, control: Element): string | undefined {
  const images = all(control, "Image");
  const image = images.find((each) => each.getAttribute("size") === "32") ?? images[0];
  const address = resource(manifest, image?.getAttribute("resid"));
  return address === undefined ? undefined : new URL(address).pathname;
}

function textOf(manifest: XMLDocument, named: Element | undefined): string {
  return resource(manifest, named?.getAttribute("resid")) ?? "";
}

function resource(manifest: XMLDocument, id: string | null | undefined): string | undefined {
  const resources = all(manifest.documentElement, "Resources").flatMap((each) => [...each.getElementsByTagName("*")]);
  return resources.find((each) => each.getAttribute("id") === id)?.getAttribute("DefaultValue") ?? undefined;
}

/** Elements below by their local name, whatever their namespace. */
function all(parent: Element, name: string): readonly Element[] {
  return [...parent.getElementsByTagName("*")].filter(({ localName }) => localName === name);
}

function child(parent: Element, name: string): Element | undefined {
  return [...parent.children].find(({ localName }) => localName === name);
}

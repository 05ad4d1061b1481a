/** Which elements stand in which, in which order (Microsoft, "How to find the proper order of manifest elements"). */

/** The children of an element by its name and type, in order; a question mark follows those that may be missing. */
const children: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    ...["Id", "AlternateId?", "Version", "ProviderName", "DefaultLocale", "DisplayName", "Description", "IconUrl"],
    ...["HighResolutionIconUrl", "SupportUrl", "AppDomains?", "Hosts", "Requirements?", "DefaultSettings"],
    ...["Permissions", "VersionOverrides?"],
  ],
  Hosts: ["Host"],
  Requirements: ["Sets?", "Methods?"],
  Sets: ["Set"],
  DefaultSettings: ["SourceLocation"],
  VersionOverrides: ["Description?", "Requirements?", "Hosts", "Resources"],
  "Host Workbook": ["Runtimes?", "AllFormFactors?", "DesktopFormFactor?"],
  Runtimes: ["Runtime"],
  AllFormFactors: ["ExtensionPoint"],
  "ExtensionPoint CustomFunctions": ["Script", "Page", "Metadata", "Namespace?"],
  Script: ["SourceLocation"],
  Page: ["SourceLocation"],
  Metadata: ["SourceLocation"],
  DesktopFormFactor: ["GetStarted?", "FunctionFile", "ExtensionPoint"],
  GetStarted: ["Title", "Description", "LearnMoreUrl"],
  "ExtensionPoint PrimaryCommandSurface": ["OfficeTab?", "CustomTab?"],
  OfficeTab: ["Group"],
  CustomTab: ["Group", "Label"],
  Group: ["Label", "Icon", "Control"],
  "Control Button": ["Label", "ToolTip?", "Supertip", "Icon", "Action", "Enabled?"],
  Supertip: ["Title", "Description"],
  Icon: ["bt:Image"],
  "Action ShowTaskpane": ["TaskpaneId?", "SourceLocation", "Title?"],
  "Action ExecuteFunction": ["FunctionName"],
  Resources: ["bt:Images", "bt:Urls", "bt:ShortStrings", "bt:LongStrings"],
  "bt:Images": ["bt:Image"],
  "bt:Urls": ["bt:Url"],
  "bt:ShortStrings": ["bt:String"],
  "bt:LongStrings": ["bt:String"],
};

export function orderFaults(root: Element): readonly string[] {
  return [root, ...root.querySelectorAll("*")].flatMap(faultsIn);
}

function faultsIn(element: Element): readonly string[] {
  const expected = (children[kindOf(element)] ?? []).map((word) => ({
    name: word.replace("?", ""),
    optional: word.endsWith("?"),
  }));
  const names = Array.from(element.children, ({ tagName }) => tagName);
  const place = (name: string): number => expected.findIndex((one) => one.name === name);
  const strange = names
    .filter((name) => place(name) < 0)
    .map((name) => `${name} does not belong in ${kindOf(element)}.`);
  const missing = expected
    .filter(({ name, optional }) => !optional && !names.includes(name))
    .map(({ name }) => `${kindOf(element)} has no ${name}.`);
  const late = names
    .filter((name, index) => index > 0 && place(name) < place(names[index - 1] ?? ""))
    .map((name) => `${name} stands too late in ${kindOf(element)}.`);
  return [...strange, ...missing, ...late];
}

function kindOf(element: Element): string {
  const typed = `${element.tagName} ${element.getAttribute("xsi:type") ?? ""}`.trim();
  return typed in children ? typed : element.tagName;
}

/** @jest-environment jsdom */
import type { ReadBuilt } from "./addresses";
import { builtText, readBuilt } from "./built";
import { manifestFaults } from "./check";

const manifest = builtText("manifest.xml");

test("the built manifest has no fault", () => {
  expect(manifestFaults(manifest, readBuilt)).toEqual([]);
});

/** Each planted fault: what is replaced by what, and the sentence that must name it. */
const planted: readonly (readonly [string, string | RegExp, string, string])[] = [
  ["broken XML", "</OfficeApp>", "", "The manifest is no well-formed XML."],
  ["a version with a letter", "0.1.0.0", "0.1.beta", 'Version is "0.1.beta", but must be one to four numbers'],
  ["an id that is no GUID", "9b1f6a52-", "9b1f-", "but must be a GUID."],
  [
    "a description that is too long",
    /(<Description DefaultValue=")[^"]*/,
    `$1${"a".repeat(251)}`,
    "1 to 250 characters",
  ],
  ["no host", /<Hosts>\s*<Host Name="Workbook"\/>\s*<\/Hosts>/, "", "OfficeApp has no Hosts."],
  ["an unknown element", "<Hosts>", "<Colour/><Hosts>", "Colour does not belong in OfficeApp."],
  ["a version before the id", /(<Id>.*<\/Id>)\s*(<Version>.*<\/Version>)/, "$2$1", "Id stands too late in OfficeApp."],
  ["a script without a page", /<Page>[^]*<\/Page>/, "", "ExtensionPoint CustomFunctions has no Page."],
  [
    "strings before addresses",
    /(<bt:Urls>[^]*<\/bt:Urls>)\s*(<bt:ShortStrings>[^]*<\/bt:ShortStrings>)/,
    "$2$1",
    "bt:Urls stands too late in Resources.",
  ],
  [
    "an icon after the button's action",
    /(<Icon>(?:(?!<Icon>)[^])*<\/Icon>)\s*(<Action xsi:type="ShowTaskpane">[^]*?<\/Action>)/,
    "$2$1",
    "Icon stands too late",
  ],
  [
    "a resid that leads nowhere",
    'resid="Post.32"',
    'resid="Post.33"',
    "bt:Image names the resource Post.33, which is not there.",
  ],
  [
    "a label among the long texts",
    'Label resid="Group.Label"',
    'Label resid="OpenPane.Description"',
    "Label names the resource OpenPane.Description",
  ],
  [
    "a resource nobody names",
    "<bt:Urls>",
    '<bt:Urls><bt:Url id="Old.Url" DefaultValue="https://localhost:3000/functions.js"/>',
    "The resource Old.Url is named nowhere.",
  ],
  ["an id that is too long", /Help\.Url/g, "Help.Url.With.More.Than.32.Characters", "is longer than 32 characters."],
  ["an id that is there twice", ' id="Register.32"', ' id="Register.16"', "The id Register.16 is there twice."],
  ["an empty text", 'DefaultValue="Post"', 'DefaultValue=""', "The resource PostSchedule.Label is empty."],
  [
    "a label that is too long",
    'DefaultValue="Post"',
    `DefaultValue="${"Post ".repeat(26)}"`,
    "PostSchedule.Label is longer than 125",
  ],
  [
    "a tip that is too long",
    /(id="OpenPane.Description" DefaultValue=")[^"]*/,
    `$1${"a".repeat(251)}`,
    "OpenPane.Description is longer than 250",
  ],
  [
    "an address without https",
    "https://localhost:3000/help",
    "http://localhost:3000/help",
    "http://localhost:3000/help/index.html is no https address.",
  ],
  [
    "a file that was not built",
    "localhost:3000/functions.json",
    "localhost:3000/function.json",
    "function.json is not in the build.",
  ],
  [
    "a picture of another size",
    "assets/icon-80.png",
    "assets/icon-64.png",
    "assets/icon-64.png is not a PNG of 80 x 80 pixels.",
  ],
  [
    "a store icon of another size",
    "assets/icon-32.png",
    "assets/icon-16.png",
    "assets/icon-16.png is not a PNG of 32 x 32 pixels.",
  ],
  [
    "a button without its largest icon",
    '<bt:Image size="80" resid="Post.80"/>',
    "",
    "Depr.PostSchedule has no icon of 80 pixels.",
  ],
  ["no runtime", /<Runtimes>[^]*<\/Runtimes>/, "", "There is no Runtime."],
  [
    "formulas in a runtime of their own",
    /(<Page>\s*<SourceLocation resid=")Taskpane.Url/,
    "$1Help.Url",
    "Page > SourceLocation does not name the page",
  ],
  [
    "buttons in a runtime of their own",
    'FunctionFile resid="Taskpane.Url"',
    'FunctionFile resid="Help.Url"',
    "FunctionFile does not name the page",
  ],
];

test.each(planted)("%s is named", (_, wrong, right, sentence) => {
  const faulty = manifest.replace(wrong, right);
  expect(faulty).not.toBe(manifest);
  expect(manifestFaults(faulty, readBuilt).join("\n")).toContain(sentence);
});

/** The build with one file changed, or taken away. */
function buildWith(path: string, edit: (text: string) => string | undefined): ReadBuilt {
  const edited = edit(builtText(path));
  return (asked) => (asked === path ? edited && Buffer.from(edited) : readBuilt(asked)) || undefined;
}

const plantedInBuild: readonly (readonly [string, string, (text: string) => string | undefined, string])[] = [
  [
    "a formula without code",
    "functions.js",
    (js) => js.replace('associate("DEPR.SYD"', 'other("DEPR.SYD"'),
    "functions.js does not associate DEPR.SYD.",
  ],
  [
    "code without a formula",
    "functions.json",
    (json) => json.replaceAll("DEPR.SYD", "DEPR.SYE"),
    "functions.json does not announce DEPR.SYD.",
  ],
  [
    "a formula announced twice",
    "functions.json",
    (json) => json.replaceAll("DEPR.SYD", "DEPR.SL"),
    "DEPR.SL is announced twice.",
  ],
  [
    "a name that is too short",
    "functions.json",
    (json) => json.replaceAll("DEPR.SYD", "SY"),
    "SY and SY are no id and name for Excel.",
  ],
  [
    "a parameter without words",
    "functions.json",
    (json) => json.replace(/"description": "What the asset[^"]*"/, '"description": ""'),
    "does not say what cost is.",
  ],
  [
    "a choice that is not there",
    "functions.json",
    (json) => json.replace('"id": "Frequency"', '"id": "Often"'),
    "names the choice Frequency, which is not there.",
  ],
  ["a help page that is not there", "help/depr.db.html", () => undefined, "DEPR.DB has no help page."],
  ["an empty script", "functions.js", () => " ", "functions.js does not associate DEPR.SL."],
];

test.each(plantedInBuild)("%s is named", (_, path, edit, sentence) => {
  expect(manifestFaults(manifest, buildWith(path, edit)).join("\n")).toContain(sentence);
});

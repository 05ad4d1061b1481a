import { readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { ribbonGroups } from "../../workbench/page/commands";

describe("the buttons of the add-in's own manifest", () => {
  const text = readFileSync(join(__dirname, "..", "..", "manifest.xml"), "utf8");
  const { window } = new JSDOM("");
  const parsed = (xml: string): XMLDocument => new window.DOMParser().parseFromString(xml, "application/xml");
  const [group] = ribbonGroups(parsed(text));

  test("stand in one group of three, each with a label, a description and a picture", () => {
    expect(group?.label).not.toBe("");
    expect(group?.buttons).toHaveLength(3);
    for (const { id, label, description, iconUrl } of group?.buttons ?? []) {
      expect([id, label, description]).not.toContain("");
      expect(iconUrl).toMatch(/^\/assets\/[\w-]+\.png$/);
    }
  });

  test("open the pane or call a function", () => {
    const called = group?.buttons.map(({ functionName }) => functionName);
    expect(called).toEqual([undefined, "insertRegister", "postSchedule"]);
  });

  test("are refused when the manifest cannot be read", () => {
    expect(() => ribbonGroups(parsed("<OfficeApp>"))).toThrow("cannot be read");
  });
});

import { join } from "node:path";
import { OfficeAddinManifest } from "office-addin-manifest";
import { builtText } from "./built";

test("Microsoft's own reader understands the manifest", async () => {
  const info = await OfficeAddinManifest.readManifestFile(join(__dirname, "../../dist/manifest.xml"));
  expect(info).toMatchObject({
    officeAppType: "TaskPaneApp",
    hosts: ["Workbook"],
    permissions: "ReadWriteDocument",
    version: "0.1.0.0",
  });
  expect(info.defaultSettings?.sourceLocation).toMatch(/\/taskpane\.html$/);
});

describe("the pane's page", () => {
  const page = builtText("taskpane.html");

  test("loads office.js, then the formulas, then the pane", () => {
    const scripts = Array.from(page.matchAll(/<script[^>]*src="?([^" >]+)/g), ([, source]) => source);
    expect(scripts).toEqual([expect.stringMatching(/office\.js$/), "functions.js", "taskpane.js"]);
  });

  test("has its policy before the first script, and it allows nothing inline", () => {
    const [, policy = ""] = /Content-Security-Policy"? content="([^"]*)"/.exec(page) ?? [];
    expect(page.indexOf(policy)).toBeLessThan(page.indexOf("<script"));
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("style-src 'self';");
    expect(policy).not.toMatch(/unsafe|data:|script-src[^;]*\*/);
  });

  test("has no inline script, style or handler", () => {
    expect(page).not.toMatch(/<script(?![^>]*src=)|<style|\sstyle=|\son[a-z]+=/);
  });

  test("may ask the ledgers of the five systems and the ones on this machine", () => {
    const [, connect = ""] = /connect-src ([^;]*);/.exec(page) ?? [];
    const hosts = ["api.ondayzero.com", "api.layerfi.com", "api.intacct.com", "api.freeagent.com", "api.oanor.com"];
    expect(connect.split(" ")).toEqual(expect.arrayContaining(hosts.map((host) => `https://${host}`)));
    expect(connect.split(" ")).toContain("https://localhost:*");
  });
});

// The house style as far as a test can judge it. Goal: a stranger's first misplaced line is named by this file.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { rules } from "./tidy/rules";
import type { Source } from "./tidy/rules";

const root = join(__dirname, "..");
const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\n")
  .filter((path) => path !== "" && existsSync(join(root, path)));
const sources: readonly Source[] = files
  .filter((path) => /\.(ts|tsx)$/.test(path))
  .map((path) => ({ path, text: read(path) }));

describe("the house style", () => {
  test.each(Object.entries(rules))("%s", (_name, rule) => {
    expect(sources.flatMap((source) => rule(source))).toEqual([]);
  });

  test("sources were found, so an empty list above means something", () => {
    expect(sources.length).toBeGreaterThan(20);
  });

  test("the file that says Excel.run is one", () => {
    const saying = sources.filter(({ path, text }) => path.startsWith("taskpane/") && text.includes("Excel.run"));
    expect(saying.length).toBeLessThanOrEqual(1);
  });

  test("every link between our documents leads somewhere", () => {
    const dead = files.filter((path) => path.endsWith(".md")).flatMap((path) => deadLinks(path));
    expect(dead).toEqual([]);
  });

  test("the lock file names no registry", () => {
    expect(read("package-lock.json")).not.toContain('"resolved"');
  });

  test("every dependency is pinned to one version", () => {
    const manifest = JSON.parse(read("package.json")) as Record<string, Record<string, string> | undefined>;
    const versions = ["dependencies", "devDependencies", "optionalDependencies"].flatMap((kind) =>
      Object.entries(manifest[kind] ?? {}),
    );
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });
});

describe("the rules themselves catch", () => {
  const long = (lines: number, open: string, close: string): string =>
    [open, ...Array<string>(lines).fill("// a line"), close].join("\n");
  test.each([
    ["arrows point up the module map", "src/engine/a.ts", 'import { layer } from "../connectors/layer";'],
    ["arrows point up the module map", "workbench/page/a.ts", 'import { cents } from "../../src/engine";'],
    ["arrows point up the module map", "src/sync/a.ts", 'const pane = await import("../../taskpane/pane");'],
    ["the engine knows nothing of the world", "src/engine/a.ts", "const now = Date.now();"],
    ["the engine knows nothing of the world", "src/engine/a.ts", 'import big from "big.js";'],
    ["a file fits a thought", "src/engine/a.ts", long(300, "", "")],
    ["a function fits a screen", "src/engine/a.ts", long(50, "export function f(): void {", "}")],
    ["a name says what is inside", "src/engine/utils.ts", ""],
    ["a name says what is inside", "src/helpers/a.ts", ""],
    ["one file says Excel.run", "taskpane/views/post.tsx", "await Excel.run(async () => {});"],
    [
      "custom functions are written as the generator reads them",
      "functions/a.ts",
      "/** @customfunction X */\nexport const sl = () => 1;",
    ],
    ["no test is switched off and no check is silenced", "test/a.test.ts", "it.only('x', () => {});"],
  ])("%s: %s", (name, path, text) => {
    expect(rules[name]?.({ path, text })).toHaveLength(1);
  });
});

function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

function deadLinks(path: string): readonly string[] {
  return [...read(path).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
    .map((match) => match[1] ?? "")
    .filter((link) => !/^[a-z]+:/.test(link) && !existsSync(join(root, dirname(path), link)))
    .map((link) => `${path} links to ${link}`);
}

import { dirname, join, normalize } from "node:path/posix";
import ts from "typescript";

/** A source file by its path from the project's root, with forward slashes. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

type Rule = (source: Source) => readonly string[];

const linesOfFileMax = 300;
const linesOfFunctionMax = 50;

// What each part may import besides itself: the picture in ARCHITECTURE.md. Paths are folders or files.
const arrows: readonly (readonly [part: string, mayImport: readonly string[]])[] = [
  ["src/engine", []],
  ["src/sheet", ["src/engine"]],
  ["src/xml", []],
  ["src/connectors", ["src/engine", "src/xml"]],
  ["src/sync", ["src/engine", "src/sheet", "src/connectors"]],
  ["functions", ["src/engine", "src/sheet"]],
  ["taskpane", ["src/engine", "src/sheet", "src/connectors", "src/sync"]],
  ["ledger", ["src/engine", "src/xml"]],
  ["workbench/server", []],
  ["workbench", []],
  ["scripts", ["ledger", "workbench/server", "src/engine"]],
  ["bench", ["src/engine", "src/sync", "ledger"]],
];

const impure = /\bDate\.now\b|\bnew Date\b|\bMath\.random\b|\bfetch\(|\bprocess\.|\bperformance\b/;
const emptyName = /(^|\/)(utils?|helpers?|common|misc|shared|manager)(\.|\/|$)/;
const softened = /\b(it|test|describe)\.(skip|only|todo)\(|\bx(it|describe)\(|@ts-ignore|@ts-nocheck/;

/** Everything the house style lets a test judge; each complaint names its file and what would be right. */
export const rules: Readonly<Record<string, Rule>> = {
  "arrows point up the module map": ({ path, text }) => {
    const arrow = arrows.find(([part]) => path.startsWith(`${part}/`));
    if (arrow === undefined) return [];
    const [part, mayImport] = arrow;
    const allowed = [part, ...mayImport];
    return importedFiles(path, text)
      .filter((file) => !allowed.some((folder) => file === folder || file.startsWith(`${folder}/`)))
      .map((file) => `${path} imports ${file}; ${part} may import ${mayImport.join(", ") || "nothing of ours"}`);
  },
  "the engine knows nothing of the world": ({ path, text }) => {
    if (!path.startsWith("src/engine/")) return [];
    const packages = importsOf(text).filter((name) => !name.startsWith("."));
    const worldly = impure.exec(withoutComments(text));
    return [
      ...packages.map((name) => `${path} imports the package ${name}; the engine imports none`),
      ...(worldly === null ? [] : [`${path} says ${worldly[0]}; what the engine needs is handed in`]),
    ];
  },
  "a file fits a thought": ({ path, text }) => {
    const lines = text.trimEnd().split("\n").length;
    return lines <= linesOfFileMax ? [] : [`${path} has ${lines} lines; at most ${linesOfFileMax}`];
  },
  "a function fits a screen": ({ path, text }) =>
    path.startsWith("test/")
      ? []
      : longFunctions(text).map((told) => `${path}: ${told}; at most ${linesOfFunctionMax}`),
  "a name says what is inside": ({ path }) =>
    emptyName.test(path) ? [`${path} has a name that says nothing; name the thing inside`] : [],
  "one file says Excel.run": ({ path, text }) =>
    path.startsWith("taskpane/") && !path.startsWith("taskpane/workbook") && text.includes("Excel.run")
      ? [`${path} says Excel.run; only taskpane/workbook may`]
      : [],
  "custom functions are written as the generator reads them": ({ path, text }) => {
    if (!path.startsWith("functions/")) return [];
    const arrow = /@customfunction[^/]*\*\/\s*export const (\w+)/.exec(text);
    return [
      ...(arrow === null ? [] : [`${path}: ${arrow[1] ?? ""} is a const; only "export function" is registered`]),
      ...(/@customfunction/.test(text) && text.includes("{@link") ? [`${path}: {@link} breaks the generator`] : []),
    ];
  },
  "no test is switched off and no check is silenced": ({ path, text }) => {
    const found = path.startsWith("test/tidy") ? null : softened.exec(text);
    return found === null ? [] : [`${path} says ${found[0]}`];
  },
};

/** The project's files that a source imports, as paths from the root without extension. */
function importedFiles(path: string, text: string): readonly string[] {
  return importsOf(text)
    .filter((name) => name.startsWith("."))
    .map((name) => normalize(join(dirname(path), name)));
}

function importsOf(text: string): readonly string[] {
  return ts.preProcessFile(text, true, true).importedFiles.map((file) => file.fileName);
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
}

function longFunctions(text: string): readonly string[] {
  const file = ts.createSourceFile("file.tsx", text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && "body" in node && node.body !== undefined) {
      const lines = lineAt(file, node.getEnd()) - lineAt(file, node.getStart()) + 1;
      if (lines > linesOfFunctionMax)
        found.push(`the function at line ${lineAt(file, node.getStart())} has ${lines} lines`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function lineAt(file: ts.SourceFile, position: number): number {
  return file.getLineAndCharacterOfPosition(position).line + 1;
}

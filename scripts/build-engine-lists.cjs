// Reads the engine's own lists at build time, so that what Excel offers in a drop-down can never differ from what the engine knows.
// The engine imports nothing but its own files, which is why forty lines are enough to run it from source.
const fs = require("node:fs");
const path = require("node:path");
const ts = require("typescript");

const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };

function sourceFile(base) {
  const found = [`${base}.ts`, path.join(base, "index.ts")].find((file) => fs.existsSync(file));
  if (found === undefined) throw new Error(`The engine imports ${base}, but there is no such file.`);
  return found;
}

function run(file, loaded) {
  const known = loaded.get(file);
  if (known !== undefined) return known.exports;
  const module = { exports: {} };
  loaded.set(file, module);
  const { outputText } = ts.transpileModule(fs.readFileSync(file, "utf8"), { compilerOptions, fileName: file });
  const require = (specifier) => {
    if (!specifier.startsWith(".")) throw new Error(`${file} imports "${specifier}", but the engine imports nothing.`);
    return run(sourceFile(path.resolve(path.dirname(file), specifier)), loaded);
  };
  new Function("module", "exports", "require", outputText)(module, module.exports, require);
  return module.exports;
}

/** Everything that src/engine/index.ts exports, freshly read; `files` are the sources it came from. */
function readEngine() {
  const loaded = new Map();
  const engine = run(sourceFile(path.resolve(__dirname, "../src/engine/index")), loaded);
  return { engine, files: [...loaded.keys()] };
}

module.exports = { readEngine };

// Finishes functions.json: what the metadata generator cannot write is added here, from the engine's own lists.
const { Compilation, sources } = require("webpack");
const { readEngine } = require("./build-engine-lists.cjs");
const { addInUrl } = require("./build-settings.cjs");

/** The closed choices: which list of the engine answers which parameter; some formulas take other words for it. */
const choices = [
  { id: "Method", parameter: "method", list: "methods", not: ["DEPR.MACRS"] },
  { id: "Frequency", parameter: "frequency", list: "frequencies", not: [] },
  { id: "Convention", parameter: "convention", list: "conventions", not: ["DEPR.MACRS"] },
];

// Excel's own generator makes identifiers of the names, so these are identifiers as well; the value is the engine's word.
const identifier = (word) => word.replace(/(^|-)([a-z])/g, (_, _hyphen, letter) => letter.toUpperCase());

function enumOf(choice, engine) {
  const values = engine[choice.list].map(({ word, label }) => ({
    name: identifier(word),
    stringValue: word,
    tooltip: label,
  }));
  return { id: choice.id, type: "string", values };
}

function finishedParameter(parameter, id) {
  const choice = choices.find((candidate) => candidate.parameter === parameter.name && !candidate.not.includes(id));
  return {
    ...parameter,
    // Parameters called "switch" or "class" have to be written switch_ and class_ in TypeScript.
    name: parameter.name.replace(/_$/, ""),
    ...(choice === undefined ? {} : { type: "string", customEnumId: choice.id }),
  };
}

function finished(metadata, engine) {
  return {
    ...metadata,
    // Without this, Excel replaces an error in an argument before the function can hand it on as it is.
    allowErrorForDataTypeAny: true,
    functions: metadata.functions.map((entry) => ({
      ...entry,
      helpUrl: `${addInUrl}/help/${entry.id.toLowerCase()}.html`,
      parameters: entry.parameters.map((parameter) => finishedParameter(parameter, entry.id)),
    })),
    enums: choices.map((choice) => enumOf(choice, engine)),
  };
}

class FinishFunctionsJson {
  apply(compiler) {
    const name = "FinishFunctionsJson";
    compiler.hooks.thisCompilation.tap(name, (compilation) => {
      compilation.hooks.processAssets.tap({ name, stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONS }, (assets) => {
        const written = assets["functions.json"];
        if (written === undefined) return;
        const { engine, files } = readEngine();
        files.forEach((file) => compilation.fileDependencies.add(file));
        const text = JSON.stringify(finished(JSON.parse(written.source().toString()), engine), null, 2);
        compilation.updateAsset("functions.json", new sources.RawSource(`${text}\n`));
      });
    });
  }
}

module.exports = { FinishFunctionsJson };

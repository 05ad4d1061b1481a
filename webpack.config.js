// Builds dist/, the whole add-in: `npx webpack` (or `npx webpack --watch` while one works).
const { readdirSync } = require("node:fs");
const path = require("node:path");
const CopyWebpackPlugin = require("copy-webpack-plugin");
const CustomFunctionsMetadataPlugin = require("custom-functions-metadata-plugin");
const HtmlWebpackPlugin = require("html-webpack-plugin");
const MiniCssExtractPlugin = require("mini-css-extract-plugin");
const { FinishFunctionsJson } = require("./scripts/build-functions-json.cjs");
const { helpAddress, helpPage } = require("./scripts/build-help.cjs");
const { addInUrl, officeJs, officeJsScript, panePolicy } = require("./scripts/build-settings.cjs");

const officeJsFolder = path.join(path.dirname(require.resolve("@microsoft/office-js/package.json")), "dist");

// What Excel on Windows, on Mac and on the web load, in every language; the other hosts and the debug builds are left out.
const officeJsFiles = [
  "office.js",
  "excel-web-16.00.js",
  "excel-win32-16.01.js",
  "excel-mac-16.00.js",
  "o15apptofilemappingtable.js",
  "telemetry/oteljs_agave.js",
  "*/office_strings.js",
];

/** Every file whose functions Excel shows. */
const formulas = readdirSync(path.join(__dirname, "functions", "formulas")).map(
  (file) => `./functions/formulas/${file}`,
);

// Copies are shipped as they are: Microsoft's files must not be changed, and help pages may be read in source.
const untouched = { minimized: true };

const copies = [
  {
    from: "manifest.xml",
    transform: (content) => content.toString("utf8").replaceAll("https://localhost:3000", addInUrl),
  },
  { from: "assets", to: "assets" },
  { from: "docs/functions/*.md", to: helpAddress, transform: helpPage, info: untouched },
  { from: "docs/functions/help.css", to: "help/help.css" },
];

const officeJsCopies = officeJsFiles.map((from) => ({
  from,
  context: officeJsFolder,
  to: "office-js",
  info: untouched,
}));

const rules = [
  {
    test: /\.tsx?$/,
    exclude: /node_modules/,
    // Types are checked by tsc over everything at once; the build only takes them off.
    use: { loader: "ts-loader", options: { transpileOnly: true, compilerOptions: { noEmit: false } } },
  },
  // Nothing in src does anything when it is loaded, so what nobody uses of it is left out.
  { test: /\.tsx?$/, include: path.join(__dirname, "src"), sideEffects: false },
  // Style sheets become files of their own, because the pane's policy refuses inline styles.
  { test: /\.css$/, use: [MiniCssExtractPlugin.loader, "css-loader"] },
];

const output = {
  path: path.join(__dirname, "dist"),
  filename: "[name].js",
  chunkFilename: "[name].[contenthash].js",
};

const shared = {
  mode: "production",
  context: __dirname,
  devtool: "source-map",
  resolve: { extensions: [".ts", ".tsx", ".js"] },
  module: { rules },
  performance: false,
};

/**
 * The formulas, built apart and from one entry: hosts without a shared runtime load functions.js alone, and only
 * modules that no other bundle has a part in can be joined into one scope, which makes it a tenth smaller.
 */
const functions = {
  ...shared,
  name: "functions",
  entry: { functions: "./functions/functions.ts" },
  output: { ...output, uniqueName: "depr-functions" },
  plugins: [
    new CustomFunctionsMetadataPlugin({ input: formulas, output: "functions.json" }),
    new FinishFunctionsJson(),
  ],
};

const pane = {
  ...shared,
  name: "pane",
  entry: { taskpane: "./taskpane/taskpane.ts" },
  output: { ...output, uniqueName: "depr-pane", clean: { keep: /^functions\./ } },
  plugins: [
    new MiniCssExtractPlugin({ filename: "[name].css", chunkFilename: "[name].[contenthash].css" }),
    new HtmlWebpackPlugin({
      filename: "taskpane.html",
      template: "./taskpane/taskpane.html",
      templateParameters: { panePolicy, officeJsScript },
      scriptLoading: "defer",
      minify: false,
    }),
    new CopyWebpackPlugin({ patterns: officeJs === "local" ? [...copies, ...officeJsCopies] : copies }),
  ],
};

module.exports = [functions, pane];

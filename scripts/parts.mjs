// What is built, from what, and how: one entry a part. The builder and the watcher read this list.
const locked = ["package.json", "package-lock.json", "tsconfig.json"];

export const parts = [
  {
    name: "add-in",
    inputs: [
      "src",
      "functions",
      "taskpane",
      "assets",
      "docs/functions",
      "scripts",
      "manifest.xml",
      "webpack.config.js",
      ...locked,
    ],
    // Settings of the environment that change the result, with what counts where they are not set.
    settings: { ADDIN_URL: "https://localhost:3000", OFFICE_JS: "local", CONNECT_SRC: "" },
    outputs: ["dist/functions.js", "dist/functions.json", "dist/taskpane.html", "dist/manifest.xml"],
    tool: "webpack/bin/webpack.js",
    words: ["--config", "webpack.config.js"],
  },
  {
    name: "workbench",
    inputs: ["workbench", ...locked],
    settings: {},
    outputs: ["build/workbench/index.html"],
    tool: "webpack/bin/webpack.js",
    words: ["--config", "workbench/webpack.config.js"],
  },
  {
    name: "server",
    inputs: [
      "src",
      "ledger",
      "workbench/server",
      "bench",
      "test/engine/reference",
      "test/ledger/fuzz",
      "test/ledger/kill",
      "test/ledger/postgres",
      "test/soak",
      "scripts/serve.ts",
      "scripts/request-log.ts",
      "tsconfig.server.json",
      ...locked,
    ],
    settings: {},
    outputs: ["build/server/scripts/serve.js"],
    tool: "typescript/bin/tsc",
    words: ["-p", "tsconfig.server.json"],
  },
];

// Finds a Chromium for the browser tests and prints it as JSON { executablePath, env }: CHROME_PATH, then a browser of
// the system, then the Chromium inside the npm package @sparticuz/chromium. None to be had is a failure with a sentence.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { root } from "./setup.mjs";

const onPath = [
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "microsoft-edge-stable",
  "chromium",
  "chromium-browser",
];
const installed = {
  darwin: ["Google Chrome", "Microsoft Edge", "Chromium"].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"].flatMap((folder) => [
    join(process.env[folder] ?? "", "Google/Chrome/Application/chrome.exe"),
    join(process.env[folder] ?? "", "Microsoft/Edge/Application/msedge.exe"),
  ]),
  linux: ["/opt/google/chrome/chrome", "/snap/bin/chromium"],
};

const found = chosen() ?? ofSystem() ?? ofPackage();
if (typeof found === "string") {
  console.error(found);
  process.exit(1);
}
console.log(JSON.stringify(found));

function chosen() {
  const path = process.env.CHROME_PATH;
  if (path === undefined || path === "") return undefined;
  return existsSync(path) ? { executablePath: path, env: {} } : `CHROME_PATH is "${path}", but there is no such file.`;
}

function ofSystem() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = [
    ...onPath.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...(installed[process.platform] ?? []),
  ];
  const executablePath = candidates.find((candidate) => existsSync(candidate));
  return executablePath === undefined ? undefined : { executablePath, env: {} };
}

function ofPackage() {
  const none =
    "No browser was found for the browser tests. Install Chrome, Edge or Chromium, or set CHROME_PATH to one.";
  if (process.platform !== "linux" || process.arch !== "x64") return none;
  if (!existsSync(join(root, "node_modules", "@sparticuz", "chromium"))) return none;
  const folder = join(root, "build", "browser");
  if (!existsSync(folder)) unpack(folder);
  const executablePath = join(folder, "chromium");
  return existsSync(executablePath) ? { executablePath, env: environment(folder, executablePath) } : none;
}

// Unpacked beside its place and then renamed, so that an interrupted unpacking never counts as a browser.
// The environment variable makes the package lay its libraries (nss, nspr, expat) beside the browser.
function unpack(folder) {
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  const script = `import("@sparticuz/chromium").then((module) => module.default.executablePath())`;
  const env = { ...process.env, TMPDIR: partial, AWS_LAMBDA_JS_RUNTIME: "nodejs20.x" };
  const done = spawnSync(process.execPath, ["-e", script], { cwd: root, env, stdio: ["ignore", "ignore", "inherit"] });
  if (done.status === 0) renameSync(partial, folder);
}

// The machine's own libraries and fonts where it has them, else the package's.
function environment(folder, executablePath) {
  const linked = spawnSync("ldd", [executablePath], { encoding: "utf8" });
  const complete = linked.status === 0 && !linked.stdout.includes("not found");
  const libraries = complete ? {} : { LD_LIBRARY_PATH: join(folder, "al2023", "lib") };
  const fonts = existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_PATH: join(folder, "fonts") };
  return { ...libraries, ...fonts };
}

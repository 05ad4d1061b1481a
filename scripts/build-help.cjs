// Turns a help page of docs/functions (Markdown) into a page that needs nothing but its own style sheet.
const path = require("node:path");
const { helpPolicy } = require("./build-settings.cjs");

const escaped = (text) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** docs/functions/DEPR.SL.md becomes help/depr.sl.html; the copier calls this with the file it is about to copy. */
function helpAddress({ absoluteFilename }) {
  return `help/${path.basename(absoluteFilename, ".md").toLowerCase()}.html`;
}

async function helpPage(content) {
  // This package ships as an ES module only, and not every Node 20 can require one.
  const { marked } = await import("marked");
  const markdown = content.toString("utf8");
  const [, title = "DEPR"] = /^# (.+)$/m.exec(markdown) ?? [];
  const body = await marked.parse(
    markdown.replace(/\]\(([^):]+)\.md\)/g, (_, name) => `](${name.toLowerCase()}.html)`),
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${helpPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="help.css">
</head>
<body>
<main>
${body}</main>
</body>
</html>
`;
}

module.exports = { helpAddress, helpPage };

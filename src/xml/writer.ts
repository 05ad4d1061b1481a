/** Writes an object as XML: its fields as elements of their names below the root. */
export function writeXml(root: string, content: object): string {
  return `${head}<${root}>\n${elementsOf(content, 1)}</${root}>\n`;
}

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';

function elementsOf(value: object, depth: number): string {
  return Object.entries(value)
    .map(([name, inner]) => element(name, inner, depth))
    .join("");
}

function element(name: string, value: unknown, depth: number): string {
  const indent = "  ".repeat(depth);
  if (value === undefined) return "";
  if (value === null) return `${indent}<${name} nil="true"/>\n`;
  if (typeof value !== "object")
    return `${indent}<${name}>${escaped(typeof value === "string" ? value : JSON.stringify(value))}</${name}>\n`;
  const inner = Array.isArray(value)
    ? value.map((each) => element(singular(name), each, depth + 1)).join("")
    : elementsOf(value, depth + 1);
  return `${indent}<${name}${Array.isArray(value) ? ' type="array"' : ""}>\n${inner}${indent}</${name}>\n`;
}

// "expenses" holds "expense"; "capital_asset_history" holds elements of its own name, as in FreeAgent's document.
function singular(name: string): string {
  return name.replace(/s$/, "");
}

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

// Some control characters cannot stand in XML at all, not even escaped.
function escaped(text: string): string {
  return text
    .replace(/[&<>"']/g, (character) => escapes[character] ?? character)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd")
    .replaceAll("\r", "&#13;");
}

import { type Result, fail, ok } from "../engine";
import { type XmlValue, XmlUnreadable, readXml } from "../xml/reader";
import { writeXml } from "../xml/writer";
import { type Format, type Formats, json } from "./format";

const root = "freeagent";

// A hundred assets of 25 years, posted monthly, with six elements a posting are 180,000.
const elementsMost = 400_000;

/** FreeAgent's documents show every request and answer in XML too: the same names below a root of its own. */
const xml: Format = {
  word: "xml",
  mediaTypes: ["application/xml", "text/xml"],
  write: (content) => writeXml(root, content),
  read: (text) => {
    try {
      return contentOf(readXml(text, elementsMost));
    } catch (error) {
      if (error instanceof XmlUnreadable) return fail(`it is no XML that can be read. ${error.message}`);
      throw error;
    }
  },
  isPage: (text) => /^\s*<(?:!doctype\s+)?html\b/i.test(text),
};

export const freeagentFormats: Formats = [json, xml];

function contentOf([name, value]: readonly [string, XmlValue]): Result<unknown, string> {
  return name === root ? ok(asInJson(value, "")) : fail(`its root is <${name}>, not <${root}>.`);
}

// In XML every value is text; of those that are read these are whole numbers.
const wholeNumbers: readonly string[] = ["asset_life_years", "annual_depreciation_percentage"];

/** The same as the JSON says. FreeAgent's page on profiles joins the words of a name by "_", the others by "-". */
function asInJson(value: XmlValue, name: string): unknown {
  if (typeof value === "string") return wholeNumbers.includes(name) && /^\d{1,9}$/.test(value) ? Number(value) : value;
  if (value === null) return null;
  if (isList(value)) return value.map((item) => asInJson(item, name));
  const entries = Object.entries(value).map(([inner, each]) => [inner.replaceAll("-", "_"), each] as const);
  return Object.fromEntries(entries.map(([inner, each]) => [inner, asInJson(each, inner)]));
}

// Array.isArray does not tell a read-only list from the other members of a union.
function isList(value: XmlValue): value is readonly XmlValue[] {
  return Array.isArray(value);
}

/**
 * What an XML element holds: text, the elements inside it by name, a list of them where it says type="array", or, where it
 * says nil="true", nothing.
 */
export type XmlValue = string | null | readonly XmlValue[] | { readonly [name: string]: XmlValue };

/** Thrown for what is no XML, or more of XML than is read here; the message is a sentence. */
export class XmlUnreadable extends Error {}

const deepest = 16;

/**
 * Reads the plain part of XML that requests and answers need: elements, text, attributes, comments. No document type, entity
 * of one's own, processing instruction or CDATA section is taken, so nothing can refer to a file or an address or grow when
 * it is read. Gives the root's name and value.
 */
export function readXml(text: string, elementsMost: number): readonly [root: string, value: XmlValue] {
  const cursor = new Cursor(text.replace(/^\uFEFF/, "").replace(declaration, ""), elementsMost);
  cursor.skip(between);
  const root = element(cursor, 1);
  cursor.skip(between);
  if (!cursor.isAtEnd) throw new XmlUnreadable("There is something behind the root element.");
  return root;
}

const declaration = /^\s*<\?xml\s+version="1\.[01]"(?:\s+encoding="utf-8")?(?:\s+standalone="(?:yes|no)")?\s*\?>/i;
const between = /\s*(?:<!--[^-]*(?:-[^-]+)*-->\s*)*/y;
const opening = /<([A-Za-z][A-Za-z0-9_.-]*)((?:\s+[A-Za-z][A-Za-z0-9_.:-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const closing = /<\/([A-Za-z][A-Za-z0-9_.-]*)\s*>/y;
const characters = /[^<]*/y;

/** A place in the text, which only moves on. */
class Cursor {
  private at = 0;

  constructor(
    private readonly text: string,
    private elementsLeft: number,
  ) {}

  get isAtEnd(): boolean {
    return this.at === this.text.length;
  }

  /** What the pattern finds right here, behind which the cursor then stands. */
  take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found === null) return undefined;
    this.at = pattern.lastIndex;
    return found;
  }

  skip(pattern: RegExp): void {
    this.take(pattern);
  }

  /** Counts an element of the depth, and refuses one too many or too deep. */
  enter(depth: number): void {
    this.elementsLeft -= 1;
    if (depth > deepest) throw new XmlUnreadable(`There may be ${deepest} levels, and not more.`);
    if (this.elementsLeft < 0) throw new XmlUnreadable("There are too many elements.");
  }
}

function element(cursor: Cursor, depth: number): readonly [string, XmlValue] {
  const opened = cursor.take(opening);
  if (opened === undefined)
    throw new XmlUnreadable("An element such as <expense> is missing, or is not written as one.");
  const [, name = "", attributes = "", isClosed] = opened;
  cursor.enter(depth);
  const isList = /\btype\s*=\s*["']array["']/.test(attributes);
  const value = isClosed === "/" ? contentOf("", [], isList) : content(cursor, depth, isList);
  if (isClosed !== "/" && cursor.take(closing)?.[1] !== name)
    throw new XmlUnreadable(`<${name}> is not closed by </${name}>.`);
  return [name, /\bnil\s*=\s*["']true["']/.test(attributes) ? null : value];
}

function content(cursor: Cursor, depth: number, isList: boolean): XmlValue {
  const text = unescaped(cursor.take(characters)?.[0] ?? "").trim();
  cursor.skip(between);
  const children: (readonly [string, XmlValue])[] = [];
  while (cursor.take(/(?=<[A-Za-z])/y) !== undefined) {
    children.push(element(cursor, depth + 1));
    cursor.skip(between);
  }
  return contentOf(text, children, isList);
}

function contentOf(text: string, children: readonly (readonly [string, XmlValue])[], isList: boolean): XmlValue {
  if (text !== "" && (isList || children.length > 0)) throw new XmlUnreadable("There is text beside elements.");
  if (isList) return children.map(([, value]) => value);
  const names = new Set<string>();
  for (const [name] of children) {
    if (names.has(name)) throw new XmlUnreadable(`<${name}> is given twice.`);
    names.add(name);
  }
  return children.length === 0 ? text : Object.fromEntries(children);
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&([^;\s]{0,10};?)/g, (whole, inner: string) => {
    const name = inner.slice(0, -1);
    const character = inner.endsWith(";") ? (entities[name] ?? numbered(name)) : undefined;
    if (character === undefined) throw new XmlUnreadable(`${whole} is no entity that is known here.`);
    return character;
  });
}

function numbered(name: string): string | undefined {
  const parts = /^#(?:(\d{1,7})|x([0-9a-f]{1,6}))$/i.exec(name);
  if (parts === null) return undefined;
  const code = parts[1] === undefined ? parseInt(parts[2] ?? "", 16) : Number(parts[1]);
  const isCharacter = code >= 0x20 || code === 0x9 || code === 0xa || code === 0xd;
  return isCharacter && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : undefined;
}

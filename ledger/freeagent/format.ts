import { Refusal } from "../books/refusal";
import { readXml, XmlUnreadable } from "../../src/xml/reader";
import { writeXml } from "../../src/xml/writer";
import type { XmlValue } from "../../src/xml/reader";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

const xml = "application/xml";
const root = "freeagent";
const elementsMost = 500;

/** Takes requests as JSON and as XML, and answers in the one that the request asks for; JSON where it asks for neither. */
export function speakBoth(app: FastifyInstance): void {
  app.addContentTypeParser([xml, "text/xml"], { parseAs: "string" }, (_request, body, parsed) => {
    try {
      parsed(null, bodyOf(String(body)));
    } catch (error) {
      parsed(error instanceof XmlUnreadable ? notXml(error) : (error as Error));
    }
  });
  app.addHook("onRequest", (request, reply, next) => {
    answerInXml(request, reply, inXml);
    next();
  });
}

/** An answer as FreeAgent shows it in XML: the same names as in JSON, below a root `<freeagent>`. */
export function inXml(answer: object): string {
  return writeXml(root, answer);
}

/** Has the answer written as XML by `write`, where XML is asked for. */
export function answerInXml(request: FastifyRequest, reply: FastifyReply, write: (answer: object) => string): void {
  if (wantsXml(request)) void reply.type(`${xml}; charset=utf-8`).serializer((answer: object) => write(answer));
}

function wantsXml(request: FastifyRequest): boolean {
  const accepted = (request.headers.accept ?? "").split(",").map((type) => type.split(";", 1)[0]?.trim().toLowerCase());
  const places = [
    ["application/json", "*/*"],
    [xml, "text/xml"],
  ].map((types) => accepted.findIndex((type) => type !== undefined && types.includes(type)));
  const [json = -1, asXml = -1] = places;
  return asXml >= 0 && (json < 0 || asXml < json);
}

function notXml(error: XmlUnreadable): Refusal {
  return new Refusal("invalid", `The body is no XML that can be read: ${error.message}`);
}

// In XML every value is text; these are whole numbers, which the checks of both forms then judge alike.
const wholeNumbers: ReadonlySet<string> = new Set([
  "asset_life_years",
  "annual_depreciation_percentage",
  "depreciation_schedule",
]);

function bodyOf(text: string): unknown {
  const [name, value] = readXml(text, elementsMost);
  if (name !== root) throw new XmlUnreadable(`The root is <${name}>, but must be <${root}>.`);
  return withNumbers(value, "");
}

function withNumbers(value: XmlValue, name: string): unknown {
  if (value === null) return null;
  if (typeof value === "string") return wholeNumbers.has(name) && /^-?\d{1,9}$/.test(value) ? Number(value) : value;
  if (isList(value)) return value.map((inner) => withNumbers(inner, name));
  return Object.fromEntries(Object.entries(value).map(([inner, each]) => [inner, withNumbers(each, inner)]));
}

// Array.isArray does not tell a read-only list from the other members of a union.
function isList(value: XmlValue): value is readonly XmlValue[] {
  return Array.isArray(value);
}

/** The help pages: every formula has one, and the figures they promise are the figures that the formulas give. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { conventions, eventTypes, freedoms } from "../../src/engine";
import { builtText } from "../manifest/built";
import { cell, metadata } from "./bundle";

const folder = join(__dirname, "../../docs/functions");
const pages = metadata.functions.map(({ id }) => ({ id, text: readFileSync(join(folder, `${id}.md`), "utf8") }));

test("the help of DEPR.DB says first that it is Excel's DDB, not Excel's DB", () => {
  const [, first = ""] = /<p>(.*?)<\/p>/.exec(builtText("help/depr.db.html")) ?? [];
  expect(first.replaceAll("&#39;", "'")).toMatch(/^DEPR\.DB is Excel's DDB, .*not Excel's DB/);
});

test.each(pages)("the help of $id names every argument", ({ id, text }) => {
  const names = metadata.functions.find((one) => one.id === id)?.parameters.map(({ name }) => name) ?? [];
  expect(names.filter((name) => !text.includes(`\n| ${name} `))).toEqual([]);
});

const closedChoices: readonly (readonly [string, readonly { readonly word: string }[]])[] = [
  ...freedoms.map(({ word, values }) => [word, values] as const),
  ["event", eventTypes],
  ["convention", conventions],
];

test.each(closedChoices)("the help of DEPR.SCHEDULE names every word of %s", (name, entries) => {
  const text = readFileSync(join(folder, "DEPR.SCHEDULE.md"), "utf8");
  expect(text.toLowerCase()).toContain(`| ${name} `);
  expect(entries.filter(({ word }) => !text.includes(`\`${word}\``))).toEqual([]);
});

test("a built page has no script, and its links lead to pages that are there", () => {
  for (const page of ["index", ...pages.map(({ id }) => id.toLowerCase())]) {
    const html = builtText(`help/${page}.html`);
    expect(html).not.toContain("<script");
    const links = Array.from(html.matchAll(/href="?([^" >]+)/g), ([, link = ""]) => link);
    links.forEach((link) => expect(builtText(`help/${link}`)).not.toBe(""));
  }
});

/** Sentences such as "`=DEPR.SL(1000, 0, 2.5)` spills 400, 400 and 200." */
const promise = /`=(DEPR\.[A-Z]+)\(([^`]*)\)` (is|spills|charges) ((?:\d{1,3}(?:,\d{3})*(?:\.\d+)?(?:, | and )?)+)/g;

const promises = pages.flatMap(({ text }) =>
  Array.from(text.matchAll(promise), ([, id = "", argued = "", verb = "", figures = ""]) => ({
    formula: `=${id}(${argued})`,
    id,
    argued: argumentsOf(argued),
    column: verb === "charges" ? 2 : undefined,
    figures: Array.from(figures.matchAll(/\d{1,3}(?:,\d{3})*(?:\.\d+)?/g), ([figure]) => plain(figure)),
  })),
);

test("the pages promise enough for the next test to mean something", () => {
  expect(promises.length).toBeGreaterThanOrEqual(11);
});

test.each(promises)("$formula", ({ id, argued, column, figures }) => {
  const shown = cell(id, ...argued) as readonly (readonly unknown[])[];
  const values = column === undefined ? shown.flat() : shown.slice(1).map((row) => row[column]);
  expect(values.map((value) => Math.round(Number(value) * 100) / 100)).toEqual(figures);
});

function plain(figure: string): number {
  return Number(figure.replaceAll(",", ""));
}

/** The arguments as they stand in a formula, in English: numbers, text, TRUE, arrays in braces, and nothing for one left out. */
function argumentsOf(text: string): readonly unknown[] {
  const parts = text.match(/\{[^}]*\}|"[^"]*"|[^,\s][^,]*|,/g) ?? [];
  const split: unknown[] = [null];
  for (const part of parts) {
    if (part === ",") split.push(null);
    else split[split.length - 1] = part.startsWith("{") ? arrayOf(part) : constant(part);
  }
  return split;
}

function arrayOf(text: string): readonly (readonly unknown[])[] {
  const rows = text.slice(1, -1).split(";");
  return rows.map((row) => row.split(",").map((one) => constant(one)));
}

function constant(text: string): unknown {
  if (text.startsWith('"')) return text.slice(1, -1);
  return /^(TRUE|FALSE)$/.test(text) ? text === "TRUE" : Number(text);
}

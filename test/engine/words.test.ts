// The words of the lists: each finds its entry however it is typed, and no other.
import {
  conventionNamed,
  conventions,
  frequencies,
  frequencyNamed,
  kinds,
  methodNamed,
  methods,
  profileNamed,
} from "../../src/engine";
import { profiles, wording, type Result } from "../../src/engine";
import { value } from "./random-assets";

interface Entry {
  readonly word: string;
  readonly aliases: readonly string[];
  readonly label: string;
}

const lists: readonly (readonly [string, readonly Entry[], (text: string) => Result<Entry>])[] = [
  ["method", methods, methodNamed],
  ["convention", conventions, conventionNamed],
  ["frequency", frequencies, frequencyNamed],
  ["profile", profiles, profileNamed],
];

describe.each(lists)("a %s", (what, entries, find) => {
  const words = entries.flatMap((entry) => [entry.word, ...entry.aliases].map((word) => [word, entry] as const));

  test.each(words)("%s finds its entry in any case and spacing", (word, entry) => {
    const typed = [
      word,
      word.toUpperCase(),
      word.replace(/-/g, " "),
      word.replace(/-/g, "_"),
      ` ${word.replace(/-/g, "")} `,
    ];
    for (const text of typed) expect(value(find(text)).word).toBe(entry.word);
  });

  test("no word means two things, and every entry has a name for menus", () => {
    const bare = words.map(([word]) => word.replace(/-/g, "").toLowerCase());
    expect(new Set(bare).size).toBe(bare.length);
    expect(entries.filter(({ label }) => label.trim() === "")).toEqual([]);
  });

  test("a word that means nothing is refused with the words that do", () => {
    const refused = find("depreciate it");
    const known = entries.map(({ word }) => word).join(", ");
    expect(refused.ok ? refused.value : wording(refused.problem)).toBe(`"depreciate it" is no ${what}. Use ${known}.`);
    expect(refused.ok || kinds[refused.problem.code]).toBe("value");
  });
});

test.each([
  ["DB", 2],
  ["DDB", 2],
  ["double declining", 2],
  ["200DB", 2],
  ["150DB", 1.5],
  ["150 db", 1.5],
])("the method %s declines at %p times the straight line", (word, factor) => {
  const method = value(methodNamed(word));
  expect(method.word).toBe("DB");
  expect(method.factor).toBe(factor);
});

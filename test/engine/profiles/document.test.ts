// docs/PROFILES.md against the profiles. Goal: what the page says of a value, pinned or declared, is what the profile says.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { freedoms, profiles, type Policy, type Profile } from "../../../src/engine";
import { tablesNamed } from "../case-table";
import { nameOf, publishedIn } from "./cases";

const page = readFileSync(join(__dirname, "..", "..", "..", "docs", "PROFILES.md"), "utf8");

test.each(profiles.map((profile) => [profile.word, profile] as const))("%s has its section", (word, profile) => {
  const section = page.split(/^## /m).find((one) => one.startsWith(`${word}\n`)) ?? "";
  expect(section).toContain(`[${profile.source.document}](${profile.source.address})`);
  expect(section).toContain(table(profile));
  for (const { why } of profile.exceptions) expect(section).toContain(why);
  for (const name of namesOf(profile)) expect(section).toContain(`\`${name}\``);
});

test("it names every case of other systems, and every one that cannot be reproduced", () => {
  for (const file of ["profile-others.txt", "not-reproduced.txt"]) {
    for (const one of publishedIn(file)) expect(page).toContain(`\`${nameOf(one)}\``);
  }
});

/** The values of a profile as rows of a table: what its own policy says, and whatever else is pinned. */
function table(profile: Profile): string {
  const rows = freedoms
    .filter(({ key }) => profile.policy?.[key] !== undefined || profile.pinned[key] !== undefined)
    .map(({ key, word }) => row(word, wordOf(profile, key), profile.pinned[key]));
  return [row("convention", profile.convention.word, profile.pinned.convention), ...rows].join("\n");
}

function row(freedom: string, word: string, cases: readonly string[] | undefined): string {
  const standing = cases === undefined ? "declared" : `pinned by ${cases.map((name) => `\`${name}\``).join(", ")}`;
  return `- ${freedom}: ${word}, ${standing}`;
}

function wordOf(profile: Profile, key: keyof Policy): string {
  const values = freedoms.find((one) => one.key === key)?.values ?? [];
  const own = profile.policy?.[key] ?? values[0]?.value;
  return values.find(({ value }) => value === own)?.word ?? "";
}

// The tax tables are many; their page is named as a whole.
function namesOf({ word }: Profile): readonly string[] {
  const file = tablesNamed(`profile-${word}.txt`)[0];
  if (file === undefined) return [];
  const names = publishedIn(file).map(nameOf);
  return names.length > 20 ? [] : names;
}

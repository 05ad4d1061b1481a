// The words of profiles. Goal: a word that another system uses crosswise means its own thing there, and nowhere else.
import { conventionOfProfile, profileNamed, profiles } from "../../../src/engine";
import { value } from "../random-assets";

const d365 = value(profileNamed("d365"));

test.each([
  ["mid month 1st", "nearest-month"],
  ["Mid month (15th of month)", "mid-month"],
  ["mid-month", "mid-month"],
  ["half-year", "half-year"],
])("in Dynamics 365 Finance %s is %s", (word, means) => {
  expect(value(conventionOfProfile(d365, word)).word).toBe(means);
});

test.each(profiles.filter((profile) => profile !== d365).map((profile) => [profile.word, profile] as const))(
  "its words mean nothing in %s",
  (_word, profile) => {
    expect(conventionOfProfile(profile, "mid month 1st")).toMatchObject({ ok: false });
    expect(conventionOfProfile(undefined, "mid month 15th")).toMatchObject({ ok: false });
  },
);

test("twelve systems have a profile, each under words that no other has", () => {
  const words = profiles.flatMap(({ word, aliases }) => [word, ...aliases]);
  expect(profiles).toHaveLength(12);
  expect(new Set(words).size).toBe(words.length);
});

// Every figure that a system publishes, through its profile. Goal: a system's books, and the answers here, agree to the
// cent; and what a profile calls pinned is pinned.
import { conventions, freedoms, profiles, type AssetTerms, type Profile } from "../../../src/engine";
import { casesIn, tablesNamed, type Case } from "../case-table";
import { answerTo, nameOf, printedIn, publishedIn } from "./cases";

const tables = tablesNamed("profile-").map((file) => [file, publishedIn(file)] as const);
const all = tables.flatMap(([, cases]) => cases);

describe.each(tables)("%s", (_file, cases) => {
  test.each(cases.map((one) => [nameOf(one), one] as const))("%s", (_name, one) => {
    expect(answerTo(one)).toBe(printedIn(one));
  });
});

test("no case has the name of another", () => {
  expect(new Set(all.map(nameOf)).size).toBe(all.length);
});

describe("what cannot be reproduced really is not", () => {
  test.each(casesIn("not-reproduced.txt").map((one) => [nameOf(one), one] as const))("%s", (_name, one) => {
    expect(reproduces(one)).toBe(false);
  });
});

test.each(profiles.map((profile) => [profile.word, profile] as const))(
  "%s says where it is written",
  (_word, profile) => {
    expect(profile.source.document).not.toBe("");
    expect(profile.source.address).toMatch(/^https:\/\//);
  },
);

const pins = profiles.flatMap((profile) =>
  Object.entries(profile.pinned).map(([freedom, names]) => [profile.word, freedom, profile, names] as const),
);

test.each(pins)("%s: with any other %s a figure comes out otherwise", (_word, freedom, profile, names) => {
  const cases = names.map((name) => all.find((one) => nameOf(one) === name));
  expect(cases).not.toContain(undefined);
  const loose = othersOf(profile, freedom).filter(([, change]) =>
    cases.every((one) => one !== undefined && reproduces(one, change)),
  );
  expect(loose.map(([word]) => word)).toEqual([]);
});

function reproduces(one: Case, change?: (terms: AssetTerms) => AssetTerms): boolean {
  try {
    return answerTo(one, change) === printedIn(one);
  } catch {
    return false;
  }
}

type Change = readonly [word: string, change: (terms: AssetTerms) => AssetTerms];

function othersOf(profile: Profile, freedom: string): readonly Change[] {
  if (freedom === "convention") {
    return conventions
      .filter((convention) => convention !== profile.convention)
      .map((convention) => [convention.word, (terms) => withConvention(terms, convention)]);
  }
  const { values = [], key } = freedoms.find((one) => one.key === freedom) ?? {};
  const [usual] = values;
  const own = (key === undefined ? undefined : profile.policy?.[key]) ?? usual?.value;
  return values
    .filter(({ value }) => value !== own)
    .map(({ word, value }) => [word, (terms) => ({ ...terms, policy: { [freedom]: value, ...terms.policy } })]);
}

function withConvention(terms: AssetTerms, convention: Profile["convention"]): AssetTerms {
  return terms.dated === undefined ? terms : { ...terms, dated: { ...terms.dated, convention } };
}

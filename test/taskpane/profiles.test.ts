import { keepProfiles, keepToken, keptProfiles, keptToken, type Drawers } from "../../taskpane/profiles/keep";
import { connectionOf, startingProfiles, type Profile } from "../../taskpane/profiles/profile";

/** A browser's store by its specification: text by name. */
function drawer(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    getItem: (key) => kept.get(key) ?? null,
    key: (index) => [...kept.keys()][index] ?? null,
    removeItem: (key) => void kept.delete(key),
    setItem: (key, value) => void kept.set(key, value),
  };
}

const opened = (): Drawers => ({
  lasting: drawer(),
  session: drawer(),
  partition: "",
  origin: "https://localhost:3000",
});

const profile: Profile = {
  id: "p1",
  name: "Books",
  system: "layer",
  baseUrl: "https://ledger.example.com/ ",
  businessId: " b1 ",
  userEmail: "",
  remember: false,
};

const everything = (store: Storage): string =>
  Array.from({ length: store.length }, (_, index) => store.getItem(store.key(index) ?? "")).join("\n");

describe("connection profiles", () => {
  test("a new computer starts with the ledger on this machine, by each of its doors", () => {
    const { profiles, activeId } = keptProfiles(opened());
    expect(profiles.map(({ system, baseUrl }) => [system, baseUrl])).toEqual([
      ["layer", "https://localhost:3000/layer"],
      ["dayzero", "https://localhost:3000/dayzero"],
      ["intacct", "https://localhost:3000/intacct"],
      ["freeagent", "https://localhost:3000/freeagent"],
      ["oanor", "https://localhost:3000/oanor"],
    ]);
    expect(activeId).toBe("");
  });

  test("a pane that is served from elsewhere knows no ledger to begin with", () => {
    expect(startingProfiles("https://depr.example.com")).toEqual([]);
  });

  test("a chosen format is kept and spoken; a profile kept before there was a choice has none", () => {
    const drawers = opened();
    const inXml: Profile = { ...profile, id: "p2", system: "freeagent", format: "xml" };
    keepProfiles(drawers, [profile, inXml], "p2");
    expect(keptProfiles(drawers).profiles).toEqual([profile, inXml]);
    expect(keptProfiles(drawers).profiles.map((one) => connectionOf(one, "t").format)).toEqual([undefined, "xml"]);
  });

  test("kept profiles come back, with the one in use", () => {
    const drawers = opened();
    keepProfiles(drawers, [profile], "p1");
    expect(keptProfiles(drawers)).toEqual({ profiles: [profile], activeId: "p1" });
  });

  test.each(["{", "17", '[{"id":1}]'])("what another program left there, %s, does no harm", (text) => {
    const drawers = opened();
    drawers.lasting.setItem("depr.profiles", text);
    expect(keptProfiles(drawers).profiles.every(({ name }) => name.endsWith("on this machine"))).toBe(true);
  });

  test("a connection has neither blanks around its settings nor a slash at the end of its address", () => {
    expect(connectionOf(profile, " secret ")).toEqual({
      system: "layer",
      name: "Books",
      baseUrl: "https://ledger.example.com",
      businessId: "b1",
      token: "secret",
    });
  });
});

describe("tokens", () => {
  test("end with the browser session unless the person asks otherwise", () => {
    const drawers = opened();
    keepToken(drawers, profile, "secret");
    expect(keptToken(drawers, "p1")).toBe("secret");
    expect(everything(drawers.lasting)).not.toContain("secret");
  });

  test("stay on the computer where the person asked for it, and only in Office's partition", () => {
    const drawers = { ...opened(), partition: "tenant-7:" };
    keepToken(drawers, { ...profile, remember: true }, "secret");
    expect(drawers.lasting.getItem("tenant-7:depr.token.p1")).toBe("secret");
    expect(everything(drawers.session)).toBe("");
  });

  test("leave the computer when the person stops asking for it", () => {
    const drawers = opened();
    keepToken(drawers, { ...profile, remember: true }, "secret");
    keepToken(drawers, profile, "secret");
    expect(everything(drawers.lasting)).toBe("");
    keepToken(drawers, profile, "");
    expect(keptToken(drawers, "p1")).toBe("");
  });

  test("are no part of a kept profile", () => {
    const drawers = opened();
    keepToken(drawers, profile, "secret");
    keepProfiles(drawers, [profile], "p1");
    expect(everything(drawers.lasting)).not.toContain("secret");
  });
});

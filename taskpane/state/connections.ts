import { connectorOf, connectors, type Connection, type Connector } from "../../src/connectors";
import { forgetToken, keepProfiles, keepToken, keptProfiles, keptToken, type Drawers } from "../profiles/keep";
import { connectionOf, type Profile } from "../profiles/profile";
import { createStore } from "../store";
import { documentSettings, keepDocumentSettings } from "../workbook/document-settings";
import { pane } from "./pane";
import { watchRefusals } from "./refused-by-policy";

/** How the last test of a profile went. */
export type Standing =
  | { readonly state: "untested" | "testing" }
  | { readonly state: "good"; readonly sentence: string }
  | { readonly state: "bad"; readonly sentence: string; readonly field: string | undefined };

export interface ConnectionsState {
  readonly profiles: readonly Profile[];
  /** The profile in use; "" when there is none. */
  readonly activeId: string;
  /** The profile whose form is open; "" when none is. */
  readonly editingId: string;
  /** By profile. In memory; the drawers keep a copy as the profile says. */
  readonly tokens: Readonly<Record<string, string>>;
  readonly standings: Readonly<Record<string, Standing>>;
}

export const connections = createStore<ConnectionsState>({
  profiles: [],
  activeId: "",
  editingId: "",
  tokens: {},
  standings: {},
});

/** Opens the drawers of this browser and takes what is in them. The workbook's own choice of profile comes first. */
export function openConnections(): void {
  const { profiles, activeId } = keptProfiles(drawers());
  const named = profiles.find(({ name }) => name === documentSettings().profile);
  const tokens = Object.fromEntries(profiles.map(({ id }) => [id, keptToken(drawers(), id)]));
  connections.set({ profiles, activeId: named?.id ?? activeId, tokens });
}

/** The profile in use and its connector; undefined when not connected. */
export function activeProfile({ profiles, activeId }: ConnectionsState): Profile | undefined {
  return profiles.find(({ id }) => id === activeId);
}

/** What the profile in use offers: its connection and its connector. */
export function activeConnection(
  state: ConnectionsState,
): { readonly connection: Connection; readonly connector: Connector } | undefined {
  const profile = activeProfile(state);
  const connector = profile === undefined ? undefined : connectorOf(profile);
  if (profile === undefined || connector === undefined) return undefined;
  return { connector, connection: connectionOf(profile, state.tokens[profile.id] ?? "") };
}

/** Whether a profile has the token that its system asks for; a calculator may ask for none. */
export function hasToken({ tokens }: ConnectionsState, profile: Profile): boolean {
  const isNeeded = connectorOf(profile)?.settings.some(({ key, required }) => key === "token" && required) ?? true;
  return !isNeeded || (tokens[profile.id] ?? "") !== "";
}

export function standingOf({ standings }: ConnectionsState, id: string): Standing {
  return standings[id] ?? { state: "untested" };
}

/** Opens a form for a connection that is not known yet. */
export function addProfile(): void {
  const profile: Profile = {
    id: crypto.randomUUID(),
    name: "New connection",
    system: connectors[0]?.word ?? "",
    baseUrl: "",
    businessId: "",
    userEmail: "",
    remember: false,
  };
  keep({ profiles: [...connections.get().profiles, profile] });
  connections.set({ editingId: profile.id });
}

export function editProfile(id: string): void {
  connections.set({ editingId: id });
}

/** Takes a change of the form at once, so that nothing typed is ever lost. */
export function changeProfile(id: string, change: Partial<Profile>): void {
  const profiles = connections
    .get()
    .profiles.map((profile) => (profile.id === id ? { ...profile, ...change } : profile));
  keep({ profiles });
  setStanding(id, { state: "untested" });
  if (change.remember !== undefined) changeToken(id, connections.get().tokens[id] ?? "");
}

export function changeToken(id: string, token: string): void {
  const { profiles, tokens } = connections.get();
  const profile = profiles.find((candidate) => candidate.id === id);
  if (profile === undefined) return;
  keepToken(drawers(), profile, token);
  connections.set({ tokens: { ...tokens, [id]: token } });
  setStanding(id, { state: "untested" });
}

export function removeProfile(id: string): void {
  const { profiles, activeId } = connections.get();
  forgetToken(drawers(), id);
  keep({ profiles: profiles.filter((profile) => profile.id !== id), activeId: activeId === id ? "" : activeId });
  connections.set({ editingId: "" });
}

/** Tries a profile; answers whether it is good. */
export async function testProfile(id: string): Promise<boolean> {
  const state = connections.get();
  const profile = state.profiles.find((candidate) => candidate.id === id);
  const connector = profile === undefined ? undefined : connectorOf(profile);
  if (profile === undefined || connector === undefined) return false;
  setStanding(id, { state: "testing" });
  const refused = watchRefusals();
  const answer = await connector.test(connectionOf(profile, state.tokens[id] ?? ""));
  const byPolicy = await refused();
  if (answer.ok) setStanding(id, { state: "good", sentence: answer.value.sentence });
  else if (byPolicy !== undefined) setStanding(id, { state: "bad", sentence: byPolicy, field: "baseUrl" });
  else setStanding(id, { state: "bad", sentence: answer.problem.sentence, field: answer.problem.field });
  return answer.ok;
}

/** Tries a profile and, where it is good, puts it in use and goes back to the views. */
export async function connect(id: string): Promise<void> {
  if (await testProfile(id)) useProfile(id);
}

export function useProfile(id: string): void {
  keep({ activeId: id });
  connections.set({ editingId: "" });
  pane.set({ connecting: false });
  void keepDocumentSettings({ profile: activeProfile(connections.get())?.name ?? "" });
}

export function disconnect(): void {
  keep({ activeId: "" });
  void keepDocumentSettings({ profile: "" });
}

function setStanding(id: string, standing: Standing): void {
  connections.set({ standings: { ...connections.get().standings, [id]: standing } });
}

function keep(change: Partial<Pick<ConnectionsState, "profiles" | "activeId">>): void {
  connections.set(change);
  const { profiles, activeId } = connections.get();
  keepProfiles(drawers(), profiles, activeId);
}

function drawers(): Drawers {
  // Windows has no partition, and outside Office there is no context, although Office's types promise both.
  const context = Office.context as { partitionKey?: string } | undefined;
  const partition = context?.partitionKey ?? "";
  return { lasting: localStorage, session: sessionStorage, partition, origin: location.origin };
}

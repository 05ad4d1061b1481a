import { startingProfiles, type Profile } from "./profile";

/** The two stores that a browser offers, and the name under which this pane keeps its things in them. */
export interface Drawers {
  /** Outlives the browser. */
  readonly lasting: Storage;
  /** Ends with the browser session. */
  readonly session: Storage;
  /** Office's partition of the lasting store, "" where the host has none. */
  readonly partition: string;
  readonly origin: string;
}

/** The profiles of this computer and which one is in use; those of the machine's own ledger to begin with. */
export function keptProfiles(drawers: Drawers): { readonly profiles: readonly Profile[]; readonly activeId: string } {
  const kept = parse(drawers.lasting.getItem(profilesKey(drawers)));
  const profiles = kept?.filter(isProfile) ?? startingProfiles(drawers.origin);
  return { profiles, activeId: drawers.lasting.getItem(activeKey(drawers)) ?? "" };
}

export function keepProfiles(drawers: Drawers, profiles: readonly Profile[], activeId: string): void {
  drawers.lasting.setItem(profilesKey(drawers), JSON.stringify(profiles));
  drawers.lasting.setItem(activeKey(drawers), activeId);
}

/** The token of a profile, "" when there is none on this computer. */
export function keptToken(drawers: Drawers, profileId: string): string {
  const key = tokenKey(drawers, profileId);
  return drawers.session.getItem(key) ?? drawers.lasting.getItem(key) ?? "";
}

/** Keeps a token: for this browser session, or on this computer where the person asked for that. */
export function keepToken(drawers: Drawers, profile: Profile, token: string): void {
  forgetToken(drawers, profile.id);
  if (token === "") return;
  const drawer = profile.remember ? drawers.lasting : drawers.session;
  drawer.setItem(tokenKey(drawers, profile.id), token);
}

export function forgetToken(drawers: Drawers, profileId: string): void {
  drawers.session.removeItem(tokenKey(drawers, profileId));
  drawers.lasting.removeItem(tokenKey(drawers, profileId));
}

const profilesKey = ({ partition }: Drawers): string => `${partition}depr.profiles`;
const activeKey = ({ partition }: Drawers): string => `${partition}depr.active`;
const tokenKey = ({ partition }: Drawers, profileId: string): string => `${partition}depr.token.${profileId}`;

function parse(text: string | null): readonly unknown[] | undefined {
  if (text === null) return undefined;
  try {
    const found: unknown = JSON.parse(text);
    return Array.isArray(found) ? found : undefined;
  } catch {
    // Another version or another program wrote it; the starting profiles take its place.
    return undefined;
  }
}

function isProfile(found: unknown): found is Profile {
  if (typeof found !== "object" || found === null) return false;
  const { id, name, system, baseUrl, businessId, userEmail, format, remember } = found as Readonly<
    Record<string, unknown>
  >;
  const texts = [id, name, system, baseUrl, businessId, userEmail, format ?? ""];
  return texts.every((text) => typeof text === "string") && typeof remember === "boolean";
}

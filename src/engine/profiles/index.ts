import { conventionNamed, type Convention } from "../conventions";
import type { Result } from "../result";
import { named } from "../words";
import { businessCentral } from "./business-central";
import { d365 } from "./d365";
import { dayzero } from "./dayzero";
import { erpnext } from "./erpnext";
import { excel } from "./excel";
import { freeagent } from "./freeagent";
import { intacct } from "./intacct";
import { irs } from "./irs";
import { oanor } from "./oanor";
import { oca } from "./oca";
import { odoo } from "./odoo";
import type { Profile } from "./profile";
import { xero } from "./xero";

export type { Exception, Law, Pinned, Profile, Source } from "./profile";

export const profiles: readonly Profile[] = [
  excel,
  oanor,
  freeagent,
  intacct,
  businessCentral,
  d365,
  erpnext,
  odoo,
  oca,
  xero,
  dayzero,
  irs,
];

/** Problem: unknown-word. */
export function profileNamed(text: string): Result<Profile> {
  return named("profile", profiles, [], text);
}

/** A convention by the word that the profile has for it, else by the word that all have. Problem: unknown-word. */
export function conventionOfProfile(profile: Profile | undefined, text: string): Result<Convention> {
  const own = named("convention", profile?.conventionWords ?? [], [], text);
  return own.ok ? { ok: true, value: own.value.convention } : conventionNamed(text);
}

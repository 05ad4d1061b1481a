import { tokenRequest } from "./credentials";
import { exchange } from "./exchange";
import type { Environment } from "./credentials";
import type { Profile } from "./profiles";

/** The headers with which a profile's system is entered, or a sentence why there are none, with the status that says so. */
export type Access =
  | { readonly ok: true; readonly headers: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly status: number; readonly sentence: string };

interface Minted {
  readonly token: string;
  readonly until: number;
}

// A token is renewed before it ends, so that it does not end on the way.
const spareMs = 60_000;
const usualSeconds = 3_600;

/**
 * Gives the function that enters a system: with its key, or with an access token that is minted when one is needed, kept in
 * memory until shortly before it ends, and asked for once however many requests wait for it.
 */
export function accessTo(environment: Environment, addressOf: (profile: Profile, url: string) => string) {
  const minted = new Map<string, Minted>();
  const underway = new Map<string, Promise<Access>>();
  const mint = async (profile: Profile): Promise<Access> => {
    const access = await mintToken(profile, environment, addressOf);
    if (!access.ok) return access;
    minted.set(profile.word, access.minted);
    return bearer(access.minted.token);
  };
  return {
    /** Forgets a token that the system no longer takes. */
    forget: (profile: Profile): void => {
      minted.delete(profile.word);
    },
    enter: async (profile: Profile): Promise<Access> => {
      const { credentials, word } = profile;
      if (credentials.kind === "key") {
        const key = environment[credentials.variables.key] ?? "";
        return { ok: true, headers: { [credentials.header]: `${credentials.before}${key}` } };
      }
      const known = minted.get(word);
      if (known !== undefined && known.until > Date.now()) return bearer(known.token);
      const asked = underway.get(word) ?? mint(profile).finally(() => underway.delete(word));
      underway.set(word, asked);
      return asked;
    },
  };
}

function bearer(token: string): Access {
  return { ok: true, headers: { authorization: `Bearer ${token}` } };
}

type Mint = { readonly ok: true; readonly minted: Minted } | Extract<Access, { readonly ok: false }>;

async function mintToken(
  profile: Profile,
  environment: Environment,
  addressOf: (profile: Profile, url: string) => string,
): Promise<Mint> {
  const { credentials, label } = profile;
  if (credentials.kind === "key") throw new Error(`${label} has a key and no token to mint.`);
  const { headers, body } = tokenRequest(credentials, environment);
  const answer = await exchange(addressOf(profile, credentials.tokenUrl), { method: "POST", headers, body });
  if (!answer.ok)
    return {
      ok: false,
      status: answer.status,
      sentence: `No access token could be had for ${label}: ${answer.sentence}`,
    };
  const named = Object.values(credentials.variables).join(", ");
  // Nothing of the answer is shown: it may repeat what was sent.
  if (answer.status >= 500 || answer.status === 429)
    return {
      ok: false,
      status: 503,
      sentence: `${label} gives out no access token now (${answer.status}). Try again later.`,
    };
  const token = tokenIn(answer.body.toString("utf8"));
  if (answer.status !== 200 || token === undefined)
    return {
      ok: false,
      status: 401,
      sentence: `${label} takes none of the credentials (${answer.status}). Check ${named}.`,
    };
  return { ok: true, minted: token };
}

function tokenIn(text: string): Minted | undefined {
  try {
    const { access_token: token, expires_in: seconds } = JSON.parse(text) as Readonly<Record<string, unknown>>;
    if (typeof token !== "string" || !/^[!-~]{1,8192}$/.test(token)) return undefined;
    const lasts = typeof seconds === "number" && seconds > 0 ? seconds : usualSeconds;
    return { token, until: Date.now() + Math.max(1_000, lasts * 1_000 - spareMs) };
  } catch {
    return undefined;
  }
}

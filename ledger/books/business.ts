import { createHash } from "node:crypto";
import { openAccounts } from "./chart";
import type { Session, Store } from "../store/store";

/** The business that a fresh ledger begins with; a constant, so that examples can name it. */
export const demoBusinessId = "7d3f2c1e-5b0a-4c7e-9a51-0d1e0b5a7e01";

/** Opens the demo business, unless it is there, and lets the token act for it. Gives the business's id. */
export async function demoBusiness(store: Store, token: string): Promise<string> {
  await openBusiness(store, { id: demoBusinessId, name: "Demo business", token });
  return demoBusinessId;
}

/** Opens a business with its chart of accounts, unless it is there, and lets the token act for it. */
export async function openBusiness(
  store: Store,
  business: { readonly id: string; readonly name: string; readonly token: string },
): Promise<void> {
  await store.transaction(async (session) => {
    await session.query("insert into businesses (id, name) values ($1, $2) on conflict do nothing", [
      business.id,
      business.name,
    ]);
    await openAccounts(session, business.id);
    await session.query("insert into tokens (hash, business_id) values ($1, $2) on conflict do nothing", [
      hashOf(business.token),
      business.id,
    ]);
  });
}

/** The business that the token acts for. The look-up is by hash, so its time tells nothing about the token. */
export async function businessOfToken(session: Session, token: string): Promise<string | undefined> {
  const [row] = await session.query<{ business_id: string }>("select business_id from tokens where hash = $1", [
    hashOf(token),
  ]);
  return row?.business_id;
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

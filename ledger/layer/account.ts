import { text, uuid } from "../doors/schema";
import type { Account, AccountName } from "../books/chart";
import type { Property } from "../doors/schema";

/** How Layer's requests name an account; its own example also sends the bare stable name. */
export type AccountIdentifier =
  | string
  | { readonly type: "AccountId"; readonly id: string }
  | { readonly type: "StableName"; readonly stable_name: string };

const stableName = text(1, 100);

export const accountIdentifier: Property = {
  description: 'an account: {"type":"AccountId","id":…}, {"type":"StableName","stable_name":…} or a stable name',
  anyOf: [
    stableName,
    { type: "object", required: ["type", "id"], properties: { type: { const: "AccountId" }, id: uuid } },
    {
      type: "object",
      required: ["type", "stable_name"],
      properties: { type: { const: "StableName" }, stable_name: stableName },
    },
  ],
};

export const accountIdentifierOrNull: Property = {
  ...accountIdentifier,
  description: `${accountIdentifier.description}, or null`,
  anyOf: [...(accountIdentifier["anyOf"] as readonly unknown[]), { type: "null" }],
};

export function accountName(identifier: AccountIdentifier): AccountName {
  if (typeof identifier === "string") return { stableName: identifier };
  return identifier.type === "AccountId" ? { id: identifier.id } : { stableName: identifier.stable_name };
}

/** An account as Layer shows it. */
export function chartAccount(account: Account) {
  return {
    type: "Single_Chart_Account",
    id: { type: "AccountId", id: account.id },
    name: account.name,
    account_number: account.number,
    stable_name: { type: "StableName", stable_name: account.stable_name },
    account_type: { display_name: account.kind },
    account_subtype: { display_name: account.name },
  };
}

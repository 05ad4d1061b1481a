import { documentAddress, documentSettings, keepDocumentSettings } from "../workbook/document-settings";

/** The name of the workbook that this one is a copy of, as far as its last push tells; undefined where it is none. */
export function copiedFrom(address = documentAddress(), { pushedFrom } = documentSettings()): string | undefined {
  if (pushedFrom === "" || address === "" || pushedFrom === address) return undefined;
  return decoded(pushedFrom.split(/[\\/]/).at(-1) ?? pushedFrom);
}

/** From now on a workbook at another address is a copy of this one. */
export async function rememberAddress(): Promise<void> {
  const address = documentAddress();
  if (address !== "" && address !== documentSettings().pushedFrom) await keepDocumentSettings({ pushedFrom: address });
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

import { isUuid } from "../books/asset";
import { ledgerEntryById } from "../books/ledger-entries";
import { Refusal } from "../books/refusal";
import { shownEntry } from "./entry";
import type { Store } from "../store/store";
import type { FastifyInstance } from "fastify";

/** Shows one journal entry. */
export function getEntry(app: FastifyInstance, store: Store): void {
  app.get<{ Params: { entryId: string } }>("/v1/businesses/:businessId/ledger/entries/:entryId", async (request) => {
    const { entryId } = request.params;
    const entry = isUuid(entryId) ? await ledgerEntryById(store, request.businessId, entryId) : undefined;
    if (entry === undefined) throw new Refusal("not-found", "This business has no such ledger entry.");
    return { data: shownEntry(entry) };
  });
}

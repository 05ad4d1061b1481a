/** The register as the engine takes it: every row that is not blank, those that cannot be read with the reason. */
import { fail, ok, type AssetTerms, type Policy, type RegisterAsset as Asset, type Result } from "../engine";
import { eventsByAsset, unreadEvents, type Events } from "./events";
import type { Finding } from "./matrix";
import { sheetWording } from "./problem";
import type { Register } from "./register";
import type { RegisterAsset } from "./register-row";

/**
 * One asset a row, in the order of the rows, with the events that are its own. Nothing is missing from it, so that a
 * total can say how many rows it is without.
 *
 * @param policy the freedoms that are settled for every asset
 */
export function computableAssets(register: Register, events: Events, policy?: Partial<Policy>): readonly Asset[] {
  const sound = new Map(register.assets.map((asset) => [asset.row, asset]));
  const reasons = firstErrors(register.findings);
  const eventsOf = eventsByAsset(events);
  const unread = unreadEvents(events);
  const termsOf = (asset: RegisterAsset): Result<AssetTerms> => {
    const eventRow = unread.get(asset.id);
    if (eventRow !== undefined)
      return unreadable(sheetWording({ code: "event-unreadable", asset: asset.id, eventRow: eventRow + 1 }));
    const own = eventsOf.get(asset.id);
    if (own === undefined && policy === undefined) return ok(asset.terms);
    return ok({
      ...asset.terms,
      ...(own === undefined ? {} : { events: own }),
      ...(policy === undefined ? {} : { policy }),
    });
  };
  const currency = register.currency ?? "";
  return register.rows.map(({ row, id, assetClass }) => {
    const asset = sound.get(row);
    const head = { id, assetClass, parent: "", currency };
    if (asset === undefined)
      return { ...head, description: "", costCentre: "", terms: unreadable(reasons.get(row) ?? "") };
    const { description, costCentre, acquired } = asset;
    return { ...head, description, costCentre, ...(acquired === undefined ? {} : { acquired }), terms: termsOf(asset) };
  });
}

function unreadable(sentence: string): Result<AssetTerms> {
  return fail({ code: "unread", sentence });
}

function firstErrors(findings: readonly Finding[]): ReadonlyMap<number, string> {
  const errors = findings.filter(({ severity }) => severity === "error");
  return new Map([...errors].reverse().map(({ row, sentence }) => [row, sentence]));
}

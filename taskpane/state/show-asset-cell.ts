import type { Misfit } from "../../src/connectors";
import type { RegisterAsset, RegisterHeader } from "../../src/sheet";
import { showCell } from "../workbook/show";
import { registerState } from "./register";

/** The columns that say each of an asset's terms, the likeliest first. */
const headers: Record<Misfit["field"], readonly RegisterHeader[]> = {
  life: ["Life (years)", "Life (months)"],
  rate: ["Rate"],
  salvage: ["Salvage"],
  method: ["Method"],
};

/** Selects the cell of an asset's row that a problem is about; its id where it is about the whole row. */
export async function showAssetCell({ row }: RegisterAsset, field?: Misfit["field"]): Promise<void> {
  const { read } = registerState.get();
  const place = read?.places.register;
  if (read === undefined || place === undefined) return;
  const { places } = read.register;
  const wanted = field === undefined ? [] : headers[field];
  const header = wanted.find((one) => places.has(one)) ?? "Asset";
  await showCell(place, row, places.get(header) ?? 0);
}

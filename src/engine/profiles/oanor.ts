import { excel } from "./excel";
import type { Profile } from "./profile";

/** The rules of Excel for "life in whole years" (/v1/meta). */
export const oanor: Profile = {
  ...excel,
  word: "oanor",
  label: "oanor",
  wholeYears: true,
  source: { document: "oanor, Depreciation Calculator API", address: "https://www.oanor.com/api/depreciation-api" },
  pinned: { base: ["oanor-db"] },
};

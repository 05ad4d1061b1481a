import type { MacrsSystem } from "../../asset";
import type { Result } from "../../result";
import { named, type Named } from "../../words";

/** What a taxpayer may choose instead of a class's own way of declining (IRS, Publication 946, "Which Depreciation Method Applies?"). */
export interface MacrsElection extends Named {
  readonly factor?: number;
  readonly system: MacrsSystem;
}

const elections: readonly MacrsElection[] = [
  { word: "GDS", aliases: ["MACRS"], label: "General system, the class's own method", system: "GDS" },
  { word: "200DB", aliases: ["200% DB", "DDB", "DB"], label: "200 % declining balance", system: "GDS", factor: 2 },
  { word: "150DB", aliases: ["150% DB"], label: "150 % declining balance", system: "GDS", factor: 1.5 },
  { word: "SL", aliases: ["straight-line"], label: "Straight line", system: "GDS", factor: 1 },
  { word: "ADS", aliases: [], label: "Alternative system, straight line", system: "ADS" },
];

/** Problem: unknown-word. */
export function macrsElectionNamed(text: string): Result<MacrsElection> {
  return named("MACRS method", elections, [], text);
}

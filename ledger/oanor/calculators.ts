/** What a calculator is asked: amounts in currency units, life in whole years. */
export interface Inputs {
  readonly cost: number;
  readonly salvage: number;
  readonly life: number;
  /** Only the declining balance has one. */
  readonly factor?: number;
}

/** One of oanor's calculators: its path and words, and what it tells beside the schedule. */
export interface Calculator {
  readonly path: string;
  readonly method: string;
  readonly message: string;
  readonly note: string;
  /** The engine's word. */
  readonly engineWord: string;
  /** The factor where the request names none; absent where the calculator takes none. */
  readonly usualFactor?: number;
  readonly extra: (inputs: Inputs, charges: readonly number[]) => Readonly<Record<string, number>>;
}

export const calculators: readonly Calculator[] = [
  {
    path: "straight-line",
    method: "straight-line",
    message: "Straight-line",
    note: "Straight-line: equal annual depreciation = (cost − salvage) / life.",
    engineWord: "SL",
    extra: (_inputs, charges) => ({ annual_depreciation: charges[0] ?? 0 }),
  },
  {
    path: "declining-balance",
    method: "declining-balance",
    message: "Declining-balance",
    note:
      "Declining-balance: each year depreciates book × (factor/life); factor 2 is double-declining. " +
      "Capped so book value never drops below salvage.",
    engineWord: "DB",
    usualFactor: 2,
    extra: ({ factor = 2, life }) => ({ depreciation_rate: factor / life }),
  },
  {
    path: "sum-of-years",
    method: "sum-of-years-digits",
    message: "Sum-of-years-digits",
    note:
      "Sum-of-years-digits: year t depreciates (remaining_life / SYD) × (cost − salvage); SYD = n(n+1)/2. " +
      "Accelerated, early-loaded.",
    engineWord: "SYD",
    extra: ({ life }) => ({ sum_of_years_digits: (life * (life + 1)) / 2 }),
  },
];

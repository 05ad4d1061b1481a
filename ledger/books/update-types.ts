/** A kind of change of an asset's value. */
export interface UpdateType {
  /** Layer's word. */
  readonly word: string;
  /** Whether it adds to the book value. */
  readonly raises: boolean;
  /** Whether it is the charge of a month: once a month and book, against the accumulated depreciation. */
  readonly isCharge: boolean;
}

export const depreciation: UpdateType = { word: "DEPRECIATION_AMORTIZATION", raises: false, isCharge: true };

export const updateTypes: readonly UpdateType[] = [
  depreciation,
  { word: "IMPROVEMENT", raises: true, isCharge: false },
  { word: "IMPAIRMENT", raises: false, isCharge: false },
  { word: "REVALUATION_UP", raises: true, isCharge: false },
  { word: "REVALUATION_DOWN", raises: false, isCharge: false },
];

/** The book that a posting belongs to when it names none. */
export const defaultBook = "GAAP";

/** What oanor's calculator says of itself. */
export const meta = {
  notes:
    "Cost and salvage in any currency, life in whole years. Each endpoint returns the full depreciation schedule. " +
    "Accounting estimate — tax rules (e.g. MACRS) differ by jurisdiction.",
  service: "depreciation-api",
  formulae: {
    sum_of_years: "dep_t = (remaining_life / SYD) × (cost − salvage),  SYD = n(n+1)/2",
    straight_line: "annual = (cost − salvage) / life",
    declining_balance: "dep = book × (factor/life)",
  },
  endpoints: {
    "GET /v1/meta": "This document.",
    "GET /v1/sum-of-years": "Sum-of-years-digits accelerated depreciation.",
    "GET /v1/straight-line": "Equal annual depreciation and year-by-year book value.",
    "GET /v1/declining-balance": "Accelerated declining-balance (double-declining by default), capped at salvage.",
  },
  description:
    "Asset-depreciation calculator with full schedules: straight-line, declining-balance and sum-of-years-digits.",
};

import type { Migration } from "./index";

// Whether a charge is in its asset's basis: what was charged when the terms changed, whatever its day. Of the charges of
// before nobody noted it, and their days say it nearly always.
export const settledCharges: Migration = {
  name: "005-settled-charges",
  statements: [
    "alter table value_updates add column settled boolean not null default false",
    `update value_updates u set settled = true from assets a
     where a.id = u.asset_id and u.book = 'GAAP' and u.update_type = 'DEPRECIATION_AMORTIZATION'
       and u.update_date <= a.basis_date`,
  ],
};

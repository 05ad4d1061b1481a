import { conventions, methods, profiles } from "../engine";
import type { Column } from "./header";

export type RegisterHeader =
  | "Asset"
  | "Description"
  | "Class"
  | "Acquired"
  | "In service"
  | "Cost"
  | "Salvage"
  | "Life (years)"
  | "Life (months)"
  | "Method"
  | "Rate"
  | "Factor"
  | "Total units"
  | "Convention"
  | "Profile"
  | "Opening accumulated"
  | "Opening date"
  | "Currency"
  | "Cost centre"
  | "Ledger id";

export type RegisterColumn = Column<RegisterHeader>;

const money = "#,##0.00";
const date = "yyyy-mm-dd";

/** The register's columns, in the order in which a new register has them. */
export const registerColumns: readonly RegisterColumn[] = [
  {
    header: "Asset",
    aliases: ["Asset id", "Asset number", "Asset no", "Asset code", "Asset tag", "Fixed asset", "Tag number", "Id"],
    required: true,
    kind: "text",
    width: 12,
    numberFormat: "@",
  },
  {
    header: "Description",
    aliases: ["Name", "Asset name", "Asset description", "Item"],
    required: false,
    kind: "text",
    width: 28,
    numberFormat: "@",
  },
  {
    header: "Class",
    aliases: ["Asset class", "Category", "Asset category", "Asset type", "Asset group", "Group"],
    required: false,
    kind: "text",
    width: 16,
    numberFormat: "@",
  },
  {
    header: "Acquired",
    aliases: ["Purchase date", "Purchased", "Date acquired", "Acquired date", "Acquisition date", "Date of purchase"],
    required: false,
    kind: "date",
    width: 12,
    numberFormat: date,
  },
  {
    header: "In service",
    aliases: [
      "In-service date",
      "Placed in service",
      "Placed in service date",
      "Date placed in service",
      "Date in service",
      "Service date",
      "Depreciation start",
      "Depreciation start date",
      "Start date",
    ],
    required: true,
    kind: "date",
    width: 12,
    numberFormat: date,
  },
  {
    header: "Cost",
    aliases: [
      "Original cost",
      "Original value",
      "Historical cost",
      "Acquisition cost",
      "Purchase cost",
      "Purchase price",
      "Cost basis",
      "Gross value",
    ],
    required: true,
    kind: "amount",
    width: 14,
    numberFormat: money,
  },
  {
    header: "Salvage",
    aliases: ["Salvage value", "Residual", "Residual value", "Residual amount", "Scrap value", "Scrap"],
    required: false,
    kind: "amount",
    width: 12,
    numberFormat: money,
  },
  {
    header: "Life (years)",
    aliases: [
      "Life",
      "Useful life",
      "Useful life (years)",
      "Useful life in years",
      "Life in years",
      "Years",
      "Asset life",
    ],
    required: false,
    kind: "number",
    width: 11,
    numberFormat: "General",
  },
  {
    header: "Life (months)",
    aliases: ["Useful life (months)", "Useful life in months", "Life in months", "Months"],
    required: false,
    kind: "number",
    width: 12,
    numberFormat: "General",
  },
  {
    header: "Method",
    aliases: ["Depreciation method", "Depr method"],
    required: false,
    kind: "choice",
    width: 10,
    numberFormat: "@",
    choices: methods.map(({ word }) => word),
  },
  {
    header: "Rate",
    aliases: ["Annual rate", "Depreciation rate", "Annual depreciation rate", "Rate per year"],
    required: false,
    kind: "rate",
    width: 9,
    numberFormat: "0.00%",
  },
  {
    header: "Factor",
    aliases: ["Declining factor", "DB factor"],
    required: false,
    kind: "number",
    width: 8,
    numberFormat: "General",
  },
  {
    header: "Total units",
    aliases: ["Units in all", "Units of life", "Lifetime units", "Estimated total units", "Total production"],
    required: false,
    kind: "number",
    width: 11,
    numberFormat: "General",
  },
  {
    header: "Convention",
    aliases: ["Averaging method", "Averaging convention", "Depreciation convention", "Proration convention"],
    required: false,
    kind: "choice",
    width: 13,
    numberFormat: "@",
    choices: conventions.map(({ word }) => word),
  },
  {
    header: "Profile",
    aliases: ["Depreciation profile"],
    required: false,
    kind: "choice",
    width: 10,
    numberFormat: "@",
    choices: profiles.map(({ word }) => word),
  },
  {
    header: "Opening accumulated",
    aliases: [
      "Opening accumulated depreciation",
      "Accumulated depreciation",
      "Accumulated",
      "Opening depreciation",
      "Prior depreciation",
    ],
    required: false,
    kind: "amount",
    width: 19,
    numberFormat: money,
  },
  {
    header: "Opening date",
    aliases: ["Opening balance date", "Accumulated as of", "Accumulated to", "Depreciated to", "As of"],
    required: false,
    kind: "date",
    width: 13,
    numberFormat: date,
  },
  { header: "Currency", aliases: ["Currency code", "CCY"], required: false, kind: "text", width: 9, numberFormat: "@" },
  {
    header: "Cost centre",
    aliases: ["Cost center", "Department", "Dept"],
    required: false,
    kind: "text",
    width: 12,
    numberFormat: "@",
  },
  {
    header: "Ledger id",
    aliases: ["Ledger asset id", "Ledger ref", "Ledger reference"],
    required: false,
    kind: "text",
    width: 38,
    numberFormat: "@",
  },
];

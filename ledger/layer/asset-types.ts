/** Layer's kinds of fixed asset. */
export const assetTypes = ["RIGHT_OF_USE_ASSET", "VEHICLE", "EQUIPMENT", "GOODWILL"] as const;

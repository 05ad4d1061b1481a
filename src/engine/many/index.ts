/** Many assets at once: columns in, one array of charges out. */
export { chargesOfMany, type ChargesOfMany } from "./charges-of-many";
export type { Column, ManyAssets, ManyDates } from "./kernel";

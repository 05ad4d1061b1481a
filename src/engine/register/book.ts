export { bookOf, type AssetBook, type Balances, type Movement, type MovementKind } from "../books";

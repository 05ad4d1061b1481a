import type { Connection, Connector } from "./connector";
import { dayzero } from "./dayzero";
import { freeagent } from "./freeagent";
import { intacct } from "./intacct";
import { layer } from "./layer";
import { oanor } from "./oanor";

export type * from "./connector";
export { differenceSentence } from "./echo";
export type { Line } from "./line";

/** The ledger systems that can be connected to. A new one is a file beside these and its name in this list. */
export const connectors: readonly Connector[] = [layer, dayzero, intacct, freeagent, oanor];

/** The connector of a connection; undefined for a system that this version does not know. */
export function connectorOf({ system }: Pick<Connection, "system">): Connector | undefined {
  return connectors.find(({ word }) => word === system);
}

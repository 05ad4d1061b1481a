import type { FastifyInstance } from "fastify";
import { workbookDoor } from "./workbook-door";
import { servePages } from "./pages";

export { gateway } from "./gateway";

/** Folders the workbench serves from and writes to, as absolute paths. */
export interface WorkbenchOptions {
  /** The built add-in: functions.js, taskpane.html, manifest.xml, office-js … */
  readonly distFolder: string;
  /** The built workbench page: index.html and its scripts. */
  readonly workbenchFolder: string;
  /** Where the saved workbook lives; made when missing. */
  readonly dataFolder: string;
}

/**
 * Adds the workbench to a server: its page at `/`, the built add-in at the root, and the saved workbook at
 * `/workbench-data/workbook`. Addresses that nothing else answers are looked up in the add-in's folder.
 */
export async function registerWorkbench(app: FastifyInstance, options: WorkbenchOptions): Promise<void> {
  await app.register(workbookDoor, { dataFolder: options.dataFolder });
  await app.register(servePages, options);
}

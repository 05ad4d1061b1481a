import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { dependencies } from "../../package.json";

/**
 * An image of a database in which nothing is, not even our tables. Making one takes seconds and each test file needs one,
 * so the first that asks leaves it in the system's temporary folder for the others.
 */
export async function emptyDatabase(): Promise<Blob> {
  const file = join(tmpdir(), `depr-empty-database-${dependencies["@electric-sql/pglite"]}.tar`);
  if (!existsSync(file)) {
    const database = await PGlite.create();
    const image = await database.dumpDataDir("none");
    await database.close();
    // Under its own name only when it is whole, for another test file may be looking just now.
    const part = `${file}.${process.pid}`;
    writeFileSync(part, Buffer.from(await image.arrayBuffer()));
    renameSync(part, file);
  }
  return new Blob([readFileSync(file)]);
}

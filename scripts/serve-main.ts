import { join } from "node:path";
import { serve } from "./serve";

// The server as a process of its own, for the tests: node build/server/scripts/serve-main.js PORT DATA_FOLDER.
const [port = "0", dataFolder = "data"] = process.argv.slice(2);
const root = join(__dirname, "..", "..", "..");

serve({ root, port: Number(port), dataFolder, fresh: false }).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});

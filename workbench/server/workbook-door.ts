import type { FastifyInstance, FastifyRequest } from "fastify";
import { openWorkbookFile } from "./workbook-file";

/** A workbook of the workbench's size limits (10,000 rows a sheet, a few sheets) fits many times over. */
const largestWorkbook = 64 * 1024 * 1024;

/** `GET` and `PUT /workbench-data/workbook`: the saved workbook as JSON text, opaque to the server. */
export async function workbookDoor(app: FastifyInstance, options: { readonly dataFolder: string }): Promise<void> {
  const file = await openWorkbookFile(options.dataFolder);
  // The text is checked to be JSON, then kept as it came: parsing and printing it again would only cost time.
  app.removeContentTypeParser(["application/json", "text/plain"]);
  app.addContentTypeParser(
    "application/json",
    { parseAs: "string", bodyLimit: largestWorkbook },
    (_request, body, done) => {
      done(null, body);
    },
  );

  app.get("/workbench-data/workbook", async (request, reply) => {
    if (comesFromElsewhere(request)) return reply.code(403).send(refusal);
    const text = await file.read();
    void reply.header("Cache-Control", "no-store").header("X-Content-Type-Options", "nosniff");
    return text === undefined ? reply.code(204).send() : reply.type("application/json; charset=utf-8").send(text);
  });

  app.put<{ Body: string }>("/workbench-data/workbook", { bodyLimit: largestWorkbook }, async (request, reply) => {
    if (comesFromElsewhere(request) || !namesOwnOrigin(request)) return reply.code(403).send(refusal);
    if (!isJsonObject(request.body)) return reply.code(400).send({ error: "The workbook must be one JSON object." });
    await file.write(request.body);
    return reply.code(204).send();
  });
}

const refusal = { error: "The workbook is only handed to, and taken from, the workbench's own page." };

function comesFromElsewhere(request: FastifyRequest): boolean {
  const site = request.headers["sec-fetch-site"];
  return site !== undefined && site !== "same-origin" && site !== "none";
}

function namesOwnOrigin(request: FastifyRequest): boolean {
  return request.headers.origin === `${request.protocol}://${request.headers.host ?? ""}`;
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

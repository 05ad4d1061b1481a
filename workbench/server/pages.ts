import fastifyStatic, { type SetHeadersResponse } from "@fastify/static";
import type { FastifyInstance } from "fastify";

// Univer 0.25.1 makes two style elements of its own: its theme's colours, and its notices (which it adds empty first). They
// are let in by what they say; a version that says something else shows in the browser tests as a refusal.
const stylesOfUniver = [
  "'sha256-qehDXQGi+mtaFkbShaHTjtdxRzE9Ba4Ffh5AsXR+z7s='",
  "'sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY='",
  "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
].join(" ");

// The page loads only its own files. Univer draws on a canvas; pictures it makes itself are data: or blob: addresses.
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${stylesOfUniver}`,
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

interface PageFolders {
  readonly distFolder: string;
  readonly workbenchFolder: string;
}

/** Serves the workbench page at `/` and `/workbench/`, and the built add-in at the root. */
export async function servePages(app: FastifyInstance, { distFolder, workbenchFolder }: PageFolders): Promise<void> {
  app.get("/", async (_request, reply) => reply.sendFile("index.html", workbenchFolder));
  await app.register(fastifyStatic, {
    root: workbenchFolder,
    prefix: "/workbench/",
    setHeaders: workbenchHeaders,
    cacheControl: false,
  });
  await app.register(fastifyStatic, {
    root: distFolder,
    prefix: "/",
    decorateReply: false,
    index: false,
    setHeaders: addInHeaders,
    cacheControl: false,
  });
}

function workbenchHeaders(response: SetHeadersResponse, path: string): void {
  setCommonHeaders(response, path);
  if (path.endsWith(".html")) response.setHeader("Content-Security-Policy", contentSecurityPolicy);
}

function addInHeaders(response: SetHeadersResponse, path: string): void {
  setCommonHeaders(response, path);
  // The pane brings its own policy; only the workbench may show it in a frame here.
  if (path.endsWith(".html")) response.setHeader("Content-Security-Policy", "frame-ancestors 'self'");
}

function setCommonHeaders(response: SetHeadersResponse, path: string): void {
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Referrer-Policy", "no-referrer");
  response.setHeader("Cache-Control", keepsItsName(path) ? "no-cache" : "public, max-age=31536000, immutable");
}

/** A file whose name carries a hash of its content never changes; every other one is asked for again each time. */
function keepsItsName(path: string): boolean {
  return !/\.[0-9a-f]{8,}\.\w+$/.test(path);
}

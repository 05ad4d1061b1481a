import type { FastifyInstance } from "fastify";
import type { Schema } from "./values";

/** An endpoint as the server itself has it mounted. */
export interface Route {
  readonly method: string;
  /** With its parameters as `:name`. */
  readonly url: string;
  readonly body?: Schema;
  readonly querystring?: Schema;
  readonly params?: Schema;
}

/** Collects the routes that are mounted from now on. Nobody types them: a new endpoint is asked because it is there. */
export function collectRoutes(app: FastifyInstance): readonly Route[] {
  const routes: Route[] = [];
  app.addHook("onRoute", ({ method, url, schema }) => {
    for (const each of [method].flat())
      routes.push({ method: each, url, ...(schema as Omit<Route, "method" | "url">) });
  });
  return routes;
}

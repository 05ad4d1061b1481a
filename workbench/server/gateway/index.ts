import { accessTo } from "./access";
import { baseUrlOf, pathWithin } from "./address";
import { missingVariables } from "./credentials";
import { exchange } from "./exchange";
import { headersBack, headersOn } from "./headers";
import { profiles } from "./profiles";
import { whyNotOurs } from "./same-origin";
import type { Environment } from "./credentials";
import type { Profile } from "./profiles";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

const bodyMost = 1024 * 1024;
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/**
 * `/gateway/{profile}/…`: hands requests of the add-in's pages on to the real systems, whose credentials stay in this
 * process's environment. It keeps nothing but access tokens, in memory, and reaches no address but those of the profiles.
 */
export function gateway(environment: Environment) {
  // A wrong setting is told when the server starts, not when somebody posts.
  const bases = new Map(profiles.map((profile) => [profile.word, baseUrlOf(profile, environment)]));
  const addressOf = (profile: Profile, url: string): string => {
    const base = bases.get(profile.word) ?? profile.baseUrl;
    const { pathname, search } = new URL(url);
    return base === profile.baseUrl ? url : base + pathname + search;
  };
  const access = accessTo(environment, addressOf);
  return (app: FastifyInstance, _options: unknown, mounted: () => void): void => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser("*", { parseAs: "string", bodyLimit: bodyMost }, (_request, body, done) => {
      done(null, body);
    });
    app.setErrorHandler((error: Error & { readonly statusCode?: number }, _request, reply) => {
      const { statusCode: status = 500 } = error;
      const sentence = status < 500 ? error.message : "The gateway failed. Look whether the request was carried out.";
      return reply.code(status).send({ error: sentence });
    });
    app.route<{ Params: { profile: string } }>({
      method: methods,
      url: "/gateway/:profile/*",
      bodyLimit: bodyMost,
      handler: async (request, reply) => {
        const refusal = whyNotOurs(request);
        if (refusal !== undefined) return reply.code(403).send({ error: refusal });
        const profile = profiles.find(({ word }) => word === request.params.profile);
        if (profile === undefined) return reply.code(404).send({ error: unknown(request.params.profile) });
        return handOn({ environment, access, addressOf }, profile, request, reply);
      },
    });
    mounted();
  };
}

interface Way {
  readonly environment: Environment;
  readonly access: ReturnType<typeof accessTo>;
  readonly addressOf: (profile: Profile, url: string) => string;
}

async function handOn(way: Way, profile: Profile, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const refuse = (status: number, sentence: string): FastifyReply => reply.code(status).send(profile.failure(sentence));
  const { label, root, word, baseUrl } = profile;
  const missing = missingVariables(profile.credentials, way.environment);
  if (missing.length > 0)
    return refuse(404, `The gateway to ${label} is off: ${missing.join(", ")} is not set where it was started.`);
  const path = pathWithin(profile, request.url.slice(`/gateway/${word}`.length));
  if (path === undefined) return refuse(400, `Addresses of ${label} begin with ${root} and are plain.`);
  const entered = await way.access.enter(profile);
  if (!entered.ok) return refuse(entered.status, entered.sentence);
  const answer = await exchange(way.addressOf(profile, baseUrl + path), {
    method: request.method,
    headers: { ...headersOn(request.headers), ...entered.headers },
    ...(typeof request.body === "string" ? { body: request.body } : {}),
  });
  if (!answer.ok) return refuse(answer.status, answer.sentence);
  // The next request enters anew; this one is not sent twice.
  if (answer.status === 401) way.access.forget(profile);
  return reply.code(answer.status).headers(headersBack(answer.headers)).send(answer.body);
}

function unknown(word: string): string {
  return `The gateway has no profile "${word.slice(0, 60)}". It has ${profiles.map(({ word: known }) => known).join(", ")}.`;
}

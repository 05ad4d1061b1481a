import { appContext } from "./app-context";
import { actionKinds, answerTo, eventFor, requestIn, type Envelope } from "./envelope";
import { executeMethod } from "./methods";
import type { World } from "./world";

/** The line between host and add-in: texts in both directions. Who is at the other end, the line itself checks. */
export interface Wire {
  send(text: string): void;
  receive(listener: (message: unknown) => void): void;
}

export interface TransportOptions {
  readonly world: World;
  readonly wire: Wire;
  readonly conversationId: string;
  /** The host page's address; its origin is what the add-in accepts answers from. */
  readonly hostUrl: string;
  /** Language of the add-in's user, such as "en-US". */
  readonly locale: string;
}

export interface Transport {
  /** Sends an event to whoever registered for it; false when nobody has. */
  fire(eventName: string, data: unknown): boolean;
  /** Resolves when the add-in has registered for an event. */
  registered(eventName: string): Promise<void>;
  /** Calls back with the id of a ribbon command that says it is done. */
  onCommandCompleted(listener: (id: string) => void): void;
}

/** Answers what office.js asks over a wire. Requests are carried out one after another, in the order in which they came. */
export function startTransport({ world, wire, conversationId, hostUrl, locale }: TransportOptions): Transport {
  const origin = new URL(hostUrl).origin;
  const registrations = new Map<string, Envelope>();
  const waiting = new Map<string, (() => void)[]>();
  const completions: ((id: string) => void)[] = [];
  const completed = (id: string): void => completions.forEach((listener) => listener(id));
  const register = (request: Envelope): unknown => {
    registrations.set(request._actionName, request);
    for (const resolve of waiting.get(request._actionName) ?? []) resolve();
    waiting.delete(request._actionName);
    return { Error: 0 };
  };
  const unregister = (request: Envelope): unknown => {
    registrations.delete(request._actionName);
    return { Error: 0 };
  };
  const actions: Readonly<Record<string, (request: Envelope) => unknown>> = {
    ContextActivationManager_getAppContextAsync: () => appContext(world.settings, locale, hostUrl),
    // Focus, target address and the like; there is nothing to do here.
    ContextActivationManager_notifyHost: () => null,
    executeMethod: (request) => executeMethod(world, request._data, completed),
  };
  const handle = async (request: Envelope): Promise<void> => {
    if (request._actionType === actionKinds.registerEvent) return reply(request, register(request));
    if (request._actionType === actionKinds.unregisterEvent) return reply(request, unregister(request));
    const action = actions[request._actionName];
    if (action === undefined) return reply(request, `The workbench does not know ${request._actionName}.`, -2);
    reply(request, await action(request));
  };
  const reply = (request: Envelope, data: unknown, errorCode = 0): void => {
    wire.send(answerTo(request, origin, data, errorCode));
  };
  let last: Promise<void> = Promise.resolve();
  wire.receive((message) => {
    const request = requestIn(message, conversationId);
    if (request === undefined) return;
    last = last.then(async () => handle(request)).catch((error: unknown) => failed(request, error));
  });
  const failed = (request: Envelope, error: unknown): void => {
    console.error(error);
    reply(request, String(error), -2);
  };
  return {
    fire: (eventName, data) => {
      const registration = registrations.get(eventName);
      if (registration !== undefined) wire.send(eventFor(registration, origin, data));
      return registration !== undefined;
    },
    registered: async (eventName) => {
      if (registrations.has(eventName)) return;
      await new Promise<void>((resolve) => waiting.set(eventName, [...(waiting.get(eventName) ?? []), resolve]));
    },
    onCommandCompleted: (listener) => void completions.push(listener),
  };
}

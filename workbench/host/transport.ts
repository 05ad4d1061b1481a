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
  readonly conversation: { readonly id: string; readonly hostUrl: string; readonly locale: string };
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
export function startTransport({ world, wire, conversation }: TransportOptions): Transport {
  const origin = new URL(conversation.hostUrl).origin;
  const registrations = createRegistrations();
  const completions: ((id: string) => void)[] = [];
  const actions: Actions = {
    ContextActivationManager_getAppContextAsync: () =>
      appContext(world.settings, conversation.locale, conversation.hostUrl),
    // Focus, target address and the like; there is nothing to do here.
    ContextActivationManager_notifyHost: () => null,
    executeMethod: ({ _data }) => executeMethod(world, _data, (id) => completions.forEach((listener) => listener(id))),
  };
  const handle = async (request: Envelope): Promise<void> => {
    try {
      wire.send(answerTo(request, origin, await handled(request, actions, registrations)));
    } catch (error) {
      console.error(error);
      wire.send(answerTo(request, origin, String(error), -2));
    }
  };
  let last: Promise<void> = Promise.resolve();
  wire.receive((message) => {
    const request = requestIn(message, conversation.id);
    if (request !== undefined) last = last.then(async () => handle(request));
  });
  return {
    fire: (eventName, data) => {
      const registration = registrations.get(eventName);
      if (registration !== undefined) wire.send(eventFor(registration, origin, data));
      return registration !== undefined;
    },
    registered: async (eventName) => registrations.there(eventName),
    onCommandCompleted: (listener) => void completions.push(listener),
  };
}

type Actions = Readonly<Record<string, (request: Envelope) => unknown>>;

function handled(request: Envelope, actions: Actions, registrations: Registrations): unknown {
  if (request._actionType === actionKinds.registerEvent) return registrations.add(request);
  if (request._actionType === actionKinds.unregisterEvent) return registrations.remove(request);
  const action = actions[request._actionName];
  if (action === undefined) throw new Error(`The workbench does not know ${request._actionName}.`);
  return action(request);
}

/** Who listens to which event, and who waits until somebody does. */
interface Registrations {
  add(request: Envelope): unknown;
  remove(request: Envelope): unknown;
  get(eventName: string): Envelope | undefined;
  there(eventName: string): Promise<void>;
}

function createRegistrations(): Registrations {
  const known = new Map<string, Envelope>();
  const waiting = new Map<string, (() => void)[]>();
  const done = { Error: 0 };
  return {
    add: (request) => {
      known.set(request._actionName, request);
      for (const resolve of waiting.get(request._actionName) ?? []) resolve();
      waiting.delete(request._actionName);
      return done;
    },
    remove: (request) => {
      known.delete(request._actionName);
      return done;
    },
    get: (eventName) => known.get(eventName),
    there: async (eventName) => {
      if (known.has(eventName)) return;
      await new Promise<void>((resolve) => waiting.set(eventName, [...(waiting.get(eventName) ?? []), resolve]));
    },
  };
}

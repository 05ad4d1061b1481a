/** One message between add-in and host, as office.js packs it. */
export interface Envelope {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data: unknown;
  readonly _actionType?: number;
}

export const actionKinds = { invoke: 0, registerEvent: 1, unregisterEvent: 2 } as const;

const messageTypes = { request: 0, response: 1 } as const;
const responseTypes = { call: 0, event: 1 } as const;

/** The request in a message, or undefined when it is something else or another conversation's. */
export function requestIn(message: unknown, conversationId: string): Envelope | undefined {
  if (typeof message !== "string") return undefined;
  const envelope = parsed(message);
  if (envelope?._messageType !== messageTypes.request) return undefined;
  return envelope._conversationId === conversationId ? (envelope as Envelope) : undefined;
}

function parsed(text: string): Partial<Envelope> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The answer to a request; `errorCode` 0 is success, -2 "could not be handled". */
export function answerTo(request: Envelope, origin: string, data: unknown, errorCode = 0): string {
  return packed(request, origin, data, responseTypes.call, errorCode);
}

/** An event for the handler that a request registered. */
export function eventFor(registration: Envelope, origin: string, data: unknown): string {
  return packed(registration, origin, data, responseTypes.event, 0);
}

function packed(request: Envelope, origin: string, data: unknown, responseType: number, errorCode: number): string {
  return JSON.stringify({
    _messageType: messageTypes.response,
    _actionName: request._actionName,
    _conversationId: request._conversationId,
    _correlationId: request._correlationId,
    _errorCode: errorCode,
    _responseType: responseType,
    _data: data,
    _origin: origin,
    _serializerVersion: 1,
  });
}

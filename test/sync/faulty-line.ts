import { type IncomingMessage, type Server, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What befalls one request on its way to the ledger or back. */
export type Fault =
  | "none"
  | "request lost"
  | "response lost"
  | "told to wait"
  | "told to wait an hour"
  | "fails before the effect"
  | "fails after the effect"
  | "delivered twice"
  | "never answered"
  | "never delivered nor answered"
  | "answered half";

/** What befalls a request without keeping its sender waiting. */
export const quickFaults: readonly Fault[] = [
  "request lost",
  "response lost",
  "fails before the effect",
  "fails after the effect",
  "delivered twice",
  "answered half",
];

/** What may befall a request that is sent once more afterwards. */
export const passingFaults: readonly Fault[] = [...quickFaults, "never answered"];

/** The fault befalls the first request of each path, the third, and so on; those between pass. */
export function everyOtherTime(fault: Fault): (count: number, path: string) => Fault {
  const seen = new Map<string, number>();
  return (_count, path) => {
    seen.set(path, (seen.get(path) ?? 0) + 1);
    return (seen.get(path) ?? 0) % 2 === 1 ? fault : "none";
  };
}

export interface FaultyLine {
  readonly url: string;
  /** Decides what befalls each POST from now on, by its number from 1. */
  befalls(fault: (count: number, path: string) => Fault): void;
  close(): Promise<void>;
}

interface Forwarded {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** A line to a server on which requests and answers get lost, come twice, or come too late. Readings pass unharmed. */
export async function faultyLine(target: string): Promise<FaultyLine> {
  let fault: (count: number, path: string) => Fault = () => "none";
  let posts = 0;
  const server = createServer((request, response) => {
    const { method, url = "" } = request;
    if (method === "POST") posts += 1;
    const befallen = method === "POST" ? fault(posts, url) : "none";
    void carry(target, befallen, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    befalls: (next) => {
      posts = 0;
      fault = next;
    },
    close: () => closed(server),
  };
}

/** By what the ledger says, in seconds. */
const waits: ReadonlyMap<Fault, string> = new Map([
  ["told to wait", "1"],
  ["told to wait an hour", "3600"],
]);

async function carry(target: string, fault: Fault, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const text = await textOf(request);
  const wait = waits.get(fault);
  if (wait !== undefined) {
    answer(response, { status: 429, headers: { "retry-after": wait }, text: "{}" });
  } else if (fault === "request lost") {
    request.socket.destroy();
  } else if (fault === "fails before the effect") {
    answer(response, { status: 503, headers: {}, text: "" });
  } else if (fault !== "never delivered nor answered") {
    const forwarded = await forward(target, request, text);
    if (fault === "delivered twice") await forward(target, request, text);
    giveBack(forwarded, fault, request, response);
  }
}

async function forward(target: string, request: IncomingMessage, text: string): Promise<Forwarded> {
  const { authorization = "", "content-type": type, "x-business-id": business } = request.headers;
  const answered = await fetch(`${target}${request.url ?? ""}`, {
    method: request.method ?? "GET",
    headers: {
      authorization,
      ...(type === undefined ? {} : { "content-type": type }),
      ...(typeof business === "string" ? { "x-business-id": business } : {}),
    },
    ...(text === "" ? {} : { body: text }),
  });
  const hit = answered.headers.get("idempotency-hit");
  const headers = { "content-type": "application/json", ...(hit === null ? {} : { "idempotency-hit": hit }) };
  return { status: answered.status, headers, text: await answered.text() };
}

function answer(response: ServerResponse, { status, headers, text }: Forwarded): void {
  response.writeHead(status, { ...headers }).end(text);
}

function giveBack(forwarded: Forwarded, fault: Fault, request: IncomingMessage, response: ServerResponse): void {
  if (fault === "response lost") request.socket.destroy();
  else if (fault === "fails after the effect") answer(response, { status: 500, headers: {}, text: "<html></html>" });
  else if (fault === "answered half") answer(response, { ...forwarded, text: forwarded.text.slice(0, 30) });
  else if (fault !== "never answered") answer(response, forwarded);
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}

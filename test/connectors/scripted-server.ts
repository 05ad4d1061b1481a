import { type IncomingMessage, type Server, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What the server does with a request: answer, answer part of it, fall silent, or cut the line. */
export type Answer =
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: unknown;
      readonly raw?: string;
    }
  | "silence"
  | "cut"
  | "headers-then-silence";

export interface Heard {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly text: string;
}

export interface ScriptedServer {
  readonly url: string;
  readonly heard: Heard[];
  /** Decides all answers from now on. */
  answers(script: (heard: Heard, count: number) => Answer | Promise<Answer>): void;
  close(): Promise<void>;
}

/** A real HTTP server on a free loopback port whose answers the test writes. */
export async function scriptedServer(): Promise<ScriptedServer> {
  const heard: Heard[] = [];
  let script: (heard: Heard, count: number) => Answer | Promise<Answer> = () => ({ status: 500 });
  const server = createServer((request, response) => {
    void hear(request).then(async (one) => {
      heard.push(one);
      give(await script(one, heard.length), request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    heard,
    answers: (next) => {
      heard.length = 0;
      script = next;
    },
    close: () => closed(server),
  };
}

async function hear(request: IncomingMessage): Promise<Heard> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method = "", url = "", headers } = request;
  return { method, path: url, headers, text: Buffer.concat(chunks).toString("utf8") };
}

function give(answer: Answer, request: IncomingMessage, response: ServerResponse): void {
  if (answer === "silence") return;
  if (answer === "cut") {
    request.socket.destroy();
    return;
  }
  if (answer === "headers-then-silence") {
    response.writeHead(201, { "content-type": "application/json", "content-length": "100" }).write('{"data":');
    return;
  }
  const text = answer.raw ?? (answer.body === undefined ? "" : JSON.stringify(answer.body));
  response.writeHead(answer.status, { "content-type": "application/json", ...answer.headers }).end(text);
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}

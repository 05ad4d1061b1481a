import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** A line to a server that can hold every request until it is let go: a ledger that is slow to be read. */
export interface HeldLine {
  readonly url: string;
  /** Holds from now on; resolves when something waits. */
  hold(): Promise<void>;
  letGo(): void;
  close(): Promise<void>;
}

export async function heldLine(target: string): Promise<HeldLine> {
  let gate = Promise.resolve();
  let open = (): void => undefined;
  let waits = (): void => undefined;
  const server = createServer((request, response) => {
    void (async () => {
      waits();
      await gate;
      const { status, text } = await forward(target, request);
      response.writeHead(status, { "content-type": "application/json" }).end(text);
    })().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hold: () => {
      gate = new Promise((resolve) => (open = resolve));
      return new Promise((resolve) => (waits = resolve));
    },
    letGo: () => open(),
    close: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()),
  };
}

async function forward(target: string, request: IncomingMessage): Promise<{ status: number; text: string }> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { authorization = "", "content-type": type = "application/json" } = request.headers;
  const answered = await fetch(`${target}${request.url ?? ""}`, {
    method: request.method ?? "GET",
    headers: { authorization, ...(chunks.length > 0 ? { "content-type": type } : {}) },
    ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
  });
  return { status: answered.status, text: await answered.text() };
}

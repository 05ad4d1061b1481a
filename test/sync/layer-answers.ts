import type { Answer, Heard } from "../connectors/scripted-server";

/** Answers as Layer would to a push that meets no difficulty: assets are made, charges are echoed. */
export function wellMeaning(heard: Heard): Answer {
  if (heard.method === "GET") return { status: 200, body: { data: [] } };
  const body = JSON.parse(heard.text) as Readonly<Record<string, unknown>>;
  if (isCharge(heard)) return { status: 201, body: { data: { id: `posted ${String(body["external_id"])}`, ...body } } };
  const asset = String(body["external_id"]);
  return { status: 201, body: { data: { ...body, id: `ledger-${asset}` } } };
}

export function isCharge({ method, path }: Heard): boolean {
  return method === "POST" && path.endsWith("/value-updates");
}

export function keyOf(heard: Heard): string {
  return String((JSON.parse(heard.text) as Readonly<Record<string, unknown>>)["external_id"]);
}

/** Layer's shape of a refusal. */
export function refused(status: number, description: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers, body: { errors: [{ type: "Refused", description }] } };
}

import type { Before, Exchange, Replay, Sent } from "./exchange";

/** The asset that the recordings of Layer and DayZero are about. */
const assetId = "550e8400-e29b-41d4-a716-446655440000";

interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Asks the reference ledger what a recording asks, with the ledger's own ids in the place of the recorded ones. */
export class Asking {
  private readonly names: (readonly [recorded: RegExp, ours: string])[] = [];

  constructor(
    private readonly baseUrl: string,
    private readonly word: string,
    private readonly token: string,
    { at, replay }: Exchange,
  ) {
    if (at !== undefined) this.calls(at, `${baseUrl}/${word}`);
    if (typeof replay === "object")
      for (const [recorded, ours] of Object.entries(replay.called ?? {})) this.calls(recorded, ours);
  }

  /** From here on the ledger's name stands for the recorded one, wherever it stands as a whole word. */
  calls(recorded: string, ours: string): void {
    const word = recorded.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    this.names.push([new RegExp(`(?<![\\w-])${word}(?![\\w-])`, "g"), ours]);
  }

  async prepare({ gives = {}, ...request }: Before): Promise<void> {
    const { status, body } = await this.send(request, "");
    if (status > 299) throw new Error(`${request.method} ${request.path}: ${status} ${JSON.stringify(body)}`);
    for (const [recorded, path] of Object.entries(gives)) {
      // Of an address, its last part is the id; a recorded one may say what stands before it.
      const found = String(path.split(".").reduce((inner, name) => (inner as Record<string, unknown>)[name], body));
      const before = recorded.slice(0, recorded.lastIndexOf("/") + 1);
      this.calls(recorded, before + found.slice(found.lastIndexOf("/") + 1));
    }
  }

  ask(request: Sent): Promise<Answered> {
    return this.send(request, `/${this.word}`);
  }

  /** The asset's id is the ledger's own; what it made of "create-asset" stands for the recorded one from then on. */
  remembers(exchange: string, { body }: Answered): void {
    if (exchange !== "create-asset") return;
    const made = body as { readonly id?: string; readonly data?: { readonly id: string } };
    this.calls(assetId, made.data?.id ?? made.id ?? "");
  }

  translated(recorded: unknown): unknown {
    return recorded === undefined ? undefined : (JSON.parse(this.named(JSON.stringify(recorded))) as unknown);
  }

  private async send({ method, path, headers, body }: Sent, below: string): Promise<Answered> {
    const answer = await fetch(`${this.baseUrl}${below}${this.named(path)}`, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(this.translated(headers ?? {}) as Record<string, string>),
      },
      ...(body === undefined ? {} : { body: this.named(JSON.stringify(body)) }),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: text === "" ? undefined : JSON.parse(text) };
  }

  private named(text: string): string {
    return this.names.reduce((changed, [recorded, ours]) => changed.replace(recorded, ours), text);
  }
}

/** Where the answer is not as it was recorded; what is the ledger's own need only be of the same kind. */
export function misfits(recorded: unknown, answer: unknown, { own = {}, lacks = {} }: Replay): readonly string[] {
  const isOf = (list: object, where: string) => Object.keys(list).some((place) => fits(place, where));
  const under = (inner: unknown, held: unknown, where: string): readonly string[] => {
    if (isOf(own, where)) return typeof inner === typeof held ? [] : [`${where} is ${typeof held}`];
    if (Array.isArray(inner)) {
      if (!Array.isArray(held)) return [`${where} is no list`];
      const items = inner
        .map((item, index) => [item, `${where}[${index}]`] as const)
        .filter(([, at]) => !isOf(lacks, at));
      if (items.length !== held.length) return [`${where} has ${held.length} items, not ${items.length}`];
      return items.flatMap(([item, at], index) => under(item, held[index], at));
    }
    if (typeof inner !== "object" || inner === null)
      return inner === held ? [] : [`${where} is ${JSON.stringify(held)}, not ${JSON.stringify(inner)}`];
    if (typeof held !== "object" || held === null) return [`${where} is no object`];
    return Object.entries(inner).flatMap(([name, value]) => {
      const at = where === "" ? name : `${where}.${name}`;
      return isOf(lacks, at) ? [] : under(value, (held as Readonly<Record<string, unknown>>)[name], at);
    });
  };
  return under(recorded, answer, "");
}

/** "items[].id" fits "items[3].id". */
function fits(place: string, where: string): boolean {
  const [parts, found] = [place.split("["), where.split("[")];
  return parts.length === found.length && parts.every((part, at) => part === found[at] || part === later(found[at]));
}

function later(part: string | undefined): string | undefined {
  return part?.replace(/^\d+/, "");
}

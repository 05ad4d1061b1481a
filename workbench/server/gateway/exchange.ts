/** What came back: the answer as it is, or a sentence why there is none, with the status that says so. */
export type Exchanged =
  | { readonly ok: true; readonly status: number; readonly headers: Headers; readonly body: Buffer }
  | { readonly ok: false; readonly status: number; readonly sentence: string };

interface Sent {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

const patienceMs = 30_000;
// FreeAgent wants to know who asks (its introduction: "User-Agent must be specified"); the others may.
const ownName = "DEPR-for-Excel-gateway";
const answerMost = 16 * 1024 * 1024;

/** Sends one request to a system and reads the whole answer. A redirect is not followed: it could lead a token astray. */
export async function exchange(url: string, { method, headers, body }: Sent): Promise<Exchanged> {
  const abort = AbortSignal.timeout(patienceMs);
  const { host } = new URL(url);
  try {
    const answer = await fetch(url, {
      method,
      headers: { ...headers, "user-agent": ownName },
      redirect: "manual",
      signal: abort,
      ...(body === undefined ? {} : { body }),
    });
    if (answer.status >= 300 && answer.status < 400)
      return failed(502, `${host} sends us on to another address (${answer.status}), which is not followed.`);
    const read = await readWhole(answer);
    if (read === undefined) return failed(502, `The answer of ${host} is larger than ${answerMost} bytes.`);
    return { ok: true, status: answer.status, headers: answer.headers, body: read };
  } catch {
    if (abort.aborted) return failed(504, `${host} did not answer within ${patienceMs / 1000} s.`);
    return failed(502, `There is no answer from ${host}. It may be down, or this machine has no network.`);
  }
}

function failed(status: number, sentence: string): Exchanged {
  return { ok: false, status, sentence };
}

async function readWhole(answer: Response): Promise<Buffer | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = answer.body?.getReader();
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    size += part.value.length;
    if (size > answerMost) return reader?.cancel().then(() => undefined);
    parts.push(part.value);
  }
  return Buffer.concat(parts);
}

// The Idempotency-Key header, as the IETF's draft draft-ietf-httpapi-idempotency-key-header has it: another payload under a
// known key is 422, a request that is still being processed 409, a completed one gets the same result again. What the draft
// leaves open (a malformed key, when keys expire, refused requests) is decided in docs/LEDGER.md.
import { EventEmitter, once } from "node:events";
import { depreciationOf, entriesOf, fresh, newFixedAsset, newLayerAsset, startConversation } from "./conversation";
import type { Answer, Conversation, Data, Identified, Row } from "./conversation";

let ledger: Conversation;

beforeAll(async () => {
  ledger = await startConversation();
});
afterAll(() => ledger.close());

interface Refused {
  readonly errors: readonly { readonly error_enum: string; readonly description: string; readonly meta: Row }[];
}

function headersOf(key: string): Readonly<Record<string, string>> {
  return { "idempotency-key": key };
}

function isHit(answer: Answer): boolean {
  return answer.headers.get("idempotency-hit") === "true";
}

/** The status and, for each system, the words of its failure. */
function told({ status, body }: Answer): readonly unknown[] {
  const { errors } = body as Partial<Refused>;
  return errors === undefined ? [status, (body as Row)["detail"]] : [status, errors[0]?.error_enum];
}

/** Sends the same twice while a lock keeps the ledger from carrying it out; gives what was answered first and second. */
async function atOnce<A>(send: () => Promise<A>): Promise<readonly [A, A]> {
  const lock = new EventEmitter();
  const holding = ledger.store.transaction(async (session) => {
    await session.query("select id from businesses for update");
    const released = once(lock, "release");
    lock.emit("taken");
    await released;
  });
  await once(lock, "taken");
  const sent = [send(), send()] as const;
  const first = await Promise.race(sent);
  lock.emit("release");
  const [one, other] = await Promise.all(sent);
  await holding;
  return [first, one === first ? other : one];
}

describe("Layer's value updates", () => {
  let assetId: string;
  beforeEach(async () => {
    assetId = await newLayerAsset(ledger);
  });

  async function post(key: string, more: Row = {}): Promise<Answer<Data<Identified>>> {
    const body = depreciationOf(assetId, { update_type: "IMPAIRMENT", ...more });
    return ledger.layer("POST", "/assets/value-updates", { body, headers: headersOf(key) });
  }

  test("are carried out once a key, and answered alike each time; bare and in quotation marks it is one key", async () => {
    const key = fresh("key");
    const first = await post(key, { metadata: { b: 1, a: [{ d: 1, c: 2 }] } });
    const again = await post(`"${key}"`, { metadata: { a: [{ c: 2, d: 1 }], b: 1 } });
    expect([first.status, again.status]).toEqual([201, 201]);
    expect([isHit(first), isHit(again)]).toEqual([false, true]);
    expect(again.body).toEqual(first.body);
    expect(await entriesOf(ledger, assetId)).toHaveLength(2);
    expect((await post(fresh("key"))).body.data.id).not.toBe(first.body.data.id);
  });

  test("with other content under a known key are 422, and nothing is written", async () => {
    const key = fresh("key");
    await post(key);
    for (const more of [{ amount: 1667 }, { memo: "other" }, { date: "2024-02-28T00:00:00Z" }, { metadata: {} }])
      expect(told(await post(key, more))).toEqual([422, "IdempotencyKeyAlreadyUsed"]);
    expect(await entriesOf(ledger, assetId)).toHaveLength(2);
  });

  test("that are refused leave their key free", async () => {
    const key = fresh("key");
    expect(told(await post(key, { amount: 2_000_000 }))).toEqual([400, "AmountAboveBookValue"]);
    expect(told(await post(key, { counter_account: "NONE" }))).toEqual([404, "SpecifiedIdNotFound"]);
    const right = await post(key);
    expect([right.status, isHit(right)]).toEqual([201, false]);
  });

  test("sent twenty times at once are written once: the others hear of it, or are asked to wait", async () => {
    const key = fresh("key");
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(key)));
    const hits = answers.filter((answer) => answer.status === 201 && isHit(answer)).length;
    const waiting = answers.filter((answer) => told(answer).join() === "409,IdempotencyKeyInUse").length;
    expect(answers.filter((answer) => answer.status === 201 && !isHit(answer))).toHaveLength(1);
    expect(hits + waiting).toBe(19);
    expect(await entriesOf(ledger, assetId)).toHaveLength(2);
    expect(isHit(await post(key))).toBe(true);
  });

  test("whose first request is still on its way are 409", async () => {
    const key = fresh("key");
    const both = await atOnce(() => post(key));
    expect([both[0].status, both[1].status]).toEqual([409, 201]);
    expect(told(both[0])).toEqual([409, "IdempotencyKeyInUse"]);
  });

  test("with an external id that is known keep to it under any key", async () => {
    const more = { external_id: fresh("external") };
    const first = await post(fresh("key"), more);
    const again = await post(fresh("key"), more);
    expect(again.body).toEqual(first.body);
    expect([again.status, isHit(again)]).toEqual([201, true]);
  });

  test.each(["", "a b", "é", '"open', '"a"b"', '""', "x".repeat(256), `"${"x".repeat(256)}"`, "one, two"])(
    "refuse the key %j with 400",
    async (key) => {
      const answer = await post(key);
      expect(told(answer)).toEqual([400, "SpecifiedBadRequest"]);
      expect((answer.body as unknown as Refused).errors[0]?.meta).toEqual({ field: "idempotency-key" });
    },
  );

  test.each(["x".repeat(255), `"${"y".repeat(255)}"`, '"a b"', '"\\"\\\\"'])("take the key %j", async (key) => {
    expect((await post(key)).status).toBe(201);
  });
});

describe("DayZero's runs", () => {
  const run = (key: string, more: Row = {}): Promise<Answer<Row>> =>
    ledger.dayzero("POST", "/run-depreciation", {
      body: { period_date: "2026-01-01", ...more },
      headers: headersOf(key),
    });

  beforeEach(() => ledger.moveToNewBusiness());

  test("are carried out once a key, even when there would be more to run by now", async () => {
    const key = fresh("key");
    const first = await newFixedAsset(ledger);
    const one = await run(key);
    await newFixedAsset(ledger);
    const again = await run(key);
    expect([one.status, isHit(one)]).toEqual([201, false]);
    expect([again.status, isHit(again)]).toEqual([201, true]);
    expect(again.body).toEqual(one.body);
    expect(again.body).toMatchObject({ entries_created: 1, errors: [] });
    expect((await run(fresh("key"))).body).toMatchObject({
      entries_created: 1,
      errors: [expect.stringContaining(first)],
    });
  });

  test("of another month under a known key are 422, in DayZero's list", async () => {
    const key = fresh("key");
    await run(key);
    const other = await run(key, { period_date: "2026-02-01" });
    expect(other.status).toBe(422);
    expect(other.body).toEqual({
      detail: [
        {
          loc: ["header", "idempotency-key"],
          msg: "The Idempotency-Key belongs to another request, with other content. Send this one under a key of its own.",
          type: "value_error",
        },
      ],
    });
  });

  test("refuse a key that is none with 400, and ask to wait for one on its way with 409", async () => {
    expect(told(await run("a b"))).toEqual([
      400,
      "The Idempotency-Key must be 1 to 255 visible ASCII characters, bare or within quotation marks.",
    ]);
    const key = fresh("key");
    const [waiting, carried] = await atOnce(() => run(key));
    expect(carried.status).toBe(201);
    expect(told(waiting)).toEqual([
      409,
      "The request with this Idempotency-Key is still on its way. Send it again in a moment.",
    ]);
  });
});

test("a key belongs to its business and its endpoint", async () => {
  const key = fresh("key");
  const send = async (): Promise<readonly boolean[]> => {
    await ledger.moveToNewBusiness();
    const body = depreciationOf(await newLayerAsset(ledger));
    const posted = await ledger.layer("POST", "/assets/value-updates", { body, headers: headersOf(key) });
    const run = await ledger.dayzero("POST", "/run-depreciation", {
      body: { period_date: "2026-01-01" },
      headers: headersOf(key),
    });
    expect([posted.status, run.status]).toEqual([201, 201]);
    return [isHit(posted), isHit(run)];
  };
  expect(await send()).toEqual([false, false]);
  expect(await send()).toEqual([false, false]);
});

import { isDeepStrictEqual } from "node:util";
import { dayFromText, dayText } from "../../src/engine";
import { assetById, assetByKey, bookValueOf } from "../books/asset";
import { onceForEachKey } from "../books/keyed";
import { postQueue } from "../books/post-queue";
import { postUpdates } from "../books/post-updates";
import { Refusal } from "../books/refusal";
import { defaultBook, updateTypes } from "../books/update-types";
import { updateById } from "../books/value-updates";
import { idempotencyKeyOf } from "../doors/idempotency-key";
import { checkReturnable } from "../doors/returnable";
import { cents, moment, objectOf, oneOf, orNull, text, uuid } from "../doors/schema";
import { accountIdentifier, accountName } from "./account";
import { shownUpdate } from "./value-update";
import type { Outcome, ValueUpdate } from "../books/post-updates";
import type { UpdateType } from "../books/update-types";
import type { WrittenUpdate } from "../books/value-updates";
import type { Session, Store } from "../store/store";
import type { AccountIdentifier } from "./account";
import type { ShownUpdate } from "./value-update";
import type { FastifyInstance, FastifyReply } from "fastify";

const endpoint = "/v1/businesses/:businessId/assets/value-updates";

interface Body {
  readonly asset_id?: string | null;
  readonly asset_external_id?: string | null;
  readonly external_id?: string | null;
  readonly amount: number;
  readonly update_type: string;
  readonly counter_account: AccountIdentifier;
  readonly date: string;
  readonly memo?: string | null;
  readonly metadata?: Readonly<Record<string, unknown>> | null;
  readonly reference_number?: string | null;
}

const body = objectOf(["amount", "update_type", "counter_account", "date"], {
  asset_id: orNull(uuid),
  asset_external_id: orNull(text(1, 255)),
  external_id: orNull(text(1, 255)),
  amount: cents(1),
  update_type: oneOf(updateTypes.map((type) => type.word)),
  counter_account: accountIdentifier,
  date: moment,
  memo: orNull(text(0, 10_000)),
  metadata: { type: "object", nullable: true, description: "a JSON object, or null" },
  reference_number: orNull(text(0, 255)),
});

/**
 * Records a change of an asset's value with its journal entry. An external id that is known already, with the same
 * content, is answered as the first time and says `Idempotency-Hit: true`; with other content it is a conflict. So is an
 * Idempotency-Key, which may be given beside it or in its stead.
 */
export function postValueUpdate(app: FastifyInstance, store: Store): void {
  const post = postQueue(store);
  const once = onceForEachKey(store);
  app.post<{ Body: Body }>(endpoint, { schema: { body } }, async (request, reply) => {
    const { businessId } = request;
    const asked = updateOf(request.body);
    const key = idempotencyKeyOf(request);
    if (key === undefined) {
      const outcome = await withFigures(store, businessId, asked, post(businessId, asked));
      const { body, isHit } = await answerTo(store, businessId, asked, outcome);
      return created(reply, isHit).send(body);
    }
    const posting = once({ businessId, endpoint, key, content: contentOf(asked) }, async (session) => {
      const [outcome] = await postUpdates(session, businessId, [asked]);
      if (outcome === undefined) throw new Error("The ledger told nothing of the update.");
      return answerTo(session, businessId, asked, outcome);
    });
    const { answer, isHit } = await withFigures(store, businessId, asked, posting);
    return created(reply, isHit).send(answer);
  });
}

function created(reply: FastifyReply, isHit: boolean): FastifyReply {
  if (isHit) void reply.header("idempotency-hit", "true");
  return reply.code(201).type("application/json; charset=utf-8");
}

async function answerTo(session: Session, businessId: string, asked: ValueUpdate, outcome: Outcome) {
  switch (outcome.kind) {
    case "refused":
      throw outcome.refusal;
    case "posted":
      return { body: { data: shownUpdate(writtenNow(businessId, asked, outcome)) }, isHit: false };
    case "known":
      return { body: { data: shownUpdate(await knownBefore(session, businessId, asked, outcome)) }, isHit: true };
  }
}

function contentOf(asked: ValueUpdate): object {
  return { ...asked, type: asked.type.word, metadata: parsed(asked.metadata) };
}

function updateOf(body: Body): ValueUpdate {
  const { asset_id: assetId, asset_external_id: assetKey, metadata } = body;
  if ((assetId ?? assetKey ?? null) === null)
    throw new Refusal("invalid", "asset_id and asset_external_id are missing; one of them must name the asset.");
  checkReturnable(metadata, "metadata");
  return {
    assetId: assetId ?? undefined,
    assetKey: assetKey ?? undefined,
    externalId: body.external_id ?? undefined,
    type: typeNamed(body.update_type),
    cents: body.amount,
    // A posting has a day, not a time: the day is the one written, whatever the offset, as an accountant reads it.
    date: body.date.slice(0, 10),
    book: bookOf(metadata),
    isCorrection: isCorrection(metadata),
    chargedFor: chargedFor(metadata, body.date.slice(0, 10)),
    counter: accountName(body.counter_account),
    memo: body.memo ?? null,
    referenceNumber: body.reference_number ?? null,
    metadata: metadata === undefined || metadata === null ? null : JSON.stringify(metadata),
    door: "layer",
    journaled: true,
  };
}

function typeNamed(word: string): UpdateType {
  const type = updateTypes.find((entry) => entry.word === word);
  if (type === undefined) throw new Error(`The schema let the update type ${word} through.`);
  return type;
}

// Layer knows no books; its metadata is for our own use, so a posting to a second book says so there.
function bookOf(metadata: Body["metadata"]): string {
  const book = metadata?.["book"];
  return typeof book === "string" && /^[\p{L}\p{N} ._-]{1,50}$/u.test(book) ? book : defaultBook;
}

// A charge of a month whose books are closed is posted in an open one and says so: it takes up the month that it is of.
function chargedFor(metadata: Body["metadata"], date: string): string | undefined {
  const given = metadata?.["period_end"];
  const day = typeof given === "string" ? dayFromText(given) : undefined;
  return day?.ok === true && dayText(day.value) < date ? dayText(day.value) : undefined;
}

// A catch-up for months that were posted wrongly says so: it names the change and no period.
function isCorrection(metadata: Body["metadata"]): boolean {
  return typeof metadata?.["change"] === "string" && metadata["period_start"] === undefined;
}

/** Puts the figures into a refusal that the database could give without them only. */
async function withFigures<T>(
  store: Store,
  businessId: string,
  { assetId, assetKey = "", book, cents: amount }: ValueUpdate,
  posting: Promise<T>,
): Promise<T> {
  return posting.catch(async (error: unknown) => {
    if (!(error instanceof Refusal && error.word === "above-book-value") || book !== defaultBook) throw error;
    const asset =
      assetId === undefined
        ? await assetByKey(store, businessId, assetKey)
        : await assetById(store, businessId, assetId);
    if (asset === undefined) throw error;
    const message = `amount is ${amount}, but must not be more than the book value of "${asset.name}", `;
    throw new Refusal("above-book-value", `${message}which is ${bookValueOf(asset)}.`, "amount");
  });
}

type Of<K extends Outcome["kind"]> = Extract<Outcome, { readonly kind: K }>;

function writtenNow(businessId: string, asked: ValueUpdate, { id, assetId }: Of<"posted">): ShownUpdate {
  return {
    id,
    business_id: businessId,
    asset_id: assetId,
    external_id: asked.externalId ?? null,
    amount: asked.cents,
    update_type: asked.type.word,
    update_date: asked.date,
    archived_at: null,
    memo: asked.memo ?? null,
    metadata: asked.metadata ?? null,
    reference_number: asked.referenceNumber ?? null,
  };
}

async function knownBefore(
  session: Session,
  businessId: string,
  asked: ValueUpdate,
  known: Of<"known">,
): Promise<WrittenUpdate> {
  const written = await updateById(session, businessId, known.id);
  if (written === undefined) throw new Error(`The update ${known.id} was not found again.`);
  checkSame(asked, written, known);
  return written;
}

function checkSame(asked: ValueUpdate, written: WrittenUpdate, known: Of<"known">): void {
  const pairs: readonly (readonly [field: string, asked: unknown, written: unknown])[] = [
    ["the asset", known.assetId, written.asset_id],
    ["amount", asked.cents, written.amount],
    ["update_type", asked.type.word, written.update_type],
    ["date", asked.date, written.update_date],
    ["counter_account", known.counterId, written.counter_account],
    ["memo", asked.memo, written.memo],
    ["reference_number", asked.referenceNumber, written.reference_number],
    ["metadata", parsed(asked.metadata), parsed(written.metadata)],
  ];
  const other = pairs.filter((pair) => !isDeepStrictEqual(pair[1], pair[2])).map(([field]) => field);
  if (other.length === 0) return;
  throw new Refusal(
    "external-id-used",
    `The external_id "${written.external_id ?? ""}" belongs to value update ${written.id}, which differs in ` +
      `${other.join(", ")}. Post the change under an external_id of its own.`,
    "external_id",
  );
}

function parsed(json: string | null | undefined): unknown {
  return typeof json === "string" ? JSON.parse(json) : null;
}

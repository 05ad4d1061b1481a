import { isDeepStrictEqual } from "node:util";
import { assetById, assetByKey, bookValueOf } from "../books/asset";
import { postUpdates } from "../books/post-updates";
import { Refusal } from "../books/refusal";
import { defaultBook, updateTypes } from "../books/update-types";
import { updateById } from "../books/value-updates";
import { checkReturnable } from "../doors/returnable";
import { cents, moment, objectOf, oneOf, orNull, text, uuid } from "../doors/schema";
import { accountIdentifier, accountName } from "./account";
import { shownUpdate } from "./value-update";
import type { Outcome, ValueUpdate } from "../books/post-updates";
import type { UpdateType } from "../books/update-types";
import type { WrittenUpdate } from "../books/value-updates";
import type { Store } from "../store/store";
import type { AccountIdentifier } from "./account";
import type { FastifyInstance } from "fastify";

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
 * content, is answered as the first time and says `Idempotency-Hit: true`; with other content it is a conflict.
 */
export function postValueUpdate(app: FastifyInstance, store: Store): void {
  app.post<{ Body: Body }>(
    "/v1/businesses/:businessId/assets/value-updates",
    { schema: { body } },
    async (request, reply) => {
      const asked = updateOf(request.body);
      const [outcome] = await post(store, request.businessId, asked);
      if (outcome === undefined) throw new Error("The ledger told nothing of the update.");
      if (outcome.kind === "refused") throw outcome.refusal;
      const written = await updateById(store, request.businessId, outcome.id);
      if (written === undefined) throw new Error(`The update ${outcome.id} was not found again.`);
      if (outcome.kind === "known") {
        checkSame(asked, written, outcome);
        void reply.header("idempotency-hit", "true");
      }
      return reply.code(201).send({ data: shownUpdate(written) });
    },
  );
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

async function post(store: Store, businessId: string, update: ValueUpdate): Promise<readonly Outcome[]> {
  try {
    return await postUpdates(store, businessId, [update]);
  } catch (error) {
    if (!(error instanceof Refusal && error.word === "above-book-value")) throw error;
    throw await withFigures(store, businessId, update, error);
  }
}

async function withFigures(store: Store, businessId: string, update: ValueUpdate, plain: Refusal): Promise<Refusal> {
  const { assetId, assetKey = "" } = update;
  const asset =
    assetId === undefined ? await assetByKey(store, businessId, assetKey) : await assetById(store, businessId, assetId);
  if (asset === undefined || update.book !== defaultBook) return plain;
  const message = `amount is ${update.cents}, but must not be more than the book value of "${asset.name}", `;
  return new Refusal("above-book-value", `${message}which is ${bookValueOf(asset)}.`, "amount");
}

function checkSame(asked: ValueUpdate, written: WrittenUpdate, known: Outcome & { readonly kind: "known" }): void {
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

import { acquire, openingFrom } from "../books/acquire";
import { assetById, assetByKey } from "../books/asset";
import { accountsOf } from "../books/chart";
import { methodWords } from "../books/method-words";
import { Refusal } from "../books/refusal";
import { cents, day, objectOf, oneOf, orNull, text, uuid, whole } from "../doors/schema";
import { actorOf } from "../doors/actor";
import { wrongField } from "./answers";
import { shownFixedAsset } from "./fixed-asset";
import type { NewAsset } from "../books/acquire";
import type { Session, Store } from "../store/store";
import type { FastifyInstance } from "fastify";

interface Body {
  readonly name: string;
  readonly purchase_date: string;
  readonly original_cost: number;
  readonly salvage_value?: number;
  readonly useful_life_months?: number;
  readonly depreciation_method?: string;
  readonly description?: string | null;
  readonly asset_number?: string | null;
  readonly serial_number?: string | null;
  readonly location?: string | null;
  readonly notes?: string | null;
  readonly category_id?: string | null;
  readonly vendor_id?: string | null;
  readonly in_service_date?: string | null;
  readonly total_expected_units?: number | null;
  readonly opening_accumulated_depreciation?: number | null;
  readonly opening_date?: string | null;
}

const usualLifeMonths = 60;
const byUnits = "units_of_production";

const body = objectOf(["name", "purchase_date", "original_cost"], {
  name: text(1, 255),
  purchase_date: day,
  original_cost: cents(0),
  salvage_value: cents(0),
  useful_life_months: whole(1, 600, "months"),
  depreciation_method: oneOf([...methodWords.map((entry) => entry.word), byUnits]),
  description: orNull(text(0, 10_000)),
  asset_number: orNull(text(1, 50)),
  serial_number: orNull(text(0, 100)),
  location: orNull(text(0, 255)),
  notes: orNull(text(0, 10_000)),
  category_id: orNull(uuid),
  vendor_id: orNull(uuid),
  in_service_date: orNull(day),
  total_expected_units: orNull(whole(1, Number.MAX_SAFE_INTEGER, "units")),
  opening_accumulated_depreciation: orNull(cents(0)),
  opening_date: orNull(day),
});

/** Creates a draft asset and posts its acquisition. The asset number is the asset's key, so it is given only once. */
export function postFixedAsset(app: FastifyInstance, store: Store): void {
  app.post<{ Body: Body }>("/api/v1/fixed-assets", { schema: { body } }, async (request, reply) => {
    const { businessId } = request;
    checkTerms(request.body);
    const asset = await store.transaction(async (session) => {
      const given = await newAsset(session, businessId, request.body);
      const id = await acquire(session, businessId, { ...given, actor: actorOf(request) });
      if (id === undefined) throw await taken(session, businessId, request.body.asset_number ?? "");
      return assetById(session, businessId, id);
    });
    if (asset === undefined) throw new Error("The new asset was not found again.");
    return reply.code(201).send(shownFixedAsset(asset));
  });
}

function checkTerms(body: Body): void {
  if (body.depreciation_method === byUnits)
    throw wrongField("depreciation_method", `This ledger does not compute ${byUnits}; use ${known()}.`);
  const salvage = body.salvage_value ?? 0;
  // An asset that cost nothing keeps its default salvage value of 0.
  if (salvage > 0 && salvage >= body.original_cost)
    throw wrongField(
      "salvage_value",
      `salvage_value is ${salvage}, but must be less than original_cost, which is ${body.original_cost}.`,
    );
}

function known(): string {
  return methodWords.map((entry) => entry.word).join(", ");
}

async function newAsset(session: Session, businessId: string, body: Body): Promise<NewAsset> {
  const accounts = await accountsOf(session, businessId);
  return {
    assetKey: body.asset_number ?? null,
    name: body.name,
    assetType: "EQUIPMENT",
    cost: body.original_cost,
    salvage: body.salvage_value ?? 0,
    lifeMonths: body.useful_life_months ?? usualLifeMonths,
    method: body.depreciation_method ?? "straight_line",
    purchaseDate: body.purchase_date,
    serviceDate: body.in_service_date ?? null,
    opening: openingFrom(body.opening_accumulated_depreciation, body.opening_date),
    costAccount: accounts.get("FIXED_ASSETS") ?? "",
    accumulatedAccount: accounts.get("ACCUMULATED_DEPRECIATION") ?? null,
    description: body.description ?? null,
    serialNumber: body.serial_number ?? null,
    location: body.location ?? null,
    notes: body.notes ?? null,
    categoryId: body.category_id ?? null,
    vendorId: body.vendor_id ?? null,
  };
}

async function taken(session: Session, businessId: string, number: string): Promise<Refusal> {
  const asset = await assetByKey(session, businessId, number);
  return new Refusal(
    "state-conflict",
    `asset_number "${number}" is taken by asset ${asset?.id ?? "of this business"}.`,
  );
}

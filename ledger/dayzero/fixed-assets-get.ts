import { allAssets } from "../books/list-assets";
import { cursorParsed, pageOf } from "../books/page";
import { Refusal } from "../books/refusal";
import { oneOf, text, uuid } from "../doors/schema";
import { assetStatuses, shownFixedAsset, statusOf } from "./fixed-asset";
import type { Asset } from "../books/asset";
import type { Page } from "../books/page";
import type { AssetStatus } from "./fixed-asset";
import type { Store } from "../store/store";
import type { FastifyInstance } from "fastify";

interface Query {
  readonly status?: AssetStatus;
  readonly category_id?: string;
  readonly search?: string;
  readonly limit?: string;
  readonly cursor?: string;
}

const limitMost = 1_000;

const querystring = {
  type: "object",
  properties: {
    status: oneOf(assetStatuses),
    category_id: uuid,
    search: text(0, 255),
    limit: { type: "string", pattern: "^[1-9]\\d{0,3}$", description: `a whole number from 1 to ${limitMost}` },
    cursor: text(1, 1_000),
  },
};

/**
 * Lists the business's assets, or those that the query names, in the order in which they were created: all of them, or,
 * with a limit, page by page.
 */
export function getFixedAssets(app: FastifyInstance, store: Store): void {
  app.get<{ Querystring: Query }>("/api/v1/fixed-assets", { schema: { querystring } }, async (request) => {
    const chosen = (await allAssets(store, request.businessId)).filter((asset) => fits(asset, request.query));
    const page = pageIn(chosen, request.query);
    return {
      assets: page.rows.map(shownFixedAsset),
      count: page.total,
      next_cursor: page.next ?? null,
      has_more: page.next !== undefined,
    };
  });
}

function fits(asset: Asset, { status, category_id: category, search }: Query): boolean {
  return (
    (status === undefined || statusOf(asset) === status) &&
    (category === undefined || asset.category_id === category) &&
    (search === undefined || asset.name.toLowerCase().includes(search.toLowerCase()))
  );
}

function pageIn(assets: readonly Asset[], query: Query): Page<Asset> {
  const limit = query.limit === undefined ? assets.length : Number(query.limit);
  if (query.limit !== undefined && limit > limitMost)
    throw new Refusal("invalid", `limit is ${limit}, but must be from 1 to ${limitMost}.`);
  const place = query.cursor === undefined ? ["", ""] : cursorParsed(query.cursor, ["time", "id"]);
  const rest = assets.filter((asset) => isAfter([asset.created_at, asset.id], place));
  return pageOf(rest, limit, assets.length, (asset) => [asset.created_at, asset.id]);
}

function isAfter([time = "", id = ""]: readonly string[], [lastTime = "", lastId = ""]: readonly string[]): boolean {
  return time === lastTime ? id > lastId : time > lastTime;
}

import { shown } from "../doors/complaint";
import { Unprocessable } from "./answers";
import type { FastifyReply, FastifyRequest } from "fastify";

export interface PageQuery {
  readonly page?: string;
  readonly per_page?: string;
}

const usual = 25;
const most = 100;
const pagesMost = 1_000_000;

/** Which part of a list is asked for, counted from 0. */
export interface Part {
  readonly page: number;
  readonly size: number;
  readonly from: number;
}

export function partAsked({ page: asked, per_page: each }: PageQuery): Part {
  const page = wholeIn("page", asked, 1, pagesMost);
  const size = wholeIn("per_page", each, usual, most);
  return { page, size, from: (page - 1) * size };
}

function wholeIn(name: string, given: string | undefined, usually: number, atMost: number): number {
  if (given === undefined) return usually;
  const number = /^\d{1,7}$/.test(given) ? Number(given) : 0;
  if (number >= 1 && number <= atMost) return number;
  throw new Unprocessable(`${name} is ${shown(given)}, but must be a whole number from 1 to ${atMost}.`);
}

/** Says in a Link header where the pages around this one are, and how many objects there are in all. */
export function linkPages(request: FastifyRequest, reply: FastifyReply, { page, size }: Part, total: number): void {
  const last = Math.max(1, Math.ceil(total / size));
  const places = [
    ...(page > 1 ? [["prev", Math.min(page - 1, last)] as const] : []),
    ...(page < last ? [["next", page + 1] as const] : []),
    ...(last > 1 ? [["first", 1] as const, ["last", last] as const] : []),
  ];
  const links = places.map(([rel, number]) => `<${addressOf(request, number, size)}>; rel="${rel}"`);
  if (links.length > 0) void reply.header("link", links.join(", "));
  void reply.header("x-total-count", String(total));
}

function addressOf(request: FastifyRequest, page: number, size: number): string {
  const address = new URL(request.url, "http://any");
  address.searchParams.set("page", String(page));
  address.searchParams.set("per_page", String(size));
  // The host is what the client calls us, whatever that is; it is given back and never read.
  return `${request.protocol}://${request.host}${address.pathname}${address.search}`;
}

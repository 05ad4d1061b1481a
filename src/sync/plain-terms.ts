import type { PlainTerms } from "../connectors";
import { type Result, fail, ok } from "../engine";
import type { Events, RegisterAsset } from "../sheet";

/**
 * An asset's terms without dates, for calculators that know nothing else; or what such a calculator would leave out.
 * What is asked must be all that the register charges by, or the two would differ for a reason that nobody sees.
 */
export function plainTermsOf(asset: RegisterAsset, events: Events): Result<PlainTerms, string> {
  const { terms, cost, salvage } = asset;
  const beyond = beyondPlain(asset, events);
  if (beyond !== undefined) return fail(beyond);
  const lifeMonths = terms.lifeMonths ?? (terms.lifeYears ?? 0) * 12;
  return ok({
    cost,
    salvage,
    decimals: terms.decimals,
    lifeMonths,
    method: terms.method.word,
    ...(terms.factor === undefined ? {} : { factor: terms.factor }),
  });
}

function beyondPlain({ id, terms }: RegisterAsset, events: Events): string | undefined {
  const convention = terms.dated?.convention.word;
  if (events.mentions.some(({ asset }) => asset === id)) return "It has events, which a calculator does not know.";
  if (terms.opening !== undefined) return "It has an opening balance, which a calculator does not know.";
  if (terms.rate !== undefined) return "It goes by a rate, but a calculator takes a life.";
  if (terms.lifeMonths === undefined && terms.lifeYears === undefined) return "It has no life.";
  if (convention !== undefined && convention !== "full-month")
    return `Its convention is ${convention}, but a calculator counts whole years from the start.`;
  return undefined;
}

import type { MoneyStyle } from "../format/amounts";
import { useStore } from "../parts/use-store";
import { pane } from "../state/pane";
import { registerState } from "../state/register";

/** How amounts of this workbook's register are written. */
export interface MoneyHere {
  readonly style: MoneyStyle;
  readonly currency: string | undefined;
}

export function useMoney(): MoneyHere {
  const { language } = useStore(pane);
  const { read } = useStore(registerState);
  return { style: { language, decimals: read?.register.decimals ?? 2 }, currency: read?.register.currency };
}

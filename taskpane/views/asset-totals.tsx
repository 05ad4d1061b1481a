import type { JSX } from "preact";
import { money, counted, type MoneyStyle } from "../format/amounts";
import { LongList } from "../parts/long-list";
import { useStore } from "../parts/use-store";
import type { AssetTotal, Draft } from "../state/draft";
import { chooseAsset, scheduleState } from "../state/schedule";
import type { ReadWorkbook } from "../state/understand";
import { chosenAsset } from "./value-curve";

interface AssetTotalsProps {
  readonly draft: Draft;
  readonly read: ReadWorkbook;
  readonly style: MoneyStyle;
}

/** What each asset has in the schedule; a click shows its curve. */
export function AssetTotals({ draft, read, style }: AssetTotalsProps): JSX.Element | null {
  const { asset } = useStore(scheduleState);
  const chosen = chosenAsset(read, asset)?.id;
  if (draft.byAsset.length === 0) return null;
  return (
    <section aria-label="Charges by asset">
      <div class="list-head">
        <span>Asset</span>
        <span>Charges{read.register.currency === undefined ? "" : `, ${read.register.currency}`}</span>
      </div>
      <LongList
        label="Charges by asset"
        count={draft.byAsset.length}
        rowHeight={40}
        row={(index) => {
          const total = draft.byAsset[index];
          return total === undefined ? null : (
            <TotalRow total={total} style={style} chosen={total.asset.id === chosen} />
          );
        }}
      />
      <div class="list-total">
        <span>Total</span>
        <span class="money">{money(draft.total, style)}</span>
      </div>
    </section>
  );
}

interface TotalRowProps {
  readonly total: AssetTotal;
  readonly style: MoneyStyle;
  readonly chosen: boolean;
}

function TotalRow({ total: { asset, rows, amount }, style, chosen }: TotalRowProps): JSX.Element {
  return (
    <button type="button" class="row chooser" aria-pressed={chosen} onClick={() => chooseAsset(asset.id)}>
      <span class="row-name">
        <span class="row-title">{asset.description === "" ? asset.id : asset.description}</span>
        <span class="row-note">
          {asset.id} · {counted(rows, "row", style.language)}
        </span>
      </span>
      <span class="money">{money(amount, style)}</span>
    </button>
  );
}

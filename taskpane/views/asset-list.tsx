import type { JSX } from "preact";
import { cents } from "../../src/engine";
import type { Register, RegisterAsset } from "../../src/sheet";
import { money, moneyIn } from "../format/amounts";
import { LongList } from "../parts/long-list";
import { useStore } from "../parts/use-store";
import { pane } from "../state/pane";

interface AssetListProps {
  readonly assets: readonly RegisterAsset[];
  readonly register: Register;
}

/** The assets with what they cost; the currency is named once, in the heading. */
export function AssetList({ assets, register }: AssetListProps): JSX.Element | null {
  const style = { language: useStore(pane).language, decimals: register.decimals };
  if (assets.length === 0) return null;
  const total = cents(assets.reduce((sum, { cost }) => sum + cost, 0));
  return (
    <section aria-label="Assets">
      <div class="list-head">
        <span>Asset</span>
        <span>Cost{register.currency === undefined ? "" : `, ${register.currency}`}</span>
      </div>
      <LongList
        label="Assets"
        count={assets.length}
        rowHeight={40}
        row={(index) => {
          const asset = assets[index];
          return asset === undefined ? null : <AssetRow asset={asset} cost={money(asset.cost, style)} />;
        }}
      />
      <div class="list-total">
        <span>Total cost</span>
        <span class="money">{moneyIn(total, style, undefined)}</span>
      </div>
    </section>
  );
}

function AssetRow({ asset, cost }: { readonly asset: RegisterAsset; readonly cost: string }): JSX.Element {
  return (
    <div class="row">
      <span class="row-name">
        <span class="row-title">{asset.description === "" ? asset.id : asset.description}</span>
        <span class="row-note">
          {asset.id} · {asset.terms.method.label}
        </span>
      </span>
      <span class="money">{cost}</span>
    </div>
  );
}

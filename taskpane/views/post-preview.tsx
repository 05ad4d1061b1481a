import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { cents } from "../../src/engine";
import type { CreateAsset, Plan, RowStep } from "../../src/sync";
import { count, counted, money, moneyIn } from "../format/amounts";
import { stepKinds, type StepKind } from "../format/step-kinds";
import { Button } from "../parts/button";
import { FilterBar, type FilterChoice } from "../parts/filter-bar";
import { Foot } from "../parts/foot";
import { LongList } from "../parts/long-list";
import { Notice } from "../parts/notice";
import { OpeningList } from "../parts/opening-list";
import { Sentence } from "../parts/sentence";
import { ask, postProposal, startOver } from "../state/post";
import type { Proposal } from "../state/propose";
import { ReverseButton } from "./reverse-button";
import { StepRow } from "./step-row";
import type { MoneyHere } from "./use-money";
import { WaitingRows } from "./waiting-rows";

interface PostPreviewProps {
  readonly proposal: Proposal;
  readonly here: MoneyHere;
}

/** What posting would do, row by row, with totals by outcome and by account. */
export function PostPreview({ proposal, here }: PostPreviewProps): JSX.Element {
  const { plan } = proposal;
  const [kind, setKind] = useState<StepKind | "all">("all");
  return (
    <>
      <Sentence>{stateOf(plan, here)}</Sentence>
      <FilterBar label="Rows by outcome" choices={choicesOf(plan, here)} chosen={kind} onChoose={setKind} />
      {plan.termsChanged.length > 0 && <TermsChanged changes={plan.termsChanged} here={here} />}
      <WaitingRows plan={plan} language={here.style.language} />
      <NewAssets assets={plan.createAssets} here={here} />
      <Accounts plan={plan} here={here} />
      <Rows rows={rowsOf(plan, kind)} here={here} />
      <PreviewFoot proposal={proposal} here={here} chosen={kind === "all" ? [] : rowsOf(plan, kind)} />
    </>
  );
}

function stateOf({ totals }: Plan, { style }: MoneyHere): string {
  const parts = stepKinds
    .filter(({ kind }) => totals[kind].count > 0)
    .map(({ kind, label }) => `${count(totals[kind].count, style.language)} ${label.toLowerCase()}`);
  return parts.length === 0 ? "No rows to compare." : `${parts.join(", ")}.`;
}

function choicesOf({ rows, totals }: Plan, { style }: MoneyHere): readonly FilterChoice<StepKind | "all">[] {
  const total = cents(rows.reduce((sum, { row }) => sum + row.line.amount, 0));
  const all: FilterChoice<StepKind | "all"> = {
    value: "all",
    label: "All",
    count: rows.length,
    note: money(total, style),
  };
  const kinds = stepKinds.filter(({ kind }) => totals[kind].count > 0);
  return [
    all,
    ...kinds.map(({ kind, label }) => {
      const { count, amount } = totals[kind];
      return { value: kind, label, count, note: money(amount, style) };
    }),
  ];
}

function TermsChanged({ changes, here }: { readonly changes: Plan["termsChanged"]; readonly here: MoneyHere }) {
  const [first] = changes;
  const more =
    changes.length === 1 ? "" : ` So have those of ${counted(changes.length - 1, "other asset", here.style.language)}.`;
  return (
    <Notice intent="warning">
      {first?.sentence}
      {more} Rebuild the schedule: posted months keep their amounts.
    </Notice>
  );
}

function NewAssets({ assets, here }: { readonly assets: readonly CreateAsset[]; readonly here: MoneyHere }) {
  const [open, setOpen] = useState(false);
  if (assets.length === 0) return null;
  return (
    <section class="problem-group">
      <button type="button" class="opener" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span class="opener-title">{counted(assets.length, "new asset", here.style.language)}, created first</span>
      </button>
      {open && (
        <LongList
          label="New assets"
          count={assets.length}
          rowHeight={40}
          row={(index) => {
            const asset = assets[index]?.asset;
            if (asset === undefined) return null;
            return (
              <div class="row">
                <span class="row-name">
                  <span class="row-title">{asset.name}</span>
                  <span class="row-note">{asset.asset}</span>
                </span>
                <span class="money">{money(asset.cost, here.style)}</span>
              </div>
            );
          }}
        />
      )}
    </section>
  );
}

function Accounts({ plan, here }: { readonly plan: Plan; readonly here: MoneyHere }): JSX.Element | null {
  if (plan.byAccount.length === 0) return null;
  return (
    <section aria-label="To be posted, by account">
      <div class="list-head">
        <span>To be posted, by account</span>
        <span>{here.currency ?? ""}</span>
      </div>
      <ul class="list">
        {plan.byAccount.map(({ account, type, count, amount }) => (
          <li class="row" key={`${account} ${type}`}>
            <span class="row-name">
              <span class="row-title">{account}</span>
              <span class="row-note">{counted(count, "row", here.style.language)}</span>
            </span>
            <span class="money">{money(amount, here.style)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Rows({ rows, here }: { readonly rows: readonly RowStep[]; readonly here: MoneyHere }): JSX.Element {
  return (
    <section aria-label="Rows">
      <div class="list-head">
        <span>Row</span>
        <span>{here.currency ?? ""}</span>
      </div>
      <OpeningList
        label="Rows"
        rows={rows}
        rowHeight={40}
        row={(step, open, onOpen) => <StepRow step={step} here={here} open={open} onOpen={onOpen} />}
      />
    </section>
  );
}

interface PreviewFootProps extends PostPreviewProps {
  /** The rows of the outcome that is chosen. */
  readonly chosen: readonly RowStep[];
}

function PreviewFoot({ proposal, here, chosen }: PreviewFootProps): JSX.Element {
  const held = new Set(chosen.filter((step) => "posted" in step).map(({ row }) => row.key));
  const { plan, target } = proposal;
  const { count, amount } = plan.totals.post;
  const rows = counted(count, "row", here.style.language);
  if (count > 0) {
    return (
      <Foot figures={`${rows}, ${moneyIn(amount, here.style, here.currency)} to ${target.name}`}>
        <Button appearance="primary" onPress={() => ask(proposal)}>
          Post {rows}
        </Button>
        <ReverseButton keys={held} language={here.style.language} />
        <Button onPress={startOver}>Close</Button>
      </Foot>
    );
  }
  return (
    <Foot figures="Nothing to send. The sheet can be told what the ledger holds.">
      <Button appearance="primary" disabled={plan.rows.length === 0} onPress={() => void postProposal(proposal)}>
        Update statuses
      </Button>
      <ReverseButton keys={held} language={here.style.language} />
      <Button onPress={startOver}>Close</Button>
    </Foot>
  );
}

function rowsOf({ rows }: Plan, kind: StepKind | "all"): readonly RowStep[] {
  return kind === "all" ? rows : rows.filter((step) => step.kind === kind);
}

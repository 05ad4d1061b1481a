import type { JSX } from "preact";
import { type AccountProof, type Difference, type Reconciliation, rangeText, verdictOf } from "../../src/sync";
import type { Cents } from "../../src/engine";
import { counted, money, moneyIn } from "../format/amounts";
import { Button } from "../parts/button";
import { Foot } from "../parts/foot";
import { MonthField } from "../parts/month-field";
import { Notice } from "../parts/notice";
import { PairRow } from "../parts/pair-row";
import { Sentence } from "../parts/sentence";
import { useStore } from "../parts/use-store";
import { monthRange } from "../state/months";
import { problemText } from "../format/problem-text";
import {
  chooseProofMonths,
  openProof,
  proofState,
  reconcileNow,
  writeReconciliation,
  type Made,
  type ProofState,
} from "../state/proof";
import { showScheduleRow } from "../state/schedule";
import { useMoney, type MoneyHere } from "./use-money";

/** The proof that the register, the sheet and the ledger have the same: months, result, accounts and differences. */
export function Reconcile({ name }: { readonly name: string }): JSX.Element {
  const state = useStore(proofState);
  const here = useMoney();
  const { proof } = state;
  return (
    <>
      <Sentence busy={state.busy}>{stateOf(state, name, here)}</Sentence>
      {state.trouble !== undefined && <Notice intent="error">{state.trouble}</Notice>}
      {state.written !== undefined && <Notice intent="success">Written to sheet {state.written}.</Notice>}
      <Months state={state} />
      {proof !== undefined && <Accounts proof={proof.result} here={here} />}
      {proof !== undefined && <Differences differences={proof.result.differences} here={here} />}
      <ProofFoot state={state} name={name} proof={proof} />
    </>
  );
}

function stateOf({ busy, proof }: ProofState, name: string, { style, currency }: MoneyHere): string {
  if (busy) return `Reading the sheet and ${name}.`;
  if (proof === undefined) return `Compares the register, the sheet and what ${name} holds, to the cent.`;
  return verdictOf(proof.result, (amount) => moneyIn(amount, style, currency));
}

function Months({ state }: { readonly state: ProofState }): JSX.Element {
  const { from, to } = monthRange(state.from, state.to);
  return (
    <div class="pair">
      <MonthField
        label="From"
        value={state.from}
        onValue={(month) => chooseProofMonths({ from: month })}
        problem={problemText(from)}
      />
      <MonthField
        label="To"
        value={state.to}
        onValue={(month) => chooseProofMonths({ to: month })}
        problem={problemText(to)}
      />
    </div>
  );
}

const uses: Readonly<Record<AccountProof["use"], string>> = { cost: "Cost", accumulated: "Accumulated" };

function Accounts({ proof, here }: { readonly proof: Reconciliation; readonly here: MoneyHere }): JSX.Element | null {
  if (proof.accounts.length === 0) return null;
  return (
    <section class="accounts" aria-label="By account">
      <div class="list-head three">
        <span>By account{here.currency === undefined ? "" : `, ${here.currency}`}</span>
        <span>Register</span>
        <span>Ledger</span>
      </div>
      <ul class="list">
        {proof.accounts.map(({ account, use, register, ledger, difference }) => (
          <li key={`${use} ${account}`}>
            <PairRow
              title={account}
              note={difference === 0 ? uses[use] : `${uses[use]}, difference ${money(difference, here.style)}`}
              left={money(register, here.style)}
              right={money(ledger, here.style)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface DifferencesProps {
  readonly differences: readonly Difference[];
  readonly here: MoneyHere;
}

// Sentences wrap to different heights, so these are drawn in full; the report sheet holds every one of them.
const drawn = 100;

function Differences({ differences, here }: DifferencesProps): JSX.Element | null {
  if (differences.length === 0) return null;
  return (
    <section aria-label="Differences">
      <div class="list-head">
        <span>Differences</span>
        <span>{here.currency ?? ""}</span>
      </div>
      <ul class="list">
        {differences.slice(0, drawn).map((one, index) => (
          <li key={index}>
            <Line difference={one} here={here} />
          </li>
        ))}
      </ul>
      {differences.length > drawn && (
        <p>
          And {counted(differences.length - drawn, "more difference", here.style.language)}: write the report to see
          all.
        </p>
      )}
    </section>
  );
}

function Line({ difference, here }: { readonly difference: Difference; readonly here: MoneyHere }): JSX.Element {
  const { label, asset, period, register, sheet, ledger, sentence, row } = difference;
  const title = `${asset}${period === "" ? "" : ` · ${period}`}`;
  return (
    <div class="difference">
      <p>
        <b>{title}</b> {label}. {sentence}
      </p>
      <Amounts
        sides={[
          ["Register", register],
          ["Sheet", sheet],
          ["Ledger", ledger],
        ]}
        here={here}
      />
      {row !== undefined && (
        <Button small name={`Show cell of ${title}`} onPress={() => void showScheduleRow(row)}>
          Show cell
        </Button>
      )}
    </div>
  );
}

interface AmountsProps {
  readonly sides: readonly (readonly [name: string, amount: Cents | undefined])[];
  readonly here: MoneyHere;
}

function Amounts({ sides, here }: AmountsProps): JSX.Element {
  return (
    <dl class="sides">
      {sides.map(([name, amount]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd class="money">{amount === undefined ? "none" : money(amount, here.style)}</dd>
        </div>
      ))}
    </dl>
  );
}

interface ProofFootProps {
  readonly state: ProofState;
  readonly name: string;
  readonly proof: Made<Reconciliation> | undefined;
}

function ProofFoot({ state, name, proof }: ProofFootProps): JSX.Element {
  const { from, to } = monthRange(state.from, state.to);
  const isReady = from.ok && to.ok && !state.busy;
  const months = from.ok && to.ok ? rangeText({ from: from.value, to: to.value }) : "";
  return (
    <Foot figures={isReady ? `Compares ${months} with ${name}. Nothing is changed.` : ""}>
      <Button appearance="primary" disabled={!isReady} onPress={() => void reconcileNow()}>
        Reconcile
      </Button>
      {proof !== undefined && <Button onPress={() => void writeReconciliation(proof)}>Write report</Button>}
      <Button onPress={() => openProof("holdings")}>Back</Button>
    </Foot>
  );
}

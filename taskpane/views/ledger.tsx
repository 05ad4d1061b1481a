import type { ComponentType, JSX } from "preact";
import { useEffect } from "preact/hooks";
import { cents } from "../../src/engine";
import { counted, money } from "../format/amounts";
import { Button } from "../parts/button";
import { FactList, type Fact } from "../parts/fact-list";
import { Foot } from "../parts/foot";
import { LongList } from "../parts/long-list";
import { PairRow } from "../parts/pair-row";
import { Notice } from "../parts/notice";
import { Sentence } from "../parts/sentence";
import { useStore } from "../parts/use-store";
import { activeConnection, connections } from "../state/connections";
import { ledgerState, ledgerTotals, readLedgerNow, type LedgerLine } from "../state/ledger";
import { pane, showConnections } from "../state/pane";
import { openProof, proofState, writeLog, type ProofState } from "../state/proof";
import { CloseMonth } from "./close-month";
import { Reconcile } from "./reconcile";
import { useMoney, type MoneyHere } from "./use-money";

/** What the connected ledger holds, beside the sheet. */
export function LedgerView(): JSX.Element {
  const active = activeConnection(useStore(connections));
  const { online } = useStore(pane);
  const { page } = useStore(proofState);
  if (active === undefined) return <NotConnected />;
  const { post, run } = active.connector;
  if (post === undefined && run === undefined) return <NoPostings name={active.connection.name} />;
  const Page = pages[online ? page : "holdings"];
  return <Page name={active.connection.name} online={online} />;
}

interface PageProps {
  readonly name: string;
  readonly online: boolean;
}

const pages: Readonly<Record<ProofState["page"], ComponentType<PageProps>>> = {
  holdings: Holdings,
  reconcile: Reconcile,
  close: CloseMonth,
};

function NoPostings({ name }: { readonly name: string }): JSX.Element {
  return <Sentence>{name} takes no postings, so there are none to show. The view Post has what it can do.</Sentence>;
}

function NotConnected(): JSX.Element {
  return (
    <>
      <Sentence>Not connected. Choose a ledger to see what it holds.</Sentence>
      <Foot figures="">
        <Button appearance="primary" onPress={showConnections}>
          Choose a ledger
        </Button>
      </Foot>
    </>
  );
}

function Holdings({ name, online }: PageProps): JSX.Element {
  const { busy, trouble, lines } = useStore(ledgerState);
  const { written, trouble: logTrouble } = useStore(proofState);
  const here = useMoney();
  useEffect(() => {
    if (online) void readLedgerNow();
  }, [name, online]);
  return (
    <>
      <Sentence busy={busy}>{stateOf({ name, online, busy, lines })}</Sentence>
      {trouble !== undefined && <Notice intent="error">{trouble}</Notice>}
      {logTrouble !== undefined && <Notice intent="error">{logTrouble}</Notice>}
      {written !== undefined && <Notice intent="success">Written to sheet {written}.</Notice>}
      {lines !== undefined && <Totals lines={lines} here={here} />}
      {lines !== undefined && <Lines lines={lines} here={here} />}
      <Foot
        figures={
          lines === undefined ? "" : `${counted(lines.length, "asset", here.style.language)} compared with ${name}`
        }
      >
        <Button appearance="primary" disabled={busy || !online} onPress={() => openProof("reconcile")}>
          Reconcile
        </Button>
        <Button disabled={busy || !online} onPress={() => openProof("close")}>
          Close a month
        </Button>
        <Button disabled={busy || !online} onPress={() => void readLedgerNow()}>
          Read again
        </Button>
        <Button disabled={busy || !online} onPress={() => void writeLog()}>
          Write log
        </Button>
      </Foot>
    </>
  );
}

interface Shown {
  readonly name: string;
  readonly online: boolean;
  readonly busy: boolean;
  readonly lines: readonly LedgerLine[] | undefined;
}

function stateOf({ name, online, busy, lines }: Shown): string {
  if (!online) return `Offline. ${name} cannot be read until the network is back.`;
  if (busy) return `Reading ${name}.`;
  if (lines === undefined) return `${name} has not been read.`;
  const { postings, posted, sheet } = ledgerTotals(lines);
  const held = lines.filter(({ standing }) => standing !== "missing").length;
  return `${counted(held, "asset")} and ${counted(postings, "posting")}, ${besideSheet(posted - sheet)}.`;
}

function besideSheet(more: number): string {
  if (more === 0) return "as much as the sheet";
  return more > 0 ? "more than the sheet" : "less than the sheet";
}

function Totals({ lines, here }: { readonly lines: readonly LedgerLine[]; readonly here: MoneyHere }): JSX.Element {
  const { posted, sheet } = ledgerTotals(lines);
  const amount = (value: number): string => money(cents(value), here.style);
  const facts: readonly Fact[] = [
    { term: "In the ledger", value: amount(posted), figure: true },
    { term: "In the sheet", value: amount(sheet), figure: true },
    { term: "Difference", value: amount(sheet - posted), figure: true },
  ];
  return <FactList facts={facts} />;
}

const standings: Record<Exclude<LedgerLine["standing"], "active">, string> = {
  draft: "not in service",
  closed: "closed",
  missing: "not in the ledger",
};

function Lines({ lines, here }: { readonly lines: readonly LedgerLine[]; readonly here: MoneyHere }): JSX.Element {
  return (
    <section aria-label="Assets in the ledger, beside the sheet">
      <div class="list-head three">
        <span>Asset{here.currency === undefined ? "" : `, ${here.currency}`}</span>
        <span>Sheet</span>
        <span>Ledger</span>
      </div>
      <LongList
        label="Assets in the ledger"
        count={lines.length}
        rowHeight={48}
        row={(index) => {
          const line = lines[index];
          return line === undefined ? null : <Line line={line} here={here} />;
        }}
      />
    </section>
  );
}

function Line({ line, here }: { readonly line: LedgerLine; readonly here: MoneyHere }): JSX.Element {
  const { asset, name, standing, postings } = line;
  return (
    <PairRow
      title={`${asset} ${name}`.trim()}
      note={standing === "active" ? counted(postings, "posting", here.style.language) : standings[standing]}
      left={money(line.sheet, here.style)}
      right={money(line.posted, here.style)}
    />
  );
}

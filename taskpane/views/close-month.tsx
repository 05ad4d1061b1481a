import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { type CloseCheck, type CloseChecklist, type ClosePoint, closeVerdict } from "../../src/sync";
import { counted } from "../format/amounts";
import { Button } from "../parts/button";
import { Foot } from "../parts/foot";
import { Notice } from "../parts/notice";
import { Sentence } from "../parts/sentence";
import { MonthField } from "../parts/month-field";
import { TextField } from "../parts/text-field";
import { useStore } from "../parts/use-store";
import { monthRange } from "../state/months";
import { problemText } from "../format/problem-text";
import { checkClose, chooseProofMonths, openProof, proofState, writeClose, type ProofState } from "../state/proof";
import { registerState } from "../state/register";
import { showScheduleRow } from "../state/schedule";
import { documentSettings, keepDocumentSettings } from "../workbook/document-settings";
import { showCell } from "../workbook/show";

/** Whether a month can be closed: each check with a tick, or what is open. */
export function CloseMonth({ name }: { readonly name: string }): JSX.Element {
  const state = useStore(proofState);
  const { close } = state;
  return (
    <>
      <Sentence busy={state.busy}>{stateOf(state, name)}</Sentence>
      {state.trouble !== undefined && <Notice intent="error">{state.trouble}</Notice>}
      {state.written !== undefined && <Notice intent="success">Written to sheet {state.written}.</Notice>}
      <MonthField
        label="Month"
        value={state.month}
        onValue={(month) => chooseProofMonths({ month })}
        problem={problemText(monthRange(state.month, state.month).from)}
      />
      <Names />
      {close !== undefined && <Checks list={close.result} />}
      <CloseFoot state={state} />
    </>
  );
}

function stateOf({ busy, close }: ProofState, name: string): string {
  if (busy) return `Reading the sheet and ${name}.`;
  return close === undefined ? "Checks whether a month can be closed." : closeVerdict(close.result);
}

/** Kept in the workbook, for the next month is prepared by the same people. */
function Names(): JSX.Element {
  const [{ preparer, approver }, setNames] = useState(documentSettings());
  const keep = (change: { readonly preparer?: string; readonly approver?: string }): void => {
    setNames((names) => ({ ...names, ...change }));
    void keepDocumentSettings(change);
    chooseProofMonths({});
  };
  return (
    <div class="pair">
      <TextField label="Prepared by" value={preparer} onValue={(text) => keep({ preparer: text })} />
      <TextField label="Approved by" value={approver} onValue={(text) => keep({ approver: text })} />
    </div>
  );
}

function Checks({ list }: { readonly list: CloseChecklist }): JSX.Element {
  return (
    <ul class="list" aria-label="Checks">
      {list.checks.map((check) => (
        <li key={check.word}>
          <Check check={check} />
        </li>
      ))}
    </ul>
  );
}

// The report sheet holds every point; here the first ones show where to begin.
const drawn = 20;

function Check({ check: { title, points } }: { readonly check: CloseCheck }): JSX.Element {
  const isDone = points.length === 0;
  return (
    <div class="check">
      <p>
        <span class={isDone ? "mark done" : "mark error"} role="img" aria-label={isDone ? "Done" : "Open"}>
          {isDone ? "✓" : "✕"}
        </span>{" "}
        <b>{title}</b>
      </p>
      {points.slice(0, drawn).map((point, index) => (
        <Point key={index} point={point} />
      ))}
      {points.length > drawn && <p>And {counted(points.length - drawn, "more")}: write the checklist to see all.</p>}
    </div>
  );
}

function Point({ point: { sentence, cell } }: { readonly point: ClosePoint }): JSX.Element {
  return (
    <div class="problem">
      <p class="problem-words">{sentence}</p>
      {cell !== undefined && (
        <Button small name={`Show cell: ${sentence}`} onPress={() => show(cell)}>
          Show cell
        </Button>
      )}
    </div>
  );
}

function show({ table, row, column }: NonNullable<ClosePoint["cell"]>): void {
  const place = registerState.get().read?.places[table];
  if (table === "schedule") void showScheduleRow(row);
  else if (place !== undefined) void showCell(place, row, column);
}

function CloseFoot({ state }: { readonly state: ProofState }): JSX.Element {
  const { close, month, busy } = state;
  return (
    <Foot figures={busy ? "" : "Looks at the register, the sheet and the ledger. Nothing is changed."}>
      <Button
        appearance="primary"
        disabled={busy || !monthRange(month, month).from.ok}
        onPress={() => void checkClose()}
      >
        Check
      </Button>
      {close !== undefined && <Button onPress={() => void writeClose(close)}>Write checklist</Button>}
      <Button onPress={() => openProof("holdings")}>Back</Button>
    </Foot>
  );
}

import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useMemo } from "preact/hooks";
import { frequencies } from "../../src/engine";
import { counted, moneyIn, type MoneyStyle } from "../format/amounts";
import { groupProblems } from "../format/problem-groups";
import { Button } from "../parts/button";
import { Choice } from "../parts/choice";
import { Foot } from "../parts/foot";
import { MonthField } from "../parts/month-field";
import { Notice } from "../parts/notice";
import { ProblemList } from "../parts/problem-list";
import { Sentence } from "../parts/sentence";
import { useStore } from "../parts/use-store";
import { bookState } from "../state/book";
import type { Draft } from "../state/draft";
import { monthRange, type MonthRange } from "../state/months";
import { pane, showView } from "../state/pane";
import { chooseYearEnd, registerState } from "../state/register";
import {
  buildSheet,
  chooseFrequency,
  chooseMonths,
  draftMonths,
  frequencyWord,
  openSchedule,
  scheduleState,
  type ScheduleState,
} from "../state/schedule";
import { findingAddress, type ReadWorkbook } from "../state/understand";
import { showCell } from "../workbook/show";
import { problemText } from "../format/problem-text";
import { AssetTotals } from "./asset-totals";
import { BookChoice } from "./book-choice";
import { TermsDifferences } from "./terms-differences";
import { ValueCurve } from "./value-curve";
import type { View } from "./view";

export const scheduleView: View = { word: "schedule", label: "Schedule", Show: ScheduleView };

function ScheduleView(): JSX.Element {
  const { read } = useStore(registerState);
  const { book } = useStore(bookState);
  useEffect(() => {
    if (read !== undefined) void openSchedule(read);
  }, [read, book]);
  return read === undefined ? <NoRegister /> : <Choose read={read} />;
}

function NoRegister(): JSX.Element {
  return (
    <>
      <Sentence>A schedule is built from a register, and there is none yet.</Sentence>
      <Foot figures="">
        <Button appearance="primary" onPress={() => showView("register")}>
          Go to Register
        </Button>
      </Foot>
    </>
  );
}

function Choose({ read }: { readonly read: ReadWorkbook }): JSX.Element {
  const state = useStore(scheduleState);
  const { language } = useStore(pane);
  const style: MoneyStyle = { language, decimals: read.register.decimals };
  const range = useMemo(() => monthRange(state.from, state.to), [state.from, state.to]);
  const { draft, onSheet, frequency, answer } = state;
  // Before the browser paints, so that a short register never flickers.
  useLayoutEffect(() => void draftMonths(read, range), [read, range, onSheet, frequency, answer]);
  const summary = draft === undefined ? "" : summaryOf(draft, read, style);
  return (
    <>
      <Sentence busy={state.busy}>{state.done ?? stateOf(state, range, language)}</Sentence>
      {state.trouble !== undefined && <Notice intent="error">{state.trouble}</Notice>}
      <div class="pair">
        <MonthField
          label="From"
          value={state.from}
          onValue={(from) => chooseMonths({ from })}
          problem={problemText(range.from)}
        />
        <MonthField
          label="To"
          value={state.to}
          onValue={(to) => chooseMonths({ to })}
          problem={problemText(range.to)}
        />
      </div>
      <div class="pair">
        <RowsBy />
        <YearEnd yearEnd={read.settings.yearEnd} />
      </div>
      <BookChoice />
      {draft !== undefined && (
        <TermsDifferences
          differences={draft.differences}
          answer={answer?.change.word ?? ""}
          style={style}
          currency={read.register.currency}
        />
      )}
      {draft !== undefined && <DraftFindings draft={draft} read={read} language={language} />}
      <ValueCurve read={read} style={style} />
      {draft !== undefined && <AssetTotals draft={draft} read={read} style={style} />}
      <BuildFoot state={state} draft={draft} read={read} summary={summary} />
    </>
  );
}

const monthNames = Array.from({ length: 12 }, (_, month) => ({
  value: String(month + 1),
  label: new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" }).format(Date.UTC(2026, month)),
}));

/** Some methods charge by fiscal years, and so depend on where they end. */
function YearEnd({ yearEnd }: { readonly yearEnd: number }): JSX.Element {
  return (
    <Choice
      label="Fiscal year ends in"
      value={String(yearEnd)}
      options={monthNames}
      onChoice={(month) => {
        if (Number(month) !== yearEnd) void chooseYearEnd(Number(month));
      }}
    />
  );
}

const lengths = [...frequencies].reverse().map(({ word, label }) => ({ value: word, label }));

/** How long the period of a row is. */
function RowsBy(): JSX.Element {
  const word = frequencyWord();
  return (
    <Choice
      label="A row for each"
      value={word}
      options={lengths}
      onChoice={(chosen) => {
        if (chosen !== word) void chooseFrequency(chosen);
      }}
    />
  );
}

interface BuildFootProps {
  readonly state: ScheduleState;
  readonly draft: Draft | undefined;
  readonly read: ReadWorkbook;
  readonly summary: string;
}

function BuildFoot({ state, draft, read, summary }: BuildFootProps): JSX.Element {
  const lines = draft?.lines.length ?? 0;
  const isOpen = draft !== undefined && draft.differences.length > 0 && state.answer === undefined;
  return (
    <Foot figures={isOpen ? "Say first what the difference is." : <Figures state={state} summary={summary} />}>
      <Button
        appearance="primary"
        disabled={state.busy || draft === undefined || lines === 0 || isOpen}
        onPress={() => {
          if (draft !== undefined) void buildSheet(draft, read, summary);
        }}
      >
        {state.onSheet === undefined ? "Build schedule" : "Rebuild schedule"}
      </Button>
    </Foot>
  );
}

function Figures({ state, summary }: { readonly state: ScheduleState; readonly summary: string }): JSX.Element {
  const old = state.onSheet;
  return (
    <>
      {summary}
      {old !== undefined && old.lines.length > 0 && (
        <span class="figures-note">
          Replaces {counted(old.lines.length, "row")} on sheet {old.place.sheet}.
        </span>
      )}
    </>
  );
}

interface DraftFindingsProps {
  readonly draft: Draft;
  readonly read: ReadWorkbook;
  readonly language: string;
}

function DraftFindings({ draft, read, language }: DraftFindingsProps): JSX.Element {
  return (
    <ProblemList
      groups={groupProblems(draft.findings)}
      language={language}
      addressOf={(finding) => findingAddress(read, finding)}
      onShow={({ table, row, column }) => {
        const place = read.places[table];
        if (place !== undefined) void showCell(place, row, column);
      }}
    />
  );
}

function summaryOf({ lines, total }: Draft, { register }: ReadWorkbook, style: MoneyStyle): string {
  return `${counted(lines.length, "row", style.language)}, ${moneyIn(total, style, register.currency)}`;
}

function stateOf({ onSheet, draft }: ScheduleState, { from, to }: MonthRange, language: string): string {
  if (!from.ok || !to.ok) return "Choose the months to build.";
  if (draft === undefined) return "Working out the charges.";
  const assets = draft.byAsset.filter(({ rows }) => rows > 0).length;
  const charged = `${counted(assets, "asset", language)} of ${draft.byAsset.length} ${assets === 1 ? "has" : "have"} charges in these months`;
  const there = onSheet === undefined ? "no schedule is built yet" : "a schedule is there already";
  return `${charged}; ${there}.`;
}

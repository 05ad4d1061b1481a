import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { Finding } from "../../src/sheet";
import { counted } from "../format/amounts";
import { groupProblems, rowsConcerned } from "../format/problem-groups";
import { Button } from "../parts/button";
import { Foot } from "../parts/foot";
import { Notice } from "../parts/notice";
import { ProblemList } from "../parts/problem-list";
import { Sentence } from "../parts/sentence";
import { useStore } from "../parts/use-store";
import { pane } from "../state/pane";
import { insertNewRegister, lookForRegister, registerState, useSelection } from "../state/register";
import { findingAddress, type ReadWorkbook } from "../state/understand";
import { insideExcel } from "../workbook";
import { showCell } from "../workbook/show";
import { AssetList } from "./asset-list";
import type { View } from "./view";

export const registerView: View = { word: "register", label: "Register", Show: RegisterView };

function RegisterView(): JSX.Element {
  const { busy, trouble, read, looked } = useStore(registerState);
  useEffect(() => {
    // People mend cells and come back: what is shown is read again each time the view opens.
    if (insideExcel()) void lookForRegister();
  }, []);
  if (!insideExcel()) return <Outside />;
  if (read !== undefined) return <Read read={read} busy={busy} trouble={trouble} />;
  return looked && !busy ? <Absent trouble={trouble} /> : <Sentence busy>Reading the workbook.</Sentence>;
}

function Outside(): JSX.Element {
  return (
    <>
      <Sentence>This pane is not inside Excel.</Sentence>
      <p>Open it from the DEPR group on Excel&rsquo;s Home tab. Connections can be set up here all the same.</p>
    </>
  );
}

function Absent({ trouble }: { readonly trouble: string | undefined }): JSX.Element {
  return (
    <>
      <Sentence>No register in this workbook.</Sentence>
      {trouble !== undefined && <Notice intent="error">{trouble}</Notice>}
      <p>
        A register is a table of your assets: what they cost, since when they are in service, and how long they last.
        Insert one, or use the table you have selected.
      </p>
      <Foot figures="Adds a sheet with one example asset.">
        <Button appearance="primary" onPress={() => void insertNewRegister()}>
          Insert register
        </Button>
        <Button onPress={() => void useSelection()}>Use selection</Button>
      </Foot>
    </>
  );
}

interface ReadProps {
  readonly read: ReadWorkbook;
  readonly busy: boolean;
  readonly trouble: string | undefined;
}

function Read({ read, busy, trouble }: ReadProps): JSX.Element {
  const { language } = useStore(pane);
  const { register, findings } = read;
  return (
    <>
      <Sentence busy={busy}>{stateOf(read, language)}</Sentence>
      {trouble !== undefined && <Notice intent="error">{trouble}</Notice>}
      <ProblemList
        groups={groupProblems(findings)}
        language={language}
        addressOf={(finding) => findingAddress(read, finding)}
        onShow={(finding) => void show(read, finding)}
      />
      <AssetList assets={register.assets} register={register} />
      <Foot figures={rowsRead(read, language)}>
        <Button appearance="primary" disabled={busy} onPress={() => void lookForRegister()}>
          Check again
        </Button>
      </Foot>
    </>
  );
}

function stateOf({ register, findings }: ReadWorkbook, language: string): string {
  const assets = counted(register.assets.length, "asset", language);
  const rows = rowsConcerned(findings);
  if (rows === 0) return `${assets}, nothing wrong.`;
  return `${assets}, ${counted(rows, "row", language)} ${rows === 1 ? "needs" : "need"} attention.`;
}

function rowsRead({ places, register }: ReadWorkbook, language: string): string {
  const where = places.register === undefined ? "" : ` on sheet ${places.register.sheet}`;
  return `${counted(register.rowCount, "row", language)}${where}`;
}

async function show({ places }: ReadWorkbook, { table, row, column }: Finding): Promise<void> {
  const place = places[table];
  if (place === undefined) return;
  const shown = await showCell(place, row, column);
  if (!shown.ok) registerState.set({ trouble: shown.problem.sentence });
}

import { render, type JSX } from "preact";
import "./parts/fluent";
import { prepareTabKey } from "./tab-key";
import { useStore } from "./parts/use-store";
import { openBook } from "./state/book";
import { openConnections } from "./state/connections";
import { pane, showView, watchSurroundings } from "./state/pane";
import "./styles/pane.css";
import "./styles/lists.css";
import "./styles/problems.css";
import "./styles/proof.css";
import { followTheme } from "./theme";
import { views } from "./views";
import { Connections } from "./views/connections";
import { TopLine } from "./views/top-line";

export { insertRegisterCommand, postScheduleCommand } from "./commands";

/** Shows the pane inside `root`. */
export function mount(root: HTMLElement): void {
  followTheme();
  watchSurroundings();
  openConnections();
  openBook();
  prepareTabKey();
  render(<Pane />, root);
}

function Pane(): JSX.Element {
  const { connecting } = useStore(pane);
  return (
    <div class="pane">
      <TopLine />
      {connecting ? (
        <main class="panel" data-scrolls tabIndex={0}>
          <Connections />
        </main>
      ) : (
        <Tabs />
      )}
    </div>
  );
}

function Tabs(): JSX.Element {
  const { view: word } = useStore(pane);
  const view = views.find((candidate) => candidate.word === word) ?? views[0];
  return (
    <>
      <fluent-tablist
        role="tablist"
        activeid={`tab-${word}`}
        aria-label="Views"
        onChange={(event) => showView(event.currentTarget.activeid.replace("tab-", ""))}
      >
        {views.map((one) => (
          <fluent-tab key={one.word} id={`tab-${one.word}`}>
            {one.label}
          </fluent-tab>
        ))}
      </fluent-tablist>
      <main class="frame">
        <div class="panel" data-scrolls role="tabpanel" aria-labelledby={`tab-${word}`} tabIndex={0}>
          {view !== undefined && <view.Show key={view.word} />}
        </div>
      </main>
    </>
  );
}

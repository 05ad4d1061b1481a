import type { JSX } from "preact";
import { connectorOf } from "../../src/connectors";
import { standingWord } from "../format/standing-word";
import { useStore } from "../parts/use-store";
import { activeProfile, connections, editProfile, hasToken, standingOf, type Standing } from "../state/connections";
import { pane, showConnections } from "../state/pane";

/** The connection as a chip: name, system and state as word and dot. A click opens the connections. */
export function TopLine(): JSX.Element {
  const state = useStore(connections);
  const { online, connecting } = useStore(pane);
  const profile = activeProfile(state);
  if (connecting) return <BackLine editing={state.editingId !== ""} />;
  const isReady = profile !== undefined && hasToken(state, profile);
  const standing = standingOf(state, profile?.id ?? "");
  const word = online ? standingWord(standing, isReady) : "Offline";
  return (
    <header class="top">
      <button type="button" class="chip" onClick={showConnections}>
        <span class="unseen">Connections:</span>
        <span class={`dot ${dotOf(standing, isReady, online)}`} aria-hidden="true" />
        {profile === undefined ? (
          <span class="chip-name">Not connected</span>
        ) : (
          <>
            <span class="chip-name">{profile.name}</span>
            <span class="chip-word">
              {connectorOf(profile)?.label ?? profile.system} · {word}
            </span>
          </>
        )}
      </button>
    </header>
  );
}

/** The way back: from a form to the connections, from there to the views. */
function BackLine({ editing }: { readonly editing: boolean }): JSX.Element {
  const back = (): void => (editing ? editProfile("") : pane.set({ connecting: false }));
  return (
    <header class="top">
      <button type="button" class="chip" onClick={back}>
        <span aria-hidden="true">‹</span>
        <span class="chip-name">{editing ? "All connections" : "Back to the workbook"}</span>
      </button>
      <h1 class="top-title">{editing ? "Connection" : "Connections"}</h1>
    </header>
  );
}

function dotOf(standing: Standing, isReady: boolean, online: boolean): string {
  if (!isReady || !online) return "off";
  return standing.state === "bad" ? "bad" : standing.state === "good" ? "good" : "idle";
}

import type { JSX } from "preact";
import { connectorOf } from "../../src/connectors";
import type { Profile } from "../profiles/profile";
import { Button } from "../parts/button";
import { Foot } from "../parts/foot";
import { Sentence } from "../parts/sentence";
import { useStore } from "../parts/use-store";
import {
  activeProfile,
  addProfile,
  connections,
  disconnect,
  editProfile,
  hasToken,
  standingOf,
  useProfile,
  type ConnectionsState,
} from "../state/connections";
import { standingWord } from "../format/standing-word";
import { ConnectionForm } from "./connection-form";

/** The connections, in front of the views: which there are, which is in use, and the form of one. */
export function Connections(): JSX.Element {
  const state = useStore(connections);
  const edited = state.profiles.find(({ id }) => id === state.editingId);
  return edited === undefined ? <Profiles state={state} /> : <ConnectionForm key={edited.id} profile={edited} />;
}

function Profiles({ state }: { readonly state: ConnectionsState }): JSX.Element {
  const active = activeProfile(state);
  return (
    <>
      <Sentence>{active === undefined ? "Not connected." : `Connected to ${active.name}.`}</Sentence>
      {state.profiles.length === 0 && (
        <p>A connection is the address of a ledger, your business there, and a token. Add one to post to it.</p>
      )}
      <ul class="list cards" aria-label="Connections">
        {state.profiles.map((profile) => (
          <li class="card" key={profile.id}>
            <Card profile={profile} state={state} />
          </li>
        ))}
      </ul>
      <Foot figures="Tokens stay on this computer, never in the workbook.">
        <Button appearance="primary" onPress={addProfile}>
          Add connection
        </Button>
        {active !== undefined && <Button onPress={disconnect}>Disconnect</Button>}
      </Foot>
    </>
  );
}

function Card({ profile, state }: { readonly profile: Profile; readonly state: ConnectionsState }): JSX.Element {
  const isActive = profile.id === state.activeId;
  const isReady = hasToken(state, profile);
  const system = connectorOf(profile)?.label ?? profile.system;
  return (
    <>
      <div class="card-words">
        <span class="row-title">{profile.name}</span>
        <span class="row-note">
          {system} · {profile.baseUrl === "" ? "no address yet" : profile.baseUrl}
        </span>
        <span class="row-note">
          {isActive ? "In use · " : ""}
          {standingWord(standingOf(state, profile.id), isReady)}
        </span>
      </div>
      <div class="card-buttons">
        {!isActive && isReady && (
          <Button small onPress={() => useProfile(profile.id)} name={`Use ${profile.name}`}>
            Use
          </Button>
        )}
        <Button small onPress={() => editProfile(profile.id)} name={`Edit ${profile.name}`}>
          Edit
        </Button>
      </div>
    </>
  );
}

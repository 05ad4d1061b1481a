import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { connectorOf, connectors, type Setting } from "../../src/connectors";
import { Button } from "../parts/button";
import { Choice } from "../parts/choice";
import { Foot } from "../parts/foot";
import { Notice } from "../parts/notice";
import { Sentence } from "../parts/sentence";
import { TextField } from "../parts/text-field";
import { Tick } from "../parts/tick";
import { useStore } from "../parts/use-store";
import type { Profile } from "../profiles/profile";
import {
  changeProfile,
  changeToken,
  connect,
  connections,
  removeProfile,
  standingOf,
  testProfile,
  type Standing,
} from "../state/connections";

/** The form of one connection. What is typed is kept at once; a test says which part of it is wrong. */
export function ConnectionForm({ profile }: { readonly profile: Profile }): JSX.Element {
  const state = useStore(connections);
  const { id } = profile;
  const standing = standingOf(state, id);
  const connector = connectorOf(profile);
  // A problem of one setting stands at its field; the others, such as the network's, stand above the form.
  const fields = (connector?.settings ?? []).map(({ key }): string | undefined => key);
  return (
    <>
      <Sentence busy={standing.state === "testing"}>{stateOf(profile, standing)}</Sentence>
      {standing.state === "good" && <Notice intent="success">{standing.sentence}</Notice>}
      {standing.state === "bad" && !fields.includes(standing.field) && (
        <Notice intent="error">{standing.sentence}</Notice>
      )}
      <form class="form" onSubmit={(event) => event.preventDefault()}>
        <TextField label="Name" value={profile.name} onValue={(name) => changeProfile(id, { name })} />
        <Choice
          label="System"
          value={profile.system}
          options={connectors.map(({ word, label }) => ({ value: word, label }))}
          onChoice={(system) => changeProfile(id, { system })}
        />
        {connector?.settings.map((setting) => (
          <SettingField key={setting.key} setting={setting} profile={profile} standing={standing} />
        ))}
        <Tick
          label="Remember the token on this computer"
          ticked={profile.remember}
          onTick={(remember) => changeProfile(id, { remember })}
        />
        <RemoveConnection profile={profile} />
      </form>
      <FormFoot id={id} busy={standing.state === "testing"} />
    </>
  );
}

/** Asks once more before the settings and the token are gone. */
function RemoveConnection({ profile: { id, name } }: { readonly profile: Profile }): JSX.Element {
  const [asks, setAsks] = useState(false);
  return asks ? (
    <div role="group" aria-label={`Remove ${name}?`}>
      <p>Remove {name}? Its settings and its token are deleted. What was posted stays in the ledger.</p>
      <Button small onPress={() => removeProfile(id)}>
        Remove
      </Button>
      <Button small appearance="subtle" onPress={() => setAsks(false)}>
        Keep
      </Button>
    </div>
  ) : (
    <div>
      <Button small appearance="subtle" onPress={() => setAsks(true)}>
        Remove this connection
      </Button>
    </div>
  );
}

function FormFoot({ id, busy }: { readonly id: string; readonly busy: boolean }): JSX.Element {
  return (
    <Foot figures="Connect tests first, then uses this ledger.">
      <Button appearance="primary" disabled={busy} onPress={() => void connect(id)}>
        Connect
      </Button>
      <Button disabled={busy} onPress={() => void testProfile(id)}>
        Test
      </Button>
    </Foot>
  );
}

interface SettingFieldProps {
  readonly setting: Setting;
  readonly profile: Profile;
  readonly standing: Standing;
}

function SettingField({ setting, profile, standing }: SettingFieldProps): JSX.Element {
  const token = useStore(connections).tokens[profile.id] ?? "";
  const { key, label, hint, example, secret, required, choices } = setting;
  const wrong = standing.state === "bad" && standing.field === key;
  const value = key === "token" ? token : (profile[key] ?? "");
  const change = (next: string): void =>
    key === "token" ? changeToken(profile.id, next) : changeProfile(profile.id, { [key]: next });
  if (choices !== undefined) {
    const chosen = choices.find((choice) => choice.value === value) ?? choices[0];
    return <Choice label={label} value={chosen.value} options={choices} onChoice={change} hint={hint} />;
  }
  return (
    <TextField
      label={required ? label : `${label} (optional)`}
      value={value}
      onValue={change}
      hint={hint}
      problem={wrong ? standing.sentence : undefined}
      focusWhenWrong
      example={example}
      secret={secret}
    />
  );
}

function stateOf({ name }: Profile, standing: Standing): string {
  switch (standing.state) {
    case "untested":
      return `Settings of ${name}.`;
    case "testing":
      return `Testing ${name}.`;
    case "good":
      return `${name} answers.`;
    case "bad":
      return `${name} cannot be used as it is.`;
  }
}

import type { ComponentChildren, JSX } from "preact";
import { Button } from "../parts/button";
import { Foot } from "../parts/foot";
import { Sentence } from "../parts/sentence";
import { useStore } from "../parts/use-store";
import { activeConnection, connections } from "../state/connections";
import { pane } from "../state/pane";

interface WhenOnlineProps {
  /** Whether they tell of something that is being sent or was sent: then they are shown without the network as well. */
  readonly tells: boolean;
  readonly children: ComponentChildren;
}

/** What needs the network to begin; without it, the sentence that it waits. */
export function WhenOnline({ tells, children }: WhenOnlineProps): JSX.Element {
  const { online } = useStore(pane);
  const name = activeConnection(useStore(connections))?.connection.name ?? "";
  return online || tells ? <>{children}</> : <Offline name={name} />;
}

function Offline({ name }: { readonly name: string }): JSX.Element {
  return (
    <>
      <Sentence>Offline. Posting to {name} waits until the network is back.</Sentence>
      <p>
        Nothing is sent meanwhile, and nothing is begun by itself afterwards. Formulas, register and schedule go on.
      </p>
      <Foot figures="Waiting for the network.">
        <Button appearance="primary" disabled onPress={() => undefined}>
          Preview
        </Button>
      </Foot>
    </>
  );
}

import type { ComponentType, JSX } from "preact";
import type { Connector } from "../../src/connectors";
import { Button } from "../parts/button";
import { Foot } from "../parts/foot";
import { lazily } from "../parts/lazily";
import { Sentence } from "../parts/sentence";
import { useStore } from "../parts/use-store";
import { activeConnection, connections } from "../state/connections";
import { showConnections } from "../state/pane";
import type { View } from "./view";

export const postView: View = { word: "post", label: "Post", Show: PostView };

interface Verb {
  readonly offeredBy: (connector: Connector) => boolean;
  readonly Show: ComponentType;
}

/** What a ledger system can be asked to do. What the connected one does not offer is neither shown nor loaded. */
const verbs: readonly Verb[] = [
  {
    offeredBy: ({ post }) => post !== undefined,
    Show: lazily(async () => (await import(/* webpackChunkName: "post" */ "./post-rows")).PostRows),
  },
  {
    offeredBy: ({ run }) => run !== undefined,
    Show: lazily(async () => (await import(/* webpackChunkName: "run" */ "./run-month")).RunMonth),
  },
  {
    offeredBy: ({ rules }) => rules !== undefined,
    Show: lazily(async () => (await import(/* webpackChunkName: "rules" */ "./rules")).Rules),
  },
  {
    offeredBy: ({ purchases }) => purchases !== undefined,
    Show: lazily(async () => (await import(/* webpackChunkName: "purchases" */ "./purchases")).Purchases),
  },
  {
    offeredBy: ({ secondOpinion }) => secondOpinion !== undefined,
    Show: lazily(async () => (await import(/* webpackChunkName: "second-opinion" */ "./second-opinion")).SecondOpinion),
  },
];

function PostView(): JSX.Element {
  const active = activeConnection(useStore(connections));
  if (active === undefined) return <NotConnected />;
  return (
    <>
      {verbs
        .filter(({ offeredBy }) => offeredBy(active.connector))
        .map(({ Show }, index) => (
          <Show key={index} />
        ))}
    </>
  );
}

function NotConnected(): JSX.Element {
  return (
    <>
      <Sentence>Not connected. Choose a ledger to post to.</Sentence>
      <p>Formulas, register and schedule work without one.</p>
      <Foot figures="">
        <Button appearance="primary" onPress={showConnections}>
          Choose a ledger
        </Button>
      </Foot>
    </>
  );
}

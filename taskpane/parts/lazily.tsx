import type { ComponentType, JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Notice } from "./notice";
import { Sentence } from "./sentence";

/** A part of the pane that is loaded when it is first shown, for most people never see it. */
export function lazily(load: () => Promise<ComponentType>): ComponentType {
  let loaded: ComponentType | undefined;
  return function Later(): JSX.Element {
    const [Part, setPart] = useState(() => loaded);
    const [failed, setFailed] = useState(false);
    useEffect(() => {
      if (Part !== undefined) return;
      void load().then(
        (part) => {
          loaded = part;
          setPart(() => part);
        },
        () => setFailed(true),
      );
    }, [Part]);
    if (Part !== undefined) return <Part />;
    if (!failed) return <Sentence busy>Opening.</Sentence>;
    return (
      <Notice intent="error">This part of the pane could not be loaded. Check the network, then reopen it.</Notice>
    );
  };
}

import { useEffect, useState } from "preact/hooks";
import type { Store } from "../store";

/** The state of a store, drawn anew whenever it changes. */
export function useStore<State extends object>(store: Store<State>): State {
  const [state, setState] = useState(store.get);
  useEffect(() => {
    const refresh = (): void => setState(store.get());
    // A change between the first drawing and this subscription must not be missed.
    refresh();
    return store.subscribe(refresh);
  }, [store]);
  return state;
}

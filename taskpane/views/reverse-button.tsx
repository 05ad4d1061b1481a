import type { JSX } from "preact";
import { counted } from "../format/amounts";
import { Button } from "../parts/button";
import { useStore } from "../parts/use-store";
import { activeConnection, connections } from "../state/connections";
import { askReversal } from "../state/reverse";

interface ReverseButtonProps {
  /** The rows' keys. */
  readonly keys: ReadonlySet<string>;
  readonly language: string;
  readonly small?: boolean;
}

/** Offers to reverse rows that the ledger holds; nothing where there are none, or the ledger takes nothing back. */
export function ReverseButton({ keys, language, small = false }: ReverseButtonProps): JSX.Element | null {
  const active = activeConnection(useStore(connections));
  if (keys.size === 0 || active?.connector.post?.reverse === undefined) return null;
  return (
    <Button small={small} onPress={() => void askReversal(keys)}>
      Reverse {counted(keys.size, "row", language)}
    </Button>
  );
}

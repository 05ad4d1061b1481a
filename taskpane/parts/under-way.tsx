import type { ComponentChildren, JSX } from "preact";
import type { ProgressFigures } from "../format/progress";
import { Button } from "./button";
import { Foot } from "./foot";
import { Progress } from "./progress";
import { Sentence } from "./sentence";

interface UnderWayProps {
  /** The one sentence, such as "Posting to the ledger." */
  readonly doing: string;
  /** What the bar counts. */
  readonly label: string;
  readonly step: { readonly progress: ProgressFigures; readonly cancelling: boolean };
  readonly language: string;
  readonly figures: string;
  readonly onCancel: () => void;
  readonly children?: ComponentChildren;
}

/** Rows that are being sent, how far that is, and the way to stop it. */
export function UnderWay({ doing, label, step, language, figures, onCancel, children }: UnderWayProps): JSX.Element {
  const { progress, cancelling } = step;
  return (
    <>
      <Sentence>{cancelling ? "Cancelling: what is on its way may still arrive." : doing}</Sentence>
      <Progress label={label} progress={progress} language={language} />
      {children}
      <Foot figures={figures}>
        <Button disabled={cancelling} onPress={onCancel}>
          Cancel
        </Button>
      </Foot>
    </>
  );
}

import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Button } from "./button";
import { Foot } from "./foot";

interface ConfirmProps {
  readonly question: string;
  /** What will happen, with count, total and target. */
  readonly children: ComponentChildren;
  readonly figures: string;
  readonly yes: string;
  readonly onYes: () => void;
  readonly onBack: () => void;
}

/** The one question before anything is sent. It takes the focus, so that it is read out and one key answers it. */
export function Confirm({ question, children, figures, yes, onYes, onBack }: ConfirmProps): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="confirm" aria-labelledby="confirm-question">
      <h2 id="confirm-question" tabIndex={0} ref={heading}>
        {question}
      </h2>
      {children}
      <Foot figures={figures}>
        <Button appearance="primary" onPress={onYes}>
          {yes}
        </Button>
        <Button onPress={onBack}>Back</Button>
      </Foot>
    </section>
  );
}

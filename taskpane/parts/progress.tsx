import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { progressText, type ProgressFigures } from "../format/progress";

interface ProgressProps {
  readonly label: string;
  readonly progress: ProgressFigures;
  readonly language: string;
}

/** A determinate bar with its figures; read out every few seconds, because every row would be too much to hear. */
export function Progress({ label, progress, language }: ProgressProps): JSX.Element {
  const text = progressText(progress, language);
  return (
    <div class="progress">
      <div class="progress-words">{label}</div>
      <fluent-progress-bar
        role="progressbar"
        value={progress.done}
        max={Math.max(1, progress.total)}
        aria-label={label}
        aria-valuenow={progress.done}
        aria-valuemax={progress.total}
      />
      <div class="progress-words" aria-hidden="true">
        {text}
      </div>
      <Spoken text={text} />
    </div>
  );
}

const spokenEveryMs = 5000;

function Spoken({ text }: { readonly text: string }): JSX.Element {
  const latest = useRef(text);
  latest.current = text;
  const [spoken, setSpoken] = useState(text);
  useEffect(() => {
    const timer = setInterval(() => setSpoken(latest.current), spokenEveryMs);
    return () => clearInterval(timer);
  }, []);
  return (
    <span class="unseen" role="status">
      {spoken}
    </span>
  );
}

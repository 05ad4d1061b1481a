import type { ComponentChildren, JSX } from "preact";

export type Intent = "info" | "success" | "warning" | "error";

const words: Record<Intent, string> = { info: "Note", success: "Done", warning: "Attention", error: "Problem" };

interface NoticeProps {
  readonly intent: Intent;
  readonly children: ComponentChildren;
}

/** A sentence that stands out, with a word so that colour is never alone. */
export function Notice({ intent, children }: NoticeProps): JSX.Element {
  return (
    <div role={intent === "error" ? "alert" : "status"}>
      <fluent-message-bar intent={intent}>
        <span class="notice">
          <strong>{words[intent]}:</strong> {children}
        </span>
      </fluent-message-bar>
    </div>
  );
}

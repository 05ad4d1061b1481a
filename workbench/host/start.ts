import { windowName } from "./app-context";
import type { DocumentSettings } from "./document-settings";
import { createDocumentSettings } from "./document-settings";
import type { Grid } from "./grid";
import { createObjectEvents, visibilityLine } from "./object-events";
import { createReferences } from "./references";
import { startTransport, type Wire } from "./transport";
import type { PaneSwitch } from "./world";

/** What an add-in's page and its host agree on before they talk. */
export interface Conversation {
  readonly id: string;
  /** The host page's address: https, on the add-in's own host name. */
  readonly hostUrl: string;
  /** The user's language, such as "en-US". */
  readonly locale: string;
  /** What the add-in's window must be called before office.js loads in it. */
  readonly windowName: string;
}

/** Begins a conversation. The add-in's page may load at once; it waits until its host answers. */
export function beginConversation(hostUrl: string, locale = "en-US"): Conversation {
  // The client keeps settings by conversation and believes its own copy, so every load is a conversation of its own.
  const id = `depr-${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  return { id, hostUrl, locale, windowName: windowName(id, hostUrl, locale) };
}

export interface HostOptions {
  readonly grid: Grid;
  readonly wire: Wire;
  readonly conversation: Conversation;
  readonly settings?: DocumentSettings;
  readonly pane?: PaneSwitch;
}

/** The host of one add-in. */
export interface Host {
  readonly settings: DocumentSettings;
  /** Runs the function of a ribbon button and resolves when the add-in says that it is done. */
  runCommand(controlId: string, functionName: string): Promise<void>;
  /** Resolves when the add-in can take ribbon commands. */
  readonly ready: Promise<void>;
}

const noPane: PaneSwitch = {
  show: () => undefined,
  hide: () => undefined,
  isShown: () => true,
  listen: () => undefined,
};

/** Starts a host of office.js over a grid. */
export function startHost({ grid, wire, conversation, pane = noPane, ...options }: HostOptions): Host {
  const settings = options.settings ?? createDocumentSettings();
  const events = createObjectEvents(grid);
  const world = { grid, settings, events, references: createReferences(), pane };
  const transport = startTransport({ world, wire, conversation });
  grid.listen((event) => {
    const lines = events.linesFor(event);
    if (lines.length > 0) transport.fire("richApiMessage", { ArrayData: lines });
    if (event.kind === "selected") transport.fire("documentSelectionChanged", {});
  });
  pane.listen((isShown) => {
    transport.fire("richApiMessage", { ArrayData: [visibilityLine(isShown)] });
  });
  return {
    settings,
    ready: transport.registered("appCommandInvoked"),
    runCommand: commandRunner(transport),
  };
}

function commandRunner(transport: ReturnType<typeof startTransport>): Host["runCommand"] {
  const waiting = new Map<string, () => void>();
  let next = 1;
  transport.onCommandCompleted((id) => {
    waiting.get(id)?.();
    waiting.delete(id);
  });
  return async (controlId, functionName) => {
    const id = `command-${next++}`;
    const completed = new Promise<void>((resolve) => waiting.set(id, resolve));
    const event = JSON.stringify({ source: { id: controlId } });
    if (!transport.fire("appCommandInvoked", [id, functionName, event])) {
      throw new Error("The add-in is not ready for ribbon commands yet.");
    }
    return completed;
  };
}

import type { Implementation } from "../functions/call";
import type { Wire } from "../host/transport";

/** The add-in's own page in its frame: the pane people see, and the runtime its functions live in. */
export interface AddInFrame {
  readonly element: HTMLIFrameElement;
  readonly wire: Wire;
  /** The function associated with an id, or undefined while the add-in is not there. */
  implementation(id: string): Implementation | undefined;
}

interface AddInWindow extends Window {
  readonly CustomFunctions?: {
    readonly _association?: { readonly mappings?: Readonly<Record<string, Implementation>> };
  };
}

/** Makes the frame, which loads as soon as it is on the page. The window's name tells office.js which host it is in. */
export function createAddInFrame(windowName: string): AddInFrame {
  const element = document.createElement("iframe");
  element.title = "DEPR task pane";
  // A window gets its name when its frame comes onto the page, and never again.
  element.name = windowName;
  element.src = "/taskpane.html";
  element.setAttribute("sandbox", "allow-scripts allow-same-origin allow-forms allow-popups allow-downloads");
  const window_ = (): AddInWindow | null => element.contentWindow;
  return {
    element,
    wire: wireTo(element),
    implementation: (id) => window_()?.CustomFunctions?._association?.mappings?.[id.toUpperCase()],
  };
}

/** The wire to a frame of our own origin. What comes before anybody listens is kept for whoever listens first. */
function wireTo(element: HTMLIFrameElement): Wire {
  const early: unknown[] = [];
  let hear: (message: unknown) => void = (message) => void early.push(message);
  addEventListener("message", ({ source, origin, data }: MessageEvent<unknown>) => {
    if (source === element.contentWindow && origin === location.origin) hear(data);
  });
  return {
    send: (text) => element.contentWindow?.postMessage(text, location.origin),
    receive: (listener) => {
      hear = listener;
      early.splice(0).forEach(listener);
    },
  };
}

/** Resolves when the add-in has associated all of these ids; rejects with a sentence when it has not after a while. */
export async function functionsReady(frame: AddInFrame, ids: readonly string[], milliseconds: number): Promise<void> {
  const end = performance.now() + milliseconds;
  for (;;) {
    const missing = ids.find((id) => frame.implementation(id) === undefined);
    if (missing === undefined) return;
    if (performance.now() > end) throw new Error(`The add-in did not register ${missing}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

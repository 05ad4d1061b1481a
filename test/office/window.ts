import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { JSDOM, ResourceLoader } from "jsdom";
import type { DOMWindow } from "jsdom";
import type { Wire } from "../../workbench/host/transport";

/** The address of the page that both host and add-in are on. */
export const hostUrl = "https://localhost/";

const folder = join(dirname(require.resolve("@microsoft/office-js/package.json")), "dist");

/** Hands out the unmodified files of the npm package under /office-js/, and nothing else. */
class OfficeJsFiles extends ResourceLoader {
  override fetch(url: string): ReturnType<ResourceLoader["fetch"]> {
    const path = new URL(url).pathname;
    if (!path.startsWith("/office-js/")) return null;
    const file = Promise.resolve(readFileSync(join(folder, path.slice("/office-js/".length))));
    return Object.assign(file, { abort: () => undefined });
  }
}

/** A page as an add-in's own, before office.js is on it. */
export function openWindow(): DOMWindow {
  const { window } = new JSDOM("<!doctype html><html><head></head><body></body></html>", {
    url: `${hostUrl}taskpane.html`,
    runScripts: "dangerously",
    resources: new OfficeJsFiles(),
    pretendToBeVisual: true,
  });
  // What a browser reports; jsdom does not have it.
  Object.defineProperty(window.document, "domain", { value: window.location.hostname });
  return window;
}

/**
 * The wire to a window that is its own parent: what office.js posts to its parent goes to the host, and the host's
 * answers arrive as messages from the host's address.
 */
export function wireTo(window: DOMWindow): Wire {
  const listeners: ((message: unknown) => void)[] = [];
  Object.defineProperty(window, "postMessage", {
    value: (message: unknown) => listeners.forEach((listener) => listener(message)),
  });
  return {
    receive: (listener) => void listeners.push(listener),
    send: (data) => {
      const message = new window.MessageEvent("message", {
        data,
        origin: new URL(hostUrl).origin,
        source: window as never,
      });
      window.dispatchEvent(message);
    },
  };
}

/** Puts office.js on the page, as a plain script of the page does. */
export async function loadOfficeJs(window: DOMWindow): Promise<void> {
  const script = window.document.createElement("script");
  script.src = `${hostUrl}office-js/office.js`;
  const loaded = new Promise<void>((resolve, reject) => {
    script.onload = () => resolve();
    script.onerror = () => reject(new Error("office.js could not be loaded."));
  });
  window.document.head.append(script);
  await loaded;
}

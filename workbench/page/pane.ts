import type { PaneSwitch } from "../host/world";
import { element } from "./element";

const narrowest = 320;
const widest = 480;
const step = 16;

/** Docks the add-in's frame beside the grid: it can be closed, opened again, and made wider. */
export function dockPane(frame: HTMLIFrameElement): PaneSwitch {
  const pane = element("pane");
  const divider = element("divider");
  pane.append(frame);
  const listeners: ((isShown: boolean) => void)[] = [];
  const isShown = (): boolean => !pane.hasAttribute("data-closed");
  const show = (wanted: boolean): void => {
    if (wanted === isShown()) return;
    pane.toggleAttribute("data-closed", !wanted);
    pane.inert = !wanted;
    divider.hidden = !wanted;
    listeners.forEach((listener) => listener(wanted));
  };
  element("close-pane").addEventListener("click", () => show(false));
  makeResizable(divider, frame);
  return {
    show: () => show(true),
    hide: () => show(false),
    isShown,
    listen: (listener) => void listeners.push(listener),
  };
}

function makeResizable(divider: HTMLElement, frame: HTMLIFrameElement): void {
  let width = narrowest;
  const set = (wanted: number): void => {
    width = Math.min(widest, Math.max(narrowest, Math.round(wanted)));
    document.documentElement.style.setProperty("--pane", `${width}px`);
    divider.setAttribute("aria-valuenow", String(width));
  };
  divider.setAttribute("aria-valuemin", String(narrowest));
  divider.setAttribute("aria-valuemax", String(widest));
  set(narrowest);
  divider.addEventListener("pointerdown", ({ pointerId }) => {
    divider.setPointerCapture(pointerId);
    // A frame swallows the pointer as soon as it is over it.
    frame.style.pointerEvents = "none";
  });
  divider.addEventListener("pointermove", ({ pointerId, clientX }) => {
    if (divider.hasPointerCapture(pointerId)) set(innerWidth - clientX);
  });
  divider.addEventListener("lostpointercapture", () => {
    frame.style.pointerEvents = "";
  });
  divider.addEventListener("keydown", ({ key }) => {
    if (key === "ArrowLeft") set(width + step);
    if (key === "ArrowRight") set(width - step);
  });
}

import type { Frame, Locator } from "playwright-core";
import type { OpenWorkbench } from "./open";

/** The task pane of a workbench, as a person uses it. */
export interface PaneFrame {
  readonly frame: Frame;
  /** The sentence at the top of the view. */
  readonly sentence: Locator;
  button(name: string | RegExp): Locator;
  field(label: string): Locator;
  goTo(view: "Register" | "Schedule" | "Post" | "Ledger"): Promise<void>;
  /** Opens the form of a connection. */
  editConnection(name: string): Promise<void>;
  /** Connects to a ledger of the list with a token and waits until it is tested. */
  connect(name: string, token: string): Promise<void>;
}

export function paneOf({ page }: Pick<OpenWorkbench, "page">): PaneFrame {
  const frame = page.frames().find((candidate) => candidate.url().includes("/taskpane.html"));
  if (frame === undefined) throw new Error("The workbench shows no task pane.");
  const button = (name: string | RegExp): Locator => frame.getByRole("button", { name, exact: true });
  const field = (label: string): Locator => frame.getByLabel(label, { exact: true });
  const editConnection = async (name: string): Promise<void> => {
    await frame.locator(".chip").click();
    await button(`Edit ${name}`).click();
  };
  return {
    frame,
    sentence: frame.locator(".sentence"),
    button,
    field,
    editConnection,
    goTo: (view) => frame.getByRole("tab", { name: view }).click(),
    connect: async (name, token) => {
      await editConnection(name);
      await field("Token").fill(token);
      await button("Connect").click();
      await frame.getByText(/· Tested/).waitFor();
    },
  };
}

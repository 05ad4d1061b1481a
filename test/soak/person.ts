import type { Connection } from "../../src/connectors";
import { type Clock, type Journal, scopeOf } from "../../src/sync";
import type { Disk } from "./disk";
import { Life } from "./life";
import type { Network } from "./network";
import type { Workbook } from "./workbook";
import type { WorldTime } from "./world-time";

/** A page that is open: one life, with the journal that it opened. */
export interface Page {
  readonly life: Life;
  readonly journal: Journal;
  /** To the ledger, over this page's own line. */
  readonly connection: Connection;
  readonly clock: Clock;
  readonly random: () => number;
  /** Between the preview and the confirmation, and while a push runs. */
  readonly thinkMs: number;
  readonly signal: AbortSignal;
}

/** Carries out what the button of a page does, for one kind of ledger. */
export interface Desk {
  readonly word: string;
  /** Whether the ledger takes the sheet's amounts. */
  readonly takesAmounts: boolean;
  press(workbook: Workbook, page: Page): Promise<void>;
}

export interface PersonGiven {
  readonly connection: Connection;
  readonly disk: Disk;
  readonly workbook: Workbook;
  readonly desk: Desk;
  readonly time: WorldTime;
  readonly network: Network;
  /** How wrong the clock of this person's machine is, in milliseconds. */
  readonly skew: number;
  readonly random: () => number;
}

/** Somebody at a workbook, with a browser. */
export class Person {
  readonly connection: Connection;
  readonly workbook: Workbook;
  readonly disk: Disk;
  private page: { readonly life: Life; readonly journal: Journal } | undefined;

  constructor(private readonly given: PersonGiven) {
    this.connection = given.connection;
    this.workbook = given.workbook;
    this.disk = given.disk;
  }

  /** Presses the button, and waits until the push has ended or the page has died, whatever becomes of either. */
  async press({
    lastStep = Infinity,
    thinkMs = 0,
    cancelAfterMs,
    cancel = new AbortController(),
  }: Pressing = {}): Promise<Life> {
    const { time, desk } = this.given;
    const life = this.page?.life.isOver === false ? this.page.life : this.newLife(lastStep);
    if (cancelAfterMs !== undefined) time.after(cancelAfterMs, () => cancel.abort());
    const pressed = this.openIn(life).then((journal) =>
      desk.press(this.workbook, { ...this.surroundings(life), journal, thinkMs, signal: cancel.signal }),
    );
    await Promise.race([pressed, life.death]).catch((error: unknown) => {
      // The journal's database is gone from under an open page: the person opens the page again.
      if (!(error instanceof DOMException)) throw error;
      life.end();
    });
    return life;
  }

  /** The page is closed, whatever it is doing. */
  leave(): void {
    this.page?.life.end();
  }

  private surroundings(life: Life): Pick<Page, "life" | "connection" | "clock" | "random"> {
    const { time, network, skew, random } = this.given;
    const connection = { ...this.connection, line: network.lineOf(life) };
    return { life, connection, clock: life.clock(time.clock(skew)), random };
  }

  private newLife(lastStep: number): Life {
    this.page = undefined;
    return new Life(lastStep);
  }

  private async openIn(life: Life): Promise<Journal> {
    if (this.page?.life === life) return this.page.journal;
    const journal = await this.disk.open(scopeOf(this.connection), life);
    this.page = { life, journal };
    return journal;
  }
}

export interface Pressing {
  /** The step at which the page dies, for a page that is opened now. */
  readonly lastStep?: number;
  readonly thinkMs?: number;
  readonly cancelAfterMs?: number;
  readonly cancel?: AbortController;
}

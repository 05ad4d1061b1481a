import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { type Journal, type JournalRecord, openJournal } from "../../src/sync";
import { type Life, never } from "./life";
import type { WorldTime } from "./world-time";

/**
 * The storage of one browser, which outlives its pages. The journal in it is the real one, on an IndexedDB; what stands
 * between counts the steps of a life and does what can befall a disk.
 */
export class Disk {
  /** Nothing can be written any more until there is room again. */
  isFull = false;
  /** Settlings are kept in memory for a while, as a relaxed transaction may be, and are lost with the process. */
  isLazy = false;
  /** False takes out the line on which everything stands: nothing is written before a request leaves. */
  writesAhead = true;
  private browser = new IDBFactory();

  constructor(private readonly time: WorldTime) {}

  /** The user clears the site's data. A page that is open loses its journal. */
  async wipe(): Promise<void> {
    const old = this.browser;
    this.browser = new IDBFactory();
    await this.time.during(
      new Promise<void>((resolve) => {
        old.deleteDatabase("depr-journal").onsuccess = () => resolve();
      }),
    );
  }

  async open(scope: string, page: Life): Promise<Journal> {
    // The journal's database is found in the browser of the page that opens it.
    globalThis.indexedDB = this.browser;
    const journal = await page.lived(this.time.during(openJournal(scope)));
    page.mourn(() => journal.close());
    return this.watched(journal, page);
  }

  private watched(journal: Journal, page: Life): Journal {
    let settled: JournalRecord[] = [];
    const flush = async () => {
      const kept = settled;
      settled = [];
      if (kept.length > 0) await journal.settle(...kept);
    };
    const during = <T>(work: () => Promise<T>) => page.lived(this.time.during(work()));
    return {
      ...journal,
      records: async () => {
        if (!page.survives("journal is read")) return never();
        return during(async () => {
          await flush();
          return journal.records();
        });
      },
      writeAhead: async (records) => {
        if (!page.survives("journal is written")) return never();
        await during(async () => {
          if (this.isFull) throw new DOMException("There is no room.", "QuotaExceededError");
          await flush();
          if (this.writesAhead) await journal.writeAhead(records);
        });
        if (!page.survives("journal was written")) await never();
      },
      settle: async (...records) => {
        if (!page.survives("row is settled")) return never();
        if (this.isLazy) settled.push(...records);
        else await during(() => journal.settle(...records));
        if (!page.survives("row was settled")) await never();
      },
    };
  }
}

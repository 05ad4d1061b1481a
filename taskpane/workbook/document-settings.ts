import { frequencyNamed } from "../../src/engine";
import { bookNamed, usualBook } from "../../src/sync";

/** What a workbook remembers about this pane: nothing secret, and nothing that could not be chosen again. */
export interface DocumentSettings {
  /** The name of the connection profile that was used last; the profile itself stays on the computer. */
  readonly profile: string;
  /** The name of the table that was last taken for the register. */
  readonly register: string;
  /** The month, 1 to 12, that the fiscal year ends with. */
  readonly yearEnd: number;
  /** The book that charges belong to. */
  readonly book: string;
  /** The word of the frequency by which the schedule is built. */
  readonly frequency: string;
  /** The address of the workbook at its last push: a copy has another one. */
  readonly pushedFrom: string;
  /** The names of those who prepare and approve a month, as typed. */
  readonly preparer: string;
  readonly approver: string;
}

const usual: DocumentSettings = {
  profile: "",
  register: "",
  yearEnd: 12,
  book: usualBook,
  frequency: "month",
  pushedFrom: "",
  preparer: "",
  approver: "",
};

/** The settings of the open workbook, or the usual ones where it has none. */
export function documentSettings(): DocumentSettings {
  const kept: unknown = store()?.get(name);
  if (typeof kept !== "object" || kept === null) return usual;
  const { profile, register, yearEnd, book, frequency } = kept as Readonly<Record<string, unknown>>;
  const { pushedFrom, preparer, approver } = kept as Readonly<Record<string, unknown>>;
  const named = bookNamed(textOr(book, ""));
  return {
    profile: textOr(profile, usual.profile),
    register: textOr(register, usual.register),
    yearEnd: isMonth(yearEnd) ? yearEnd : usual.yearEnd,
    book: named.ok ? named.value : usual.book,
    frequency: frequencyNamed(textOr(frequency, "")).ok ? textOr(frequency, "") : usual.frequency,
    pushedFrom: textOr(pushedFrom, usual.pushedFrom),
    preparer: textOr(preparer, usual.preparer),
    approver: textOr(approver, usual.approver),
  };
}

/** Where the open workbook is, as far as the host says: a file's path or address, "" for one that was never saved. */
export function documentAddress(): string {
  const { document } = Office.context as { document?: { url?: string } };
  return document?.url ?? "";
}

/** Keeps a setting in the workbook. A workbook that cannot keep it, such as a read-only one, goes on without. */
export function keepDocumentSettings(change: Partial<DocumentSettings>): Promise<void> {
  const settings = store();
  if (settings === undefined) return Promise.resolve();
  settings.set(name, { ...documentSettings(), ...change });
  return new Promise((resolve) => settings.saveAsync(() => resolve()));
}

const name = "depr";

function store(): Office.Settings | undefined {
  // Outside Office there is a context without a document, although Office's types promise one.
  return (Office.context as { document?: Office.Document } | undefined)?.document?.settings;
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === "string" ? value : otherwise;
}

function isMonth(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 12;
}

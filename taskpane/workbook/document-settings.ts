/** What a workbook remembers about this pane: nothing secret, and nothing that could not be chosen again. */
export interface DocumentSettings {
  /** The name of the connection profile that was used last; the profile itself stays on the computer. */
  readonly profile: string;
  /** The name of the table that was last taken for the register. */
  readonly register: string;
  /** The month, 1 to 12, that the fiscal year ends with. */
  readonly yearEnd: number;
  /** The names of those who prepare and approve a month, as typed. */
  readonly preparer: string;
  readonly approver: string;
}

const usual: DocumentSettings = { profile: "", register: "", yearEnd: 12, preparer: "", approver: "" };

/** The settings of the open workbook, or the usual ones where it has none. */
export function documentSettings(): DocumentSettings {
  const kept: unknown = store()?.get(name);
  if (typeof kept !== "object" || kept === null) return usual;
  const { profile, register, yearEnd, preparer, approver } = kept as Readonly<Record<string, unknown>>;
  return {
    profile: typeof profile === "string" ? profile : usual.profile,
    register: typeof register === "string" ? register : usual.register,
    yearEnd: isMonth(yearEnd) ? yearEnd : usual.yearEnd,
    preparer: typeof preparer === "string" ? preparer : usual.preparer,
    approver: typeof approver === "string" ? approver : usual.approver,
  };
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

function isMonth(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 12;
}

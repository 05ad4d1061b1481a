/** The ledger's journal and trial balance, as far as the page shows them. Amounts are whole cents. */
export interface JournalEntry {
  readonly date: string;
  readonly kind: string;
  readonly memo: string | null;
  readonly asset: string | null;
  readonly lines: readonly { readonly name: string; readonly debit: number; readonly credit: number }[];
}

export interface TrialBalance {
  readonly accounts: readonly {
    readonly account: string;
    readonly name: string;
    readonly debit: number;
    readonly credit: number;
    readonly balance: number;
  }[];
  readonly debit: number;
  readonly credit: number;
  readonly balance: number;
}

const entriesShown = 500;

/** The first entries of the journal and how many there are in all. */
export async function fetchJournal(
  token: string,
): Promise<{ readonly entries: readonly JournalEntry[]; readonly total: number }> {
  const { entries, total_count: total } = (await fetchJson(`/journal?limit=${entriesShown}`, token)) as {
    entries?: unknown;
    total_count?: unknown;
  };
  if (!Array.isArray(entries)) throw new Error("The ledger's answer has no list of entries.");
  return { entries: entries as JournalEntry[], total: typeof total === "number" ? total : entries.length };
}

export async function fetchTrialBalance(token: string): Promise<TrialBalance> {
  const answer = (await fetchJson("/trial-balance", token)) as Partial<TrialBalance>;
  if (!Array.isArray(answer.accounts)) throw new Error("The ledger's answer has no list of accounts.");
  return answer as TrialBalance;
}

async function fetchJson(address: string, token: string): Promise<unknown> {
  const answer = await fetch(address, { headers: { Authorization: `Bearer ${token}` } }).catch(() => {
    throw new Error("The ledger cannot be reached. Is npm start still running?");
  });
  if (answer.status === 401) throw new Error("The ledger does not know this token.");
  if (!answer.ok) throw new Error(`The ledger answered ${answer.status}.`);
  return answer.json();
}

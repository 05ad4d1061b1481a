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

const entriesOfPage = 1_000;

/** The whole journal, oldest first. */
export async function fetchJournal(token: string): Promise<readonly JournalEntry[]> {
  const entries: JournalEntry[] = [];
  for (let cursor: string | null | undefined = ""; typeof cursor === "string";) {
    const from: string = cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const page = (await fetchJson(`/journal?limit=${entriesOfPage}${from}`, token)) as JournalPage;
    if (page.entries === undefined) throw new Error("The ledger's answer has no list of entries.");
    entries.push(...page.entries);
    cursor = page.next_cursor;
  }
  return entries;
}

interface JournalPage {
  readonly entries?: readonly JournalEntry[];
  readonly next_cursor?: string | null;
}

export async function fetchTrialBalance(token: string): Promise<TrialBalance> {
  const answer = (await fetchJson("/trial-balance", token)) as Partial<TrialBalance>;
  if (answer.accounts === undefined) throw new Error("The ledger's answer has no list of accounts.");
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

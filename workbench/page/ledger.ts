import { made } from "./element";
import { fetchJournal, fetchTrialBalance, type JournalEntry, type TrialBalance } from "./ledger-answers";

const tokenKey = "depr-workbench-ledger-token";

/** Fills the Ledger view. Returns what fetches it anew; the token is asked for first and kept for this browser tab alone. */
export function showLedger(view: HTMLElement): () => void {
  const token = made("input", { type: "password", autocomplete: "off", id: "ledger-token", spellcheck: false });
  token.value = sessionStorage.getItem(tokenKey) ?? "";
  const show = made("button", { type: "submit", className: "quiet" }, "Show");
  const label = made("label", { htmlFor: "ledger-token" }, "Token of the business");
  const form = made("form", { className: "ledger-form" }, label, token, show);
  const place = made("div", { className: "ledger-content" });
  view.append(form, place);
  const refresh = (): void => {
    void fill(place, token.value.trim());
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    sessionStorage.setItem(tokenKey, token.value.trim());
    refresh();
  });
  return refresh;
}

async function fill(place: HTMLElement, token: string): Promise<void> {
  if (token === "") {
    place.replaceChildren(
      made("p", { className: "hint" }, "Type the token that npm start printed to see the journal."),
    );
    return;
  }
  try {
    const [journal, balance] = await Promise.all([fetchJournal(token), fetchTrialBalance(token)]);
    place.replaceChildren(...trialBalanceNodes(balance), ...journalNodes(journal));
  } catch (error) {
    place.replaceChildren(made("p", { className: "wrong" }, error instanceof Error ? error.message : String(error)));
  }
}

function trialBalanceNodes({ accounts, debit, credit, balance }: TrialBalance): readonly Node[] {
  const rows = accounts.map((each) => [each.name, each.account, each.debit, each.credit, each.balance] as const);
  const used = rows.filter(([, , ...amounts]) => amounts.some((amount) => amount !== 0));
  const heading = made("h2", {}, "Trial balance");
  if (used.length === 0) return [heading, made("p", { className: "hint" }, "Every account is at nought.")];
  const table = tableOf(["Account", "Name in the ledger", "Debit", "Credit", "Balance"], used);
  table.append(footOf(["Total", "", debit, credit, balance]));
  return [heading, table];
}

const mostShown = 1_000;

/** The newest entries, the newest first. */
function journalNodes(journal: readonly JournalEntry[]): readonly Node[] {
  const entries = journal.slice(-mostShown).reverse();
  const heading = made("h2", {}, "Journal");
  if (entries.length === 0) return [heading, made("p", { className: "hint" }, "Nothing is posted yet.")];
  const all = `${journal.length} ${journal.length === 1 ? "entry" : "entries"}, newest first`;
  const shown = entries.length < journal.length ? `${all}; the first ${entries.length} are shown.` : `${all}.`;
  const rows = entries.flatMap((entry) =>
    linesOf(entry).map(
      (line, index) =>
        [
          index === 0 ? entry.date : "",
          index === 0 ? (entry.asset ?? "") : "",
          index === 0 ? (entry.memo ?? entry.kind) : "",
          line.name,
          line.debit,
          line.credit,
        ] as const,
    ),
  );
  const table = tableOf(["Date", "Asset", "Entry", "Account", "Debit", "Credit"], rows);
  return [heading, made("p", { className: "hint" }, shown), table];
}

// A closing of the books moves nothing, but stands in the journal all the same.
function linesOf({ lines }: JournalEntry): JournalEntry["lines"] {
  return lines.length > 0 ? lines : [{ name: "", debit: 0, credit: 0 }];
}

type Shown = string | number;

function tableOf(heads: readonly string[], rows: readonly (readonly Shown[])[]): HTMLTableElement {
  const head = made("tr", {}, ...heads.map((word) => made("th", { scope: "col", className: alignment(word) }, word)));
  const body = rows.map((row) => made("tr", {}, ...row.map(cellOf)));
  return made("table", {}, made("thead", {}, head), made("tbody", {}, ...body));
}

function footOf(row: readonly Shown[]): HTMLTableSectionElement {
  return made("tfoot", {}, made("tr", {}, ...row.map(cellOf)));
}

function alignment(word: string): string {
  return ["Debit", "Credit", "Balance"].includes(word) ? "amount" : "";
}

const amount = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Amounts are whole cents; one of debit and credit is 0 and stays blank. */
function cellOf(value: Shown): HTMLTableCellElement {
  if (typeof value === "string") return made("td", {}, value);
  return made("td", { className: "amount" }, value === 0 ? "" : amount.format(value / 100));
}

import { type Connector, connectorOf } from "../../src/connectors";
import { type Month, monthOf } from "../../src/engine";
import { type StatusBlock, noAccounts } from "../../src/sheet";
import {
  type Outcome,
  type RowStep,
  type RunInput,
  accountsIn,
  planRun,
  preparePush,
  push,
  pushRun,
  statusOf,
  statusOfStep,
} from "../../src/sync";
import { sure } from "../connectors/systems";
import type { Desk, Page } from "./person";
import { type Workbook, book } from "./workbook";

const layer = sure(connectorOf({ system: "layer" }));
const dayzero = sure(connectorOf({ system: "dayzero" }));
const decimals = 2;

/** Posts the amounts of the sheet, as the pane does: preview, confirmation, push, statuses. */
export const postingDesk = postingWith(layer);

/** The same for a ledger that does not count a key once, as far as our code knows. */
export const carefulPostingDesk = postingWith({
  ...layer,
  post: { ...sure(layer.post), countsKeysOnce: false },
});

function postingWith(connector: Connector): Desk {
  return {
    word: "layer",
    takesAmounts: true,
    press: async (workbook, page) => {
      const { connection, journal, clock, random, signal } = page;
      const { lines, findings } = workbook.read();
      const { register } = workbook;
      const read = { connector, connection, journal, clock, book, decimals, accounts: noAccounts } as const;
      const plan = await preparePush({ ...read, rows: lines, findings, register });
      if (!plan.ok) return;
      await clock.wait(page.thinkMs);
      const { outcomes } = await push(plan.value, { connector, connection, journal, clock, random, signal });
      await write(workbook, page, statusesOf(plan.value.rows, outcomes));
    },
  };
}

/** Runs every month of the sheet, the earliest first. */
export const runningDesk: Desk = {
  word: "dayzero",
  takesAmounts: false,
  press: async (workbook, page) => {
    const months = new Set(workbook.read().lines.map(({ periodEnd }) => monthOf(periodEnd)));
    for (const month of [...months].sort((one, other) => one - other)) await runMonth(workbook, page, month);
  },
};

async function runMonth(workbook: Workbook, page: Page, month: Month): Promise<void> {
  const { connection, journal, clock, random } = page;
  const { register } = workbook;
  const accountsOf = accountsIn(noAccounts);
  const rows = workbook.read().lines;
  const given = { connector: dayzero, connection, journal, clock, random, book, decimals, month } as const;
  const input: RunInput = { ...given, register, accountsOf, rows };
  const plan = await planRun(input);
  if (!plan.ok) return;
  await clock.wait(page.thinkMs);
  const { outcomes } = await pushRun(plan.value, input);
  await write(workbook, page, statusesOf([], outcomes));
}

/** By key: of what came to an end its outcome, of the others what their step says. */
function statusesOf(steps: readonly RowStep[], outcomes: readonly Outcome[]): ReadonlyMap<string, StatusBlock> {
  return new Map([
    ...steps.map((step) => [step.row.key, statusOfStep(step, decimals)] as const),
    ...outcomes.map((outcome) => [outcome.key, statusOf(outcome, decimals)] as const),
  ]);
}

async function write(workbook: Workbook, { life }: Page, statuses: ReadonlyMap<string, StatusBlock>): Promise<void> {
  if (!life.survives("statuses are written")) return;
  await workbook.write(statuses);
  life.survives("statuses were written");
}

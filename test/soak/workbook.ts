import type { Day } from "../../src/engine";
import {
  type Cell,
  type DateSystem,
  type ReadSchedule,
  type Register,
  type SheetSettings,
  type StatusBlock,
  readRegister,
  readSchedule,
  scheduleColumns,
  scheduleMatrix,
  serialOfDay,
  statusCells,
} from "../../src/sheet";
import { identify } from "../../src/sync";
import type { Chance } from "../engine/reference/chance";
import { day } from "../sync/books";
import { chargeName } from "./charge-name";
import type { Contents } from "./contents";

/** The book that everybody in these worlds posts to. */
export const book = "GAAP";

type Row = Cell[];

/** One workbook, or one person's view of a workbook that several have open: a register, and the schedule as cells. */
export class Workbook {
  readonly settings: SheetSettings;
  readonly register: Register;
  private rows: Row[];
  private readonly header: readonly Cell[];

  constructor(
    private readonly contents: Contents,
    dateSystem: DateSystem,
  ) {
    this.settings = { dateSystem, decimals: 2, yearEnd: 12 };
    const dated = contents.register.map((cells) =>
      cells.map((cell) => (isDate(cell) ? serialOfDay(day(cell), dateSystem) : cell)),
    );
    this.register = readRegister(dated, this.settings);
    const [header = [], ...rows] = scheduleMatrix(contents.lines, this.settings);
    this.header = header;
    this.rows = rows.map((cells) => [...cells]);
  }

  /** A copy of the file as it stands, statuses and all. It may be saved with the other date system. */
  copy(dateSystem: DateSystem): Workbook {
    const copied = new Workbook(this.contents, dateSystem);
    const shift = serialOfDay(0 as Day, dateSystem) - serialOfDay(0 as Day, this.settings.dateSystem);
    copied.rows = this.rows.map((cells) =>
      cells.map((cell, place) => (datePlaces.includes(place) && typeof cell === "number" ? cell + shift : cell)),
    );
    return copied;
  }

  /** Shows what another person's view of the same workbook shows. */
  showAs({ rows }: Workbook): void {
    this.rows = rows.map((cells) => [...cells]);
  }

  read(): ReadSchedule {
    return readSchedule([this.header, ...this.rows], this.settings);
  }

  /** Writes statuses beside the rows with these keys, wherever the rows stand by now. */
  async write(statuses: ReadonlyMap<string, StatusBlock>): Promise<void> {
    const read = this.read();
    const rows = read.lines.map(({ row }) => this.rows[row - 1]);
    const identified = await identify(read.lines, book);
    identified.forEach(({ key }, index) => {
      const status = statuses.get(key);
      if (status !== undefined) rows[index]?.splice(statusPlace, 6, ...statusCells(status));
    });
  }

  /** Each charge with what its cells say, read without the code that is judged. */
  shown(): readonly ShownRow[] {
    return this.rows.filter(isCharge).map((cells) => shownRow(cells, this.settings.dateSystem));
  }

  sort(chance: Chance): void {
    const column = chance.whole(0, 3);
    const sign = chance.pick([1, -1]);
    const at = (row: Row) => row[column] ?? "";
    this.rows.sort((one, other) => sign * (at(one) < at(other) ? -1 : at(one) > at(other) ? 1 : 0));
  }

  insertBlank(chance: Chance): void {
    this.rows.splice(
      chance.whole(0, this.rows.length),
      0,
      this.header.map(() => ""),
    );
  }

  /** People delete a charge; what the ledger holds of it stays there. */
  remove(name: string): void {
    this.rows = this.rows.filter((row) => this.nameOf(row) !== name);
  }

  edit(name: string, cents: number): void {
    for (const row of this.rows) if (this.nameOf(row) === name) row[amountPlace] = cents / 100;
  }

  /** An undo takes the statuses away that the push has written. */
  undo(): void {
    for (const row of this.rows) row.splice(statusPlace, 6, "", "", "", "", "", "");
  }

  private nameOf(row: Row): string | undefined {
    return isCharge(row) ? shownRow(row, this.settings.dateSystem).name : undefined;
  }
}

export interface ShownRow {
  readonly name: string;
  readonly cents: number;
  readonly word: string;
  readonly postedCents: number | undefined;
  readonly message: string;
}

const headers = scheduleColumns.map(({ header }) => header);
const datePlaces = scheduleColumns.flatMap(({ kind }, place) => (kind === "date" ? [place] : []));
const amountPlace = headers.indexOf("Amount");
const statusPlace = headers.indexOf("Sync key");

function isDate(cell: Cell): cell is string {
  return typeof cell === "string" && /^\d{4}-\d\d-\d\d$/.test(cell);
}

function isCharge(row: Row): boolean {
  return row[0] !== "";
}

// The serial of 1970-01-01, by Microsoft, "Date systems in Excel": the two systems are 1,462 days apart.
const unixEpoch: Readonly<Record<DateSystem, number>> = { "1900": 25_569, "1904": 25_569 - 1_462 };

function shownRow(row: Row, system: DateSystem): ShownRow {
  const [asset = "", serial, type = "", amount] = row;
  const [, word = "", , posted = "", , message = ""] = row.slice(statusPlace);
  const date = new Date((Number(serial) - unixEpoch[system]) * 86_400_000).toISOString().slice(0, 10);
  return {
    name: chargeName(String(asset), date, String(type)),
    cents: Math.round(Number(amount) * 100),
    word: String(word),
    postedCents: posted === "" ? undefined : Math.round(Number(String(posted).replace(/[^0-9.-]/g, "")) * 100),
    message: String(message),
  };
}

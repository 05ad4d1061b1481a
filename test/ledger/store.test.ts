// The ledger's database in a folder: what is acknowledged is there after a restart, and one process has it for itself.
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import fs, {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FolderInUse, demoBusiness, demoBusinessId, openBusiness, openStore } from "../../ledger";
import { openMemory } from "../../ledger/store/embedded";
import { lockFolder } from "../../ledger/store/folder-lock";
import { migrate } from "../../ledger/store/migrate";
import { migrations } from "../../ledger/store/migrations";
import type { Store } from "../../ledger";
import { emptyDatabase } from "./empty-database";
import { openTestStore } from "./start";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "depr-ledger-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("a ledger in a folder", () => {
  test("keeps what it acknowledged; a second opening is refused with a sentence until the first is closed", async () => {
    const dataFolder = join(folder, "ledger");
    const first = await openStore({ dataFolder });
    await demoBusiness(first, "a token");
    await expect(openStore({ dataFolder })).rejects.toThrow(FolderInUse);
    await expect(openStore({ dataFolder })).rejects.toThrow(
      `The ledger in ${dataFolder} is open in process ${process.pid}. Stop that process first`,
    );
    const toDisk = jest.spyOn(fs, "fsyncSync");
    for (const token of ["b", "c", "d"]) await demoBusiness(first, token);
    expect(toDisk.mock.calls.length).toBeGreaterThanOrEqual(3);
    toDisk.mockRestore();
    await first.close();
    const second = await openStore({ dataFolder });
    expect(await second.query("select id, name from businesses")).toEqual([
      { id: demoBusinessId, name: "Demo business" },
    ]);
    expect(await demoBusiness(second, "a token")).toBe(demoBusinessId);
    await second.close();
    expect(existsSync(join(dataFolder, "lock"))).toBe(false);
    expect(statSync(dataFolder).mode & 0o077).toBe(0);
  });
});

describe("the lock of a folder", () => {
  const lock = (): string => join(folder, "lock");

  test("is taken over from a process that is gone", async () => {
    const gone = spawn(process.execPath, ["-e", ""]);
    await once(gone, "exit");
    writeFileSync(lock(), JSON.stringify({ pid: gone.pid, began: "1" }));
    lockFolder(folder)();
    expect(existsSync(lock())).toBe(false);
  });

  test("is taken over when its process id now belongs to another process", () => {
    writeFileSync(lock(), JSON.stringify({ pid: process.pid, began: "long ago" }));
    lockFolder(folder);
    expect(JSON.parse(readFileSync(lock(), "utf8"))).toMatchObject({ pid: process.pid });
  });

  test.each(["", "{", "null", "{}"])("is taken over when it holds %j, as after a crash while writing it", (text) => {
    writeFileSync(lock(), text);
    expect(() => lockFolder(folder)).not.toThrow();
  });

  test("is refused while another process is just taking it, and that process's mark is forgotten after ten seconds", () => {
    writeFileSync(lock(), "{}");
    writeFileSync(join(folder, "lock.taking"), "");
    expect(() => lockFolder(folder)).toThrow(/just opening/);
    const longAgo = Date.now() / 1000 - 11;
    utimesSync(join(folder, "lock.taking"), longAgo, longAgo);
    expect(() => lockFolder(folder)).not.toThrow();
  });

  test("makes its folder, for its owner alone", () => {
    const deep = join(folder, "a", "b");
    mkdirSync(join(folder, "a"));
    lockFolder(deep);
    expect(statSync(deep).mode & 0o777).toBe(0o700);
  });
});

describe("the store", () => {
  let store: Store;
  beforeAll(async () => {
    store = await openTestStore();
  });
  afterAll(() => store.close());

  test("gives dates as text and whole numbers as numbers, and refuses a number it cannot give exactly", async () => {
    const sql =
      "select date '2024-02-29' as day, 9007199254740991::bigint as most, null::date as none, true as yes, 7 as seven";
    expect(await store.query(sql)).toEqual([
      { day: "2024-02-29", most: 9007199254740991, none: null, yes: true, seven: 7 },
    ]);
    await expect(store.query("select 9007199254740992::bigint")).rejects.toThrow("9007199254740992 is beyond");
  });

  test("undoes a transaction whose work fails", async () => {
    const id = "22222222-2222-4333-8444-555555555555";
    const work = store.transaction(async (session) => {
      await session.query("insert into businesses (id, name) values ($1, 'gone')", [id]);
      throw new Error("changed my mind");
    });
    await expect(work).rejects.toThrow("changed my mind");
    expect(await store.query("select id from businesses where id = $1", [id])).toEqual([]);
  });

  test("runs a transaction again when the database asks for it, and gives up in the end", async () => {
    let tries = 0;
    const failing = (state: string, times: number) => (): Promise<number> => {
      tries += 1;
      return tries <= times ? Promise.reject(Object.assign(new Error(state), { code: state })) : Promise.resolve(tries);
    };
    expect(await store.transaction(failing("40001", 2))).toBe(3);
    tries = 0;
    await expect(store.transaction(failing("23505", 1))).rejects.toThrow("23505");
    tries = 0;
    await expect(store.transaction(failing("40P01", 99))).rejects.toThrow("40P01");
    expect(tries).toBe(6);
  });

  test("has applied each migration once", async () => {
    const names = migrations.map(({ name }) => ({ name }));
    expect(await store.query("select name from migrations order by name")).toEqual(names);
    await migrate(store);
    expect(await store.query("select name from migrations order by name")).toEqual(names);
  });

  test("applies a migration that came between others later, and only that one", async () => {
    const step = (name: string) => ({ name, statements: [`create table ${name} (id integer)`] });
    const memory = await openMemory(await emptyDatabase());
    await migrate(memory, [step("first"), step("third")]);
    await migrate(memory, [step("first"), step("second"), step("third")]);
    expect(await memory.query("select name from migrations order by applied_at")).toEqual([
      { name: "first" },
      { name: "third" },
      { name: "second" },
    ]);
    await memory.close();
  });

  test("says of charges that are there already whether they are in the basis: by their day, as before", async () => {
    const memory = await openMemory(await emptyDatabase());
    await migrate(memory, migrations.slice(0, 4));
    const id = randomUUID();
    await openBusiness(memory, { id, name: "Old books", token: id });
    await memory.query(
      `insert into assets (id, business_id, name, asset_type, method, purchase_date, cost_account, status, basis, basis_date)
       select $1, $1, 'Van', 'VEHICLE', 'straight_line', '2026-01-01', id, 'draft', 1, '2026-02-28' from accounts limit 1`,
      [id],
    );
    for (const day of ["2026-02-28", "2026-03-31"])
      await memory.query(
        `insert into value_updates (id, business_id, asset_id, update_type, amount, update_date, book, counter_account,
           credit_account, debit_account, change, door)
         select gen_random_uuid(), $1, $1, 'DEPRECIATION_AMORTIZATION', 1, $2, 'GAAP', id, id, id, -1, 'layer'
         from accounts limit 1`,
        [id, day],
      );
    await migrate(memory);
    expect(await memory.query("select settled from value_updates order by update_date")).toEqual([
      { settled: true },
      { settled: false },
    ]);
    await memory.close();
  });
});

import { fsyncSync, mkdirSync } from "node:fs";
import { MemoryFS, PGlite } from "@electric-sql/pglite";

type Init = Parameters<MemoryFS["init"]>[1];

// The parts of Emscripten's file system that PGlite's own types leave open. PGlite is pinned to one version for them.
interface Files {
  readonly FS: {
    mkdirTree(path: string): void;
    mount(type: Files["NODEFS"], options: { readonly root: string }, path: string): void;
  };
  readonly NODEFS: { readonly stream_ops: { fsync?: (stream: { readonly nfd: number }) => number } };
}

/**
 * PostgreSQL's files in a folder of this machine, with every fsync of PostgreSQL reaching the disk. PGlite's own folder
 * store leaves fsync out, so a row it acknowledged can be lost when the machine stops.
 */
export class DurableFolder extends MemoryFS {
  constructor(private readonly folder: string) {
    super();
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  override init(pg: PGlite, options: Init): Promise<{ emscriptenOpts: Init }> {
    this.pg = pg;
    const mount: NonNullable<Init["preRun"]>[number] = (module) => {
      const { FS, NODEFS } = module as unknown as Files;
      NODEFS.stream_ops.fsync = (stream) => {
        fsyncSync(stream.nfd);
        return 0;
      };
      FS.mkdirTree(PGlite.paths.PGDATA);
      FS.mount(NODEFS, { root: this.folder }, PGlite.paths.PGDATA);
    };
    return Promise.resolve({ emscriptenOpts: { ...options, preRun: [...(options.preRun ?? []), mount] } });
  }
}

/** PGlite starts PostgreSQL with -F, "no fsync"; in WebAssembly only the method `fsync` is more than an empty function. */
export const durableStart: readonly string[] = [
  ...PGlite.defaultStartParams.filter((word) => word !== "-F"),
  ...["-c", "fsync=on", "-c", "wal_sync_method=fsync"],
];

import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { X509Certificate } from "node:crypto";
import { generateCertificates } from "office-addin-dev-certs/lib/generate";

export interface Certificate {
  readonly key: Buffer;
  readonly cert: Buffer;
  /** The certificate authority's file, for `curl --cacert`. */
  readonly authorityFile: string;
  /** Which certificate this is, as a sentence for the terminal. */
  readonly origin: string;
}

const daysOfOwn = 365;

/** The certificate that office-addin-dev-certs installed on this machine when there is a valid one, else one of ours in the data folder. */
export async function certificate(dataFolder: string): Promise<Certificate> {
  const installed = join(homedir(), ".office-addin-dev-certs");
  if (isUsable(installed)) return read(installed, "the one that office-addin-dev-certs installed on this machine");
  const own = join(dataFolder, "certificate");
  if (!isUsable(own)) await make(own);
  return read(own, "made for this folder; browsers warn about it until you run: npx office-addin-dev-certs install");
}

async function make(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const names = ["localhost", "127.0.0.1"];
  await quietly(() => generateCertificates(...pathsIn(folder), daysOfOwn, names));
}

// The generator announces file names on the console; the terminal is for what a person needs to know.
async function quietly(work: () => Promise<void>): Promise<void> {
  const { log } = console;
  console.log = () => undefined;
  await work().finally(() => {
    console.log = log;
  });
}

function isUsable(folder: string): boolean {
  const paths = pathsIn(folder);
  if (!paths.every((path) => existsSync(path))) return false;
  return paths.slice(0, 2).every((path) => Date.parse(new X509Certificate(readFileSync(path)).validTo) > Date.now());
}

function read(folder: string, origin: string): Certificate {
  const [authorityFile, cert, key] = pathsIn(folder);
  return { key: readFileSync(key), cert: readFileSync(cert), authorityFile, origin };
}

function pathsIn(folder: string): [authority: string, cert: string, key: string] {
  return [join(folder, "ca.crt"), join(folder, "localhost.crt"), join(folder, "localhost.key")];
}

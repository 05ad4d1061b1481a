import type { HostObject } from "./objects/object";
import type { QueryInfo } from "./request";

type Wired = Record<string, unknown>;

/** Reads what `load` asked for. Where a value depends on formulas, `settle` is awaited before it. */
export async function query(object: HostObject, info: QueryInfo, settle: () => Promise<void>): Promise<Wired> {
  const expanded = (info.Expand ?? []).map((name) => `${name}/*`);
  const select = [...(info.Select ?? []), ...expanded];
  return read(object, select.length === 0 ? ["*"] : select, { ...info, settle });
}

interface Reading {
  readonly settle: () => Promise<void>;
  readonly Top?: number;
  readonly Skip?: number;
}

async function read(object: HostObject, select: readonly string[], reading: Reading): Promise<Wired> {
  const isAboutItself = select.every((path) => object.propertyNames.includes(wireName(path)));
  if (object.items() === undefined || isAboutItself) return readMembers(object, select, reading);
  const own = await readMembers(
    object,
    select.filter((path) => path === "*"),
    reading,
  );
  return { ...own, _Items: await readItems(object, select, reading) };
}

async function readItems(object: HostObject, select: readonly string[], reading: Reading): Promise<Wired[]> {
  const { Skip: skip = 0, Top: top = Infinity, settle } = reading;
  const items: Wired[] = [];
  for (const item of (object.items() ?? []).slice(skip, skip + top)) items.push(await read(item, select, { settle }));
  return items;
}

async function readMembers(object: HostObject, select: readonly string[], reading: Reading): Promise<Wired> {
  const values: Wired = { ...object.identity() };
  for (const [name, below] of byFirstStep(object, select)) {
    if (object.has(name)) values[name] = await read(object.child(name), below.length === 0 ? ["*"] : below, reading);
    else values[name] = await readValue(object, name, reading.settle);
  }
  return values;
}

async function readValue(object: HostObject, name: string, settle: () => Promise<void>): Promise<unknown> {
  if (object.needsSettling(name)) await settle();
  return object.read(name);
}

/** The members to read, and below each what to read of it. */
function byFirstStep(object: HostObject, select: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const steps = new Map<string, string[]>();
  for (const path of select) {
    if (path === "*") object.propertyNames.forEach((name) => steps.set(name, steps.get(name) ?? []));
    else if (path !== "$none") {
      const [first = "", ...rest] = path.split(/[/.]/);
      const below = steps.get(wireName(first)) ?? [];
      steps.set(wireName(first), rest.length === 0 ? below : [...below, rest.join("/")]);
    }
  }
  return steps;
}

/** Members are typed in camelCase and travel in PascalCase. */
function wireName(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

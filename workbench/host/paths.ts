import { HostError, itemNotFound } from "./host-error";
import { isHostObject, type HostObject } from "./objects/object";
import { serviceOf } from "./objects/services";
import { workbookOf } from "./objects/workbook";
import { pathTypes, type ArgumentInfo, type BatchRequest, type ObjectPathInfo } from "./request";
import type { World } from "./world";

/** Finds the objects that a batch's paths lead to. */
export interface Paths {
  /** The object at a path, or null for a null object. Each path is followed once, since some have effects (tables.add). */
  objectAt(pathId: number): Promise<HostObject | null>;
  /** The same, where a null object cannot serve. */
  existingAt(pathId: number): Promise<HostObject>;
  /** Arguments with the objects they refer to in their places. */
  argumentsOf(info: ArgumentInfo | undefined): Promise<readonly unknown[]>;
}

export function pathsOf(world: World, request: BatchRequest): Paths {
  const found = new Map<number, Promise<HostObject | null>>();
  const objectAt: Paths["objectAt"] = async (pathId) => {
    const known = found.get(pathId) ?? follow(pathId);
    found.set(pathId, known);
    return known;
  };
  const existingAt: Paths["existingAt"] = async (pathId) => {
    const object = await objectAt(pathId);
    if (object === null) throw itemNotFound();
    return object;
  };
  const argumentsOf: Paths["argumentsOf"] = async (info) => {
    const given = info?.Arguments ?? [];
    const references = info?.ReferencedObjectPathIds ?? [];
    return Promise.all(given.map(async (value, index) => resolved(value, references[index])));
  };
  const resolved = async (value: unknown, reference: unknown): Promise<unknown> => {
    if (typeof reference === "number" && reference !== 0) return existingAt(reference);
    if (Array.isArray(value) && Array.isArray(reference)) {
      return Promise.all(value.map(async (each: unknown, index) => resolved(each, reference[index])));
    }
    return withObjects(value);
  };
  /** Objects inside plain objects, such as a validation rule's source, come as `{ _ObjectPathId }`. */
  const withObjects = async (value: unknown): Promise<unknown> => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    const { _ObjectPathId: pathId } = value as { _ObjectPathId?: unknown };
    if (typeof pathId === "number") return existingAt(pathId);
    const entries = Object.entries(value).map(async ([name, each]) => [name, await withObjects(each)] as const);
    return Object.fromEntries(await Promise.all(entries));
  };
  const follow = async (pathId: number): Promise<HostObject | null> => {
    const info = request.ObjectPaths[pathId];
    if (info === undefined) throw new HostError("InvalidObjectPath", `There is no object path ${pathId}.`);
    return (starts[info.ObjectPathType] ?? step)(info);
  };
  const starts: Readonly<Record<number, (info: ObjectPathInfo) => HostObject | null>> = {
    [pathTypes.root]: () => workbookOf(world),
    [pathTypes.service]: ({ Name = "" }) => serviceOf(world, Name),
    [pathTypes.reference]: ({ Name = "" }) => world.references.get(Name),
    [pathTypes.nullObject]: () => null,
  };
  const step = async (info: ObjectPathInfo): Promise<HostObject | null> => {
    const parent = await objectAt(info.ParentObjectPathId ?? 0);
    if (parent === null) return null;
    return stepFrom(parent, info, await argumentsOf(info.ArgumentInfo));
  };
  return { objectAt, existingAt, argumentsOf };
}

async function stepFrom(
  parent: HostObject,
  info: ObjectPathInfo,
  given: readonly unknown[],
): Promise<HostObject | null> {
  const name = info.Name ?? "";
  if (info.ObjectPathType === pathTypes.property) return parent.child(name);
  if (info.ObjectPathType === pathTypes.indexer) return parent.item(given[0]);
  const result = await parent.call(name, given);
  if (result === null || isHostObject(result)) return result;
  throw new HostError("InvalidObjectPath", `${parent.typeName}.${name} gives no object.`);
}

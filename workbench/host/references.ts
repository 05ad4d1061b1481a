import { itemNotFound } from "./host-error";
import type { HostObject } from "./objects/object";

/** Objects the add-in asked to keep between requests: ranges, mostly. */
export interface References {
  keep(object: HostObject): void;
  /** The id under which an object's state is kept, or undefined. */
  idOf(self: object): string | undefined;
  get(id: string): HostObject;
  drop(id: string): void;
  dropAll(): void;
  count(): number;
}

export function createReferences(): References {
  const kept = new Map<string, HostObject>();
  const ids = new WeakMap<object, string>();
  let next = 1;
  return {
    keep: (object) => {
      const self = object.self as object;
      if (ids.has(self)) return;
      const id = `kept-${next++}`;
      ids.set(self, id);
      kept.set(id, object);
    },
    idOf: (self) => ids.get(self),
    get: (id) => {
      const object = kept.get(id);
      if (object === undefined) throw itemNotFound();
      return object;
    },
    drop: (id) => void kept.delete(id),
    dropAll: () => kept.clear(),
    count: () => kept.size,
  };
}

import type { ObjectEvents } from "../object-events";
import type { ObjectType } from "./object";

interface Listening {
  readonly events: ObjectEvents;
  /** Whose events: the object's id, or the whole workbook. */
  readonly target: string;
}

/** The hidden methods by which the client says that it listens to an object's events, for some names and numbers. */
export function eventRegistrations<Self>(
  listening: (self: Self) => Listening,
  types: Readonly<Record<string, number>>,
): NonNullable<ObjectType<Self>["methods"]> {
  const both = Object.entries(types).flatMap(([name, type]) => {
    const register = (self: Self): void => {
      const { events, target } = listening(self);
      events.register(type, target);
    };
    const unregister = (self: Self): void => {
      const { events, target } = listening(self);
      events.unregister(type, target);
    };
    return [[`_Register${name}Event`, register] as const, [`_Unregister${name}Event`, unregister] as const];
  });
  return Object.fromEntries(both);
}

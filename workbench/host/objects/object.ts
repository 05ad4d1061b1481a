import { apiNotFound } from "../host-error";

/** A readable, and perhaps writable, value of an object. */
export interface Property<Self> {
  readonly get: (self: Self) => unknown;
  readonly set?: (self: Self, value: unknown) => unknown;
  /** Its truth depends on formulas: everything must be calculated before it is read. */
  readonly settled?: true;
}

/** What one kind of Excel object can do: its members by their names on the wire. What is not listed is refused by name. */
export interface ObjectType<Self> {
  readonly name: string;
  /** Ids that let the client address the object again, such as `{ Id: "…" }`. */
  readonly identity?: (self: Self) => Readonly<Record<string, unknown>>;
  readonly properties?: Readonly<Record<string, Property<Self>>>;
  /** Objects that hang on this one. */
  readonly objects?: Readonly<Record<string, (self: Self) => HostObject>>;
  /** Methods give an object, null for a null object, or a plain value. */
  readonly methods?: Readonly<Record<string, (self: Self, given: readonly unknown[]) => unknown>>;
  /** A collection's members, and one of them by name or id. */
  readonly items?: (self: Self) => readonly HostObject[];
  readonly item?: (self: Self, key: unknown) => HostObject;
}

/** An object of the workbook as the evaluator sees it. */
export interface HostObject {
  readonly typeName: string;
  readonly self: unknown;
  identity(): Readonly<Record<string, unknown>>;
  /** Names of the values that can be read. */
  readonly propertyNames: readonly string[];
  /** Whether reading this value needs everything calculated first. */
  needsSettling(name: string): boolean;
  read(name: string): unknown;
  write(name: string, value: unknown): unknown;
  has(name: string): boolean;
  child(name: string): HostObject;
  call(name: string, given: readonly unknown[]): unknown;
  item(key: unknown): HostObject;
  items(): readonly HostObject[] | undefined;
}

/** Joins a type and what it works on to an object. */
export function hostObject<Self>(type: ObjectType<Self>, self: Self): HostObject {
  const member = <T>(table: Readonly<Record<string, T>> | undefined, name: string): T =>
    memberOf(type.name, table, name);
  return {
    typeName: type.name,
    self,
    identity: () => type.identity?.(self) ?? {},
    propertyNames: Object.keys(type.properties ?? {}),
    needsSettling: (name) => type.properties?.[name]?.settled === true,
    read: (name) => member(type.properties, name).get(self),
    write: (name, value) => writer(type.name, member(type.properties, name), name)(self, value),
    has: (name) => type.objects !== undefined && Object.hasOwn(type.objects, name),
    child: (name) => member(type.objects, name)(self),
    call: (name, given) => member(type.methods, name)(self, given),
    item: (key) => (type.item ?? refused(`${type.name}.GetItem`))(self, key),
    items: () => type.items?.(self),
  };
}

export function isHostObject(value: unknown): value is HostObject {
  return typeof value === "object" && value !== null && "typeName" in value && "propertyNames" in value;
}

function memberOf<T>(type: string, table: Readonly<Record<string, T>> | undefined, name: string): T {
  const found = table !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
  if (found === undefined) throw apiNotFound(`${type}.${name}`);
  return found;
}

function writer<Self>(type: string, property: Property<Self>, name: string): (self: Self, value: unknown) => unknown {
  return property.set ?? refused(`writing ${type}.${name}`);
}

function refused(member: string): () => never {
  return () => {
    throw apiNotFound(member);
  };
}

import { invalidArgument, itemNotFound } from "../host-error";
import type { World } from "../world";
import { text } from "./given";
import { hostObject, type HostObject, type ObjectType } from "./object";

/** The settings an add-in keeps in the workbook. */
export function settingsOf(world: World): HostObject {
  return hostObject(settingsType, world);
}

const settingsType: ObjectType<World> = {
  name: "SettingCollection",
  items: (world) => world.settings.all().map(([key]) => settingOf(world, key)),
  item: (world, key) => existing(world, text(key, "key")) ?? missing(),
  methods: {
    Add: (world, [key, value]) => {
      const name = text(key, "key");
      world.settings.set(name, jsonOf(value));
      return settingOf(world, name);
    },
    GetCount: (world) => world.settings.all().length,
    GetItemOrNullObject: (world, [key]) => existing(world, text(key, "key")) ?? null,
  },
};

interface SettingSelf {
  readonly world: World;
  readonly key: string;
}

const settingType: ObjectType<SettingSelf> = {
  name: "Setting",
  identity: ({ key }) => ({ _Id: key }),
  properties: {
    Key: { get: ({ key }) => key },
    Value: {
      get: ({ world, key }) => JSON.parse(world.settings.get(key) ?? missing()) as unknown,
      set: ({ world, key }, value) => world.settings.set(key, jsonOf(value)),
    },
    _Id: { get: ({ key }) => key },
  },
  methods: { Delete: ({ world, key }) => world.settings.remove(key) },
};

function settingOf(world: World, key: string): HostObject {
  return hostObject(settingType, { world, key });
}

function existing(world: World, key: string): HostObject | undefined {
  return world.settings.get(key) === undefined ? undefined : settingOf(world, key);
}

function jsonOf(value: unknown): string {
  const json = JSON.stringify(value) as string | undefined;
  if (json === undefined) throw invalidArgument("value");
  return json;
}

function missing(): never {
  throw itemNotFound();
}

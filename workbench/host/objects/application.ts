import type { World } from "../world";
import { word } from "./given";
import { hostObject, type HostObject, type ObjectType } from "./object";

/** The Application object. */
export function applicationOf(world: World): HostObject {
  return hostObject(applicationType, world);
}

const applicationType: ObjectType<World> = {
  name: "Application",
  properties: {
    CalculationMode: { get: () => "Automatic" },
    CalculationState: { get: () => "Done", settled: true },
    DecimalSeparator: { get: () => "." },
    ThousandsSeparator: { get: () => "," },
    UseSystemSeparators: { get: () => true },
  },
  methods: {
    Calculate: async (world, [how]) => {
      word(how, ["Recalculate", "Full", "FullRebuild"], "calculationType");
      await world.grid.settle();
    },
    // Hints that spare Excel some work; nothing observable hangs on them.
    SuspendApiCalculationUntilNextSync: () => undefined,
    SuspendScreenUpdatingUntilNextSync: () => undefined,
  },
};

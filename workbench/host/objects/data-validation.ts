import type { Area } from "../area";
import type { ListValidation } from "../grid";
import { apiNotFound, invalidArgument } from "../host-error";
import type { World } from "../world";
import { addressOf, type RangeSelf } from "./addresses";
import { isHostObject, hostObject, type HostObject, type ObjectType } from "./object";

/** The DataValidation object of an area: drop-down lists only. */
export function dataValidationOf(world: World, area: Area): HostObject {
  return hostObject(dataValidationType, { world, area });
}

const strictAlert = { message: "", showAlert: true, style: "Stop", title: "" };
const mildAlert = { ...strictAlert, showAlert: false };

const dataValidationType: ObjectType<RangeSelf> = {
  name: "DataValidation",
  properties: {
    Type: { get: (self) => (current(self) === undefined ? "None" : "List") },
    Rule: { get: ruleOf, set: (self, rule) => self.world.grid.setValidation(self.area, listGiven(self.world, rule)) },
    ErrorAlert: {
      get: (self) => (current(self)?.strict === false ? mildAlert : strictAlert),
      set: (self, alert) => change(self, { strict: (alert as { showAlert?: unknown } | null)?.showAlert !== false }),
    },
    IgnoreBlanks: { get: () => true, set: (_self, value) => onlyTrue(value) },
  },
  methods: {
    Clear: ({ world, area }) => world.grid.setValidation(area, undefined),
  },
};

function current({ world, area }: RangeSelf): ListValidation | undefined {
  return world.grid.validation(area);
}

function ruleOf(self: RangeSelf): object {
  const list = current(self);
  return list === undefined ? {} : { list: { inCellDropDown: list.dropDown, source: list.source } };
}

function change(self: RangeSelf, changed: Partial<ListValidation>): void {
  const list = current(self);
  if (list !== undefined) self.world.grid.setValidation(self.area, { ...list, ...changed });
}

function listGiven(world: World, rule: unknown): ListValidation {
  const { list, ...others } = (rule ?? {}) as { list?: { source?: unknown; inCellDropDown?: unknown } };
  const [other] = Object.keys(others);
  if (other !== undefined) throw apiNotFound(`DataValidation.Rule.${other}`);
  if (list === undefined) throw invalidArgument("rule");
  return { source: sourceGiven(world, list.source), dropDown: list.inCellDropDown !== false, strict: true };
}

function sourceGiven(world: World, source: unknown): string {
  if (typeof source === "string" && source !== "") return source;
  if (isHostObject(source) && source.typeName === "Range")
    return `=${addressOf(world, (source.self as RangeSelf).area)}`;
  throw invalidArgument("rule.list.source");
}

function onlyTrue(value: unknown): void {
  if (value !== true) throw apiNotFound("DataValidation.IgnoreBlanks = false");
}

import { apiNotFound } from "../host-error";
import type { World } from "../world";
import { word } from "./given";
import { hostObject, type HostObject, type ObjectType } from "./object";

/** A service that stands beside the workbook, by its full name. Throws ApiNotFound for one this host does not have. */
export function serviceOf(world: World, name: string): HostObject {
  const type = Object.hasOwn(services, name) ? services[name] : undefined;
  if (type === undefined) throw apiNotFound(name);
  return hostObject(type, world);
}

const services: Readonly<Record<string, ObjectType<World>>> = {
  "Microsoft.InternalService.AddinInternalService": {
    name: "AddinInternalService",
    methods: { NotifyActionHandlerReady: () => undefined },
  },
  "Microsoft.AppRuntime.AppRuntimeService": {
    name: "AppRuntimeService",
    methods: {
      GetAppRuntimeState: ({ pane }) => (pane.isShown() ? "Visible" : "Background"),
      SetAppRuntimeState: ({ pane }, [state]) => {
        if (word(state, ["Visible", "Background"], "state") === "Visible") pane.show();
        else pane.hide();
      },
    },
  },
  "Microsoft.ExcelServices.CustomFunctions": {
    name: "CustomFunctions",
    methods: {
      _SetOsfControlContainerReadyForCustomFunctions: () => undefined,
      _GetEnabledFeatures: () => [1, 2, 3, 4],
    },
  },
};

import { evaluate } from "./evaluator";
import type { BatchRequest } from "./request";
import type { World } from "./world";

/** Numbers of the methods that travel as "executeMethod". */
const dispatchIds = { loadSettings: 75, saveSettings: 76, richApi: 93, commandCompleted: 94 } as const;

/** The answer of a method this host does not have. */
const notSupported = { Version: 1, Error: 5000 };

interface MethodCall {
  readonly DdaMethod?: { readonly DispatchId?: number };
  readonly ArrayData?: readonly unknown[];
  readonly DdaSettingsMethod?: { readonly Properties?: readonly (readonly [string, string])[] };
  readonly [index: string]: unknown;
}

/** Carries out a method call. `completed` hears the id of a ribbon command that says it is done. */
export async function executeMethod(world: World, data: unknown, completed: (id: string) => void): Promise<unknown> {
  const call = (data ?? {}) as MethodCall;
  const id = call.DdaMethod?.DispatchId;
  if (id === dispatchIds.richApi) return richApi(world, call);
  if (id === dispatchIds.saveSettings) return saveSettings(world, call);
  if (id === dispatchIds.loadSettings) return loadSettings(world);
  if (id === dispatchIds.commandCompleted) {
    completed(String(call["0"]));
    return { Version: 1, Error: 0 };
  }
  return notSupported;
}

async function richApi(world: World, call: MethodCall): Promise<unknown> {
  const body = call.ArrayData?.[4];
  const text = Array.isArray(body) ? body.join("") : String(body);
  const answer = await evaluate(world, JSON.parse(text) as BatchRequest);
  return { Version: 1, Error: 0, Data: [200, [], JSON.stringify(answer)] };
}

/** The whole set of settings replaces the one before. */
function saveSettings({ settings }: World, call: MethodCall): unknown {
  const wanted = new Map(call.DdaSettingsMethod?.Properties ?? []);
  for (const [name] of settings.all()) if (!wanted.has(name)) settings.remove(name);
  for (const [name, json] of wanted) settings.set(name, json);
  return { Version: 1, Error: 0 };
}

function loadSettings({ settings }: World): unknown {
  const saved = settings.all().map(([name, value]) => ({ Name: name, Value: value }));
  return { Version: 1, Error: 0, Properties: { Settings: saved } };
}

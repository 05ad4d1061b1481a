import { apiNotFound, HostError } from "./host-error";
import { isHostObject, type HostObject } from "./objects/object";
import { pathsOf, type Paths } from "./paths";
import { query } from "./query";
import { actionTypes, type ActionInfo, type BatchAnswer, type BatchRequest } from "./request";
import type { World } from "./world";

/**
 * Carries out a batch: its actions in order, until one fails. What was done before stays done, as in Excel. Reads of
 * values wait until everything is calculated.
 */
export async function evaluate(world: World, request: BatchRequest): Promise<BatchAnswer> {
  const answer: BatchAnswer = { Results: [], TraceIds: [] };
  const paths = pathsOf(world, request);
  for (const [index, action] of request.Actions.entries()) {
    try {
      const value = await carryOut(world, paths, action);
      answer.Results.push({ ActionId: action.Id, Value: value });
      if (action.ActionType === actionTypes.trace) answer.TraceIds.push(action.Id);
    } catch (thrown) {
      answer.Error = worded(thrown, await place(paths, action), index);
      return answer;
    }
  }
  return answer;
}

type Doing = (world: World, paths: Paths, action: ActionInfo) => unknown;

const doings: Readonly<Record<number, Doing>> = {
  [actionTypes.instantiate]: async (_world, paths, { ObjectPathId }) => wired(await paths.objectAt(ObjectPathId)),
  [actionTypes.query]: async (world, paths, { ObjectPathId, QueryInfo = {} }) => {
    const object = await paths.objectAt(ObjectPathId);
    return object === null ? null : query(object, QueryInfo, async () => world.grid.settle());
  },
  [actionTypes.method]: async (_world, paths, { ObjectPathId, Name = "", ArgumentInfo }) => {
    // The client keeps whatever a run holds, before it knows that there is nothing to keep.
    if (Name === "_KeepReference" && (await paths.objectAt(ObjectPathId)) === null) return null;
    const object = await paths.existingAt(ObjectPathId);
    return wired(await object.call(Name, await paths.argumentsOf(ArgumentInfo)));
  },
  [actionTypes.setProperty]: async (_world, paths, { ObjectPathId, Name = "", ArgumentInfo }) => {
    const object = await paths.existingAt(ObjectPathId);
    const [value] = await paths.argumentsOf(ArgumentInfo);
    await object.write(Name, value);
    return null;
  },
  [actionTypes.trace]: () => null,
};

function carryOut(world: World, paths: Paths, action: ActionInfo): unknown {
  const doing = doings[action.ActionType];
  if (doing === undefined) throw apiNotFound(`requests of type ${action.ActionType}`);
  return doing(world, paths, action);
}

/** An object travels as the ids by which the client can come back to it. */
function wired(value: unknown): unknown {
  return isHostObject(value) ? value.identity() : (value ?? null);
}

/** Where it went wrong, as the library words it: "Range.values". */
async function place(paths: Paths, { ObjectPathId, Name = "" }: ActionInfo): Promise<string> {
  const object: HostObject | null = await paths.objectAt(ObjectPathId).catch(() => null);
  const member = Name.charAt(0).toLowerCase() + Name.slice(1);
  return [object?.typeName, member].filter(Boolean).join(".");
}

const httpStatus: Readonly<Record<string, number>> = { ItemNotFound: 404, ApiNotFound: 404, InvalidArgument: 400 };

function worded(thrown: unknown, location: string, index: number): NonNullable<BatchAnswer["Error"]> {
  const known = thrown instanceof HostError ? thrown : unexpected(thrown);
  return {
    Code: known.code,
    Message: known.message,
    Location: location,
    ActionIndex: index,
    HttpStatusCode: httpStatus[known.code] ?? 500,
  };
}

/** A failure of the host itself: told to the add-in, and to whoever reads the console. */
function unexpected(thrown: unknown): HostError {
  console.error(thrown);
  return new HostError("GeneralException", thrown instanceof Error ? thrown.message : String(thrown));
}
